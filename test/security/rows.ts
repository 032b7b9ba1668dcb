// The register of what went wrong at SCIM servers (A1) and of the classes of attack (A2), each with what holds it here:
// a test that is named after it, or the reason why it can't happen, and the file that holds that. docs/security.md has
// the same as a table; rows.test.ts holds the two together.

export interface Row {
  readonly row: string;
  readonly what: string;
  /** A test file that has a test with the row's name, or that is the proof as a whole. */
  readonly test?: string;
  /** Why it can't happen, or what is not there yet. */
  readonly because?: string;
  /** The file that holds the reason. */
  readonly heldBy?: string;
}

const IDENTITY = 'test/security/identity.test.ts';
const ORACLE = 'test/security/secret-oracle.test.ts';
const COST = 'test/security/cost.test.ts';
const BRAKE = 'test/security/brake.test.ts';
const BEARER = 'src/auth/bearer.ts';
const JWT = 'test/security/jwt.test.ts';
const PUBLIC = 'test/conformance/public.test.ts';

export const ROWS: readonly Row[] = [
  { row: 'A1-1', what: 'externalId as a key of accounts', test: IDENTITY },
  { row: 'A1-2', what: 'another tenant by the same id', test: 'test/tenants/tenants.test.ts' },
  { row: 'A1-3', what: 'an account adopted by its name or address', test: IDENTITY },
  {
    row: 'A1-4',
    what: 'an address counts as verified',
    because: 'nothing is verified, nor says so',
    heldBy: 'openapi/schemas/User.yaml',
  },
  {
    row: 'A1-5',
    what: 'addresses taken before their owner comes',
    because: 'an address is data: it owns nothing',
    heldBy: 'openapi/schemas/User.yaml',
  },
  { row: 'A1-6', what: 'a token that outlives what it belongs to', test: 'test/tenants/tenants.test.ts' },
  { row: 'A1-7', what: 'an operation without authorization', test: PUBLIC },
  { row: 'A1-8', what: 'checked by the query, done by the body', test: IDENTITY },
  { row: 'A1-9', what: 'the id in a body decides', test: IDENTITY },
  { row: 'A1-10', what: 'memberships by a second way', test: IDENTITY },
  { row: 'A1-11', what: 'a filter asks for what may not be seen', test: ORACLE },
  { row: 'A1-12', what: 'reads and filters skip permissions', test: ORACLE },
  { row: 'A1-13', what: 'existence told before authorization', test: IDENTITY },
  { row: 'A1-14', what: 'uniqueness not held by PATCH', test: IDENTITY },
  { row: 'A1-15', what: 'an owner that is missing passes', test: 'test/tenants/tokens.test.ts' },
  { row: 'A1-16', what: 'tokens stored as they are', test: 'test/tenants/tokens.test.ts' },
  {
    row: 'A1-17',
    what: 'tokens of people pass',
    because: 'only tokens that an operator made, or an issuer with the audience that an operator named',
    heldBy: 'src/oauth/external.ts',
  },
  {
    row: 'A1-18',
    what: 'a credential shown again',
    because: 'shown once, where it is made',
    heldBy: 'test/e2e/oauth.test.ts',
  },
  { row: 'A1-19', what: 'a race makes two of one name', test: IDENTITY },
  { row: 'A1-20', what: 'the trust model is not written down', because: 'it is', heldBy: 'docs/security.md' },
  { row: 'A1-21', what: 'a password makes a login', test: IDENTITY },
  { row: 'A1-22', what: 'adoption, then a password reset', test: IDENTITY },
  { row: 'A1-23', what: 'no secret equals an empty token', test: PUBLIC },
  { row: 'A1-24', what: 'a tenant that is known, then lost', test: 'test/tenants/tenants.test.ts' },
  { row: 'A1-25', what: 'open to more than administrators', because: 'only who has the token', heldBy: PUBLIC },
  { row: 'A1-26', what: 'ReDoS, biased tokens, prototype pollution', test: IDENTITY },
  { row: 'A1-27', what: 'nesting exhausts the stack', test: COST },
  { row: 'A1-28', what: 'URLs from the Host header', test: IDENTITY },
  { row: 'A1-29', what: 'the search language reaches the database', test: IDENTITY },
  { row: 'A1-30', what: 'a search by password', test: ORACLE },
  { row: 'A1-31', what: 'a change removes every administrator', test: BRAKE },
  { row: 'A1-32', what: 'answered before the token is looked at', test: PUBLIC },
  { row: 'A1-33', what: 'confusion of JWT algorithms', test: JWT },
  { row: 'A1-34', what: 'a claim that is missing passes', test: JWT },
  {
    row: 'A1-35',
    what: 'an organisation from a header',
    because: 'no header but Authorization says who asks',
    heldBy: BEARER,
  },
  { row: 'A1-36', what: 'linked by an unverified address', test: IDENTITY },
  { row: 'A2 tenant crossing', what: '', test: 'test/tenants/tenants.test.ts' },
  { row: 'A2 IDOR by body / bulk', what: '', test: IDENTITY },
  { row: 'A2 numeric/colliding externalId', what: '', test: IDENTITY },
  { row: 'A2 takeover by e-mail', what: '', test: IDENTITY },
  {
    row: 'A2 role/group escalation',
    what: '',
    because: 'roles and entitlements are data: they give no right here',
    heldBy: 'openapi/schemas/User.yaml',
  },
  { row: 'A2 secret oracle', what: '', test: ORACLE },
  { row: 'A2 existence oracle', what: '', test: IDENTITY },
  { row: 'A2 lost race', what: '', test: 'test/conformance/concurrency.test.ts' },
  { row: 'A2 stale access', what: '', because: 'no sessions, and no events so far', heldBy: 'docs/security.md' },
  { row: 'A2 parser DoS', what: '', test: COST },
  { row: 'A2 store injection', what: '', test: IDENTITY },
  { row: 'A2 prototype pollution', what: '', test: IDENTITY },
  { row: 'A2 JWT confusion / missing claim', what: '', test: JWT },
  { row: 'A2 host poisoning', what: '', test: IDENTITY },
  {
    row: 'A2 SSRF',
    what: '',
    because: 'the server calls no URL that a client gives, nor one of a JWT; keys of issuers without redirects',
    heldBy: 'test/security/jwt.test.ts',
  },
  { row: 'A2 rogue IdP', what: '', test: BRAKE },
];

/** The rows as the table of docs/security.md. */
export function table(): string {
  const lines = ROWS.map(({ row, what, test, because = '', heldBy = '' }) => {
    const file = test ?? heldBy;
    return `| ${row} | ${what} | ${because} | [${file}](../${file}) |`;
  });
  return ['| row | what | why not here | held by |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
