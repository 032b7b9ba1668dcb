// A server whose users have an extension with a secret in every place where an attribute can stand.
import { afterAll, beforeAll } from '@jest/globals';
import { buildModel } from '../../src/schema/build.js';
import type { Attribute, ResourceType } from '../../src/schema/model.js';
import { isHidden } from '../../src/schema/model.js';
import { readSource } from '../../src/spec/source.js';
import { call as callPlain } from '../support/call.js';
import { startServer } from '../support/server.js';
import type { TestServer } from '../support/server.js';
import { temporaryDocument } from '../support/temporary-document.js';

export const VAULT = 'urn:example:params:scim:schemas:extension:vault:2.0:User';

const SCHEMA = `
type: object
description: A secret in every place.
x-scim-schema: { id: '${VAULT}', name: Vault }
properties:
  pin: { type: string, description: A, writeOnly: true, x-scim: { caseExact: false } }
  count: { type: integer, description: A, x-scim: { returned: never } }
  hash: { type: string, description: A, writeOnly: true, x-scim: { caseExact: false, secret: argon2id } }
  first: { type: string, description: A, x-scim: { caseExact: false, returned: never, mutability: immutable } }
  keys: { type: array, description: A, x-scim: { caseExact: false, returned: never }, items: { type: string } }
  safe:
    type: object
    description: A
    x-scim: { returned: never }
    properties:
      code: { type: integer, description: A }
      at: { type: string, description: A, format: date-time }
  slots:
    type: array
    description: A
    items:
      type: object
      properties:
        value: { type: string, description: A, x-scim: { caseExact: false, returned: never } }
        label: { type: string, description: A, x-scim: { caseExact: false } }
  box:
    type: object
    description: A
    x-scim: { mutability: immutable }
    properties:
      label: { type: string, description: A, x-scim: { caseExact: false } }
      code: { type: string, description: A, x-scim: { caseExact: false, returned: never } }
  label: { type: string, description: A, x-scim: { caseExact: false } }
`;
const ENTRY = '    - { schema: EnterpriseUser, required: false }\n';

/** Starts the server before the tests of the file that calls it, and stops it after them. */
export function vaultUnderTest() {
  const document = temporaryDocument([
    ['schemas/Vault.yaml', '', SCHEMA],
    ['resources.yaml', ENTRY, `${ENTRY}    - { schema: Vault, required: false }\n`],
  ]);
  const { resourceTypes } = buildModel(readSource(document.directory));
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ OPENAPI_DIR: document.directory });
    document.remove();
  });
  afterAll(() => server.close());

  const call = (method: string, path: string, body?: object) => callPlain(server, method, path, body);
  return { call, resourceTypes, server: () => server };
}

type Chain = readonly [Attribute, ...Attribute[]];

/** Every way to an attribute that is never shown, or that stands in one. */
export function hiddenChains({ root }: ResourceType): Chain[] {
  return chainsBelow(root).filter((chain) => chain.some(isHidden));
}

function chainsBelow(parent: Attribute): Chain[] {
  return parent.subAttributes.flatMap((attribute): Chain[] => [
    [attribute],
    ...chainsBelow(attribute).map((below): Chain => [attribute, ...below]),
  ]);
}
