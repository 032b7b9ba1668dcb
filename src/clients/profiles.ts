// What each identity provider needs beyond the RFCs: declared, with its source, and nothing else is tolerated. Each
// row has an exchange in test/clients/ that shows it.
import type { Deviation } from '../schema/tolerance.js';

export interface Profile {
  readonly deviations: Readonly<Partial<Record<Deviation, string>>>;
  readonly foreignSchemas: readonly string[];
}

export const PROFILES = {
  /** The RFCs to the letter. */
  strict: { deviations: {}, foreignSchemas: [] },
  okta: {
    deviations: { patchWithoutSchemas: 'Group push was once seen without `schemas`.' },
    foreignSchemas: [],
  },
  entra: {
    deviations: {
      booleanAsString: 'active is sent as "True" and "False" (Microsoft: known issues with SCIM 2.0 compliance).',
      complexAsString: 'manager is sent as a plain id, "" for none (Microsoft: known issues with SCIM 2.0 compliance).',
      pathAsKey:
        'Path-less values have dotted keys, "name.givenName" (Microsoft: known issues with SCIM 2.0 compliance).',
      removeWithValue: 'Members are removed by a list in `value` (Microsoft: SCIM samples, update group).',
      replaceCreates: 'Replace of emails[type eq "work"].value sets it where it is missing (Microsoft: SCIM samples).',
      foreignSchema: 'Sample groups name a schema of Active Directory (Microsoft: SCIM samples, create group).',
    },
    foreignSchemas: ['http://schemas.microsoft.com/2006/11/resourcemanagement/adscim/2.0/group'],
  },
  jumpcloud: {
    deviations: { removeWithValue: 'Its test removes a member by a list in `value`.' },
    foreignSchemas: [],
  },
} as const satisfies Record<string, Profile>;
