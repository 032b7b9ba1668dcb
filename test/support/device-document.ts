// A resource type that the sources do not know: devices, whose attributes have each characteristic of RFC 7643 7.
import type { Edit } from './temporary-document.js';

export const DEVICE = 'urn:example:params:scim:schemas:core:2.0:Device';
export const LEASE = 'urn:example:params:scim:schemas:extension:lease:1.5:Device';

const SCHEMA = `
type: object
description: A thing that people carry.
x-scim-schema: { id: '${DEVICE}', name: Device }
required: [serial]
properties:
  serial: { type: string, minLength: 1, x-scim: { caseExact: true, uniqueness: server } }
  assetTag: { type: string, x-scim: { uniqueness: global } }
  badge: { type: string, x-scim: { returned: always } }
  note: { type: string, x-scim: { returned: request } }
  pin: { type: string, writeOnly: true }
  hidden: { type: string, x-scim: { returned: never } }
  model: { type: string, x-scim: { mutability: immutable } }
  kind: { type: string, x-scim: { canonicalValues: [phone, laptop] } }
  health: { type: string, readOnly: true }
  maker:
    type: object
    properties:
      name: { type: string, x-scim: { mutability: immutable } }
      site: { type: string, x-scim: { returned: request } }
      country: { type: string }
      key: { type: string, writeOnly: true }
  gauge:
    type: object
    properties:
      unit: { type: string, default: K }
      name: { type: string }
  slots:
    type: array
    items:
      type: object
      properties:
        value: { type: string }
        state: { type: string, default: free }
        bay: { type: string, x-scim: { mutability: immutable } }
  stamps:
    type: array
    items:
      type: object
      properties:
        text: { type: string }
        made: { type: string, x-scim: { mutability: immutable } }
  ports:
    type: array
    items:
      type: object
      properties:
        value: { type: string, x-scim: { caseExact: true } }
        type: { type: string, x-scim: { canonicalValues: [usb, hdmi] } }
        speed: { type: integer }
        secret: { type: string, x-scim: { returned: never } }
  labels: { type: array, items: { type: string } }
`;
const EXTENSION = `
type: object
description: What is known of its lease.
x-scim-schema: { id: '${LEASE}', name: Lease }
properties:
  lessor: { type: string, x-scim: { mutability: immutable } }
  rate: { type: number, x-scim: { returned: request } }
  term: { type: object, properties: { months: { type: integer }, since: { type: string, format: date-time } } }
  insurance: { type: object, properties: { state: { type: string, default: none }, policy: { type: string } } }
`;
const ENTRY = `
Device:
  description: Device
  endpoint: /Devices
  schema: Device
  extensions:
    - { schema: Lease, required: false }
  display: [serial]
Group:`;

/** What makes a document with devices out of the server's own. */
export const DEVICES: readonly Edit[] = [
  ['schemas/Device.yaml', '', SCHEMA],
  ['schemas/Lease.yaml', '', EXTENSION],
  ['resources.yaml', '\nGroup:', ENTRY],
];
