// The schemas that RFC 7643 itself defines, where the server has them: characteristics that it must not change.
import type { Chapter, Clause } from '../suite/clause.js';
import { hold, need, same } from '../suite/finding.js';
import { once } from '../suite/check.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

export const coreSchemas: Chapter = {
  title: 'The schemas of RFC 7643',
  tests: ['test/conformance/discovery.test.ts', 'test/conformance/secrets.test.ts'],
  clauses: [
    characteristicsOf('user-name', USER, 'userName', '4.1.1', {
      quote: 'Each User MUST include a non-empty userName value.',
      is: { required: true },
    }),
    characteristicsOf('user-name-unique', USER, 'userName', '4.1.1', {
      quote: "This identifier MUST be unique across the service provider's entire set of Users.",
      is: { uniqueness: ['server', 'global'] },
    }),
    characteristicsOf('user-name-folded', USER, 'userName', '4.1.1', {
      quote: 'This attribute is REQUIRED and is case insensitive.',
      is: { required: true, caseExact: false },
    }),
    characteristicsOf('password-never-returned', USER, 'password', '4.1.1', {
      quote: 'The cleartext value or the hashed value of a password SHALL NOT be returnable by a service provider.',
      is: { returned: 'never' },
    }),
    characteristicsOf('password-write-only', USER, 'password', '4.1.1', {
      quote:
        'The mutability of the password attribute is "writeOnly", indicating that the value MUST NOT be returned by a service provider in any form (the attribute characteristic "returned" is "never").',
      is: { mutability: 'writeOnly', returned: 'never' },
    }),
    characteristicsOf('groups-read-only', USER, 'groups', '4.1.2', {
      quote:
        'Since this attribute has a mutability of "readOnly", group membership changes MUST be applied via the "Group" Resource (Section 4.2).',
      is: { mutability: 'readOnly' },
    }),
    characteristicsOf('group-display-name', GROUP, 'displayName', '4.2', {
      quote: 'A human-readable name for the Group. REQUIRED.',
      is: { required: true },
    }),
    characteristicsOf('members-immutable', GROUP, 'members.value', '4.2', {
      quote: 'While values MAY be added or removed, sub-attributes of members are "immutable".',
      is: { mutability: 'immutable' },
    }),
    characteristicsOf('manager-display-name', ENTERPRISE, 'manager.displayName', '4.3', {
      quote: 'The displayName of the user\'s manager. This attribute is OPTIONAL, and mutability is "readOnly".',
      is: { mutability: 'readOnly' },
    }),
    {
      id: 'groups-value-is-id',
      rfc: 7643,
      section: '4.1.2',
      quote:
        'If the SCIM service provider exposes a "Group" resource, the "value" sub-attribute MUST be the "id", and the "$ref" sub-attribute must be the URI of the corresponding "Group" resources to which the user belongs.',
      severity: 'MUST',
      heldIn: 'src/service/references.ts',
      check: once(async ({ types }) => {
        const users = types.find(({ profile }) => profile.schema === USER);
        const groups = types.find(({ profile }) => profile.schema === GROUP);
        need(users !== undefined && groups !== undefined, 'the server has no users, or no groups');
        const members = groups.some('members', ({ name }) => name === 'members');
        const user = await users.create();
        const group = await groups.create([members, [{ value: user['id'] }]]);
        const [membership] = (await users.read(user))['groups'] ?? [];
        same(membership?.value, group['id'], 'groups.value');
        hold(String(membership?.$ref).endsWith(groups.at(group)), `groups.$ref is ${membership?.$ref}`);
      }),
    },
  ],
};

interface Expected {
  readonly quote: string;
  /** The value of a characteristic, or those that it may have. */
  readonly is: Readonly<Record<string, unknown>>;
}

/** A clause on what /Schemas says of an attribute. */
function characteristicsOf(id: string, urn: string, path: string, section: string, { quote, is }: Expected): Clause {
  return {
    id,
    rfc: 7643,
    section,
    quote,
    severity: 'MUST',
    heldIn: 'openapi/schemas',
    check: once(async ({ profile }) => {
      const schema = profile.schemas.find((each) => each.id === urn);
      need(schema !== undefined, `the server has no ${urn}`);
      const [name, sub] = path.split('.');
      const whole = schema.attributes?.find((attribute: any) => attribute.name === name);
      const attribute = sub === undefined ? whole : whole?.subAttributes?.find((each: any) => each.name === sub);
      need(attribute !== undefined, `${urn} has no ${path}`);
      for (const [characteristic, value] of Object.entries(is)) {
        const allowed = Array.isArray(value) ? value : [value];
        const came: unknown = attribute[characteristic];
        hold(
          allowed.includes(came),
          `${characteristic} of ${path} is ${JSON.stringify(came)}, not ${allowed.join(' or ')}`,
        );
      }
    }),
  };
}
