// The register: vulnerabilities that SCIM servers have had (A1), and classes of attack (A2). Each has a test that is
// named after it, or a reason why it cannot happen, with the file that shows it. docs/security.md has the same as a
// table; rows.test.ts fails if the two differ.

export interface Row {
  readonly row: string;
  readonly what: string;
  /** A file that has a test with the name of the row, or that tests it as a whole. */
  readonly test?: string;
  /** Why it cannot happen, or what is missing. */
  readonly because?: string;
  /** The file that shows the reason. */
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
  { row: 'A1-1', what: '`externalId` is used as the key of an account', test: IDENTITY },
  { row: 'A1-2', what: 'resources of another tenant are reached by their id', test: 'test/tenants/tenants.test.ts' },
  { row: 'A1-3', what: 'a create takes over an existing account that has the same name or address', test: IDENTITY },
  {
    row: 'A1-4',
    what: 'an address that a client wrote counts as verified',
    because: 'the server never marks an address as verified',
    heldBy: 'openapi/schemas/User.yaml',
  },
  {
    row: 'A1-5',
    what: 'somebody claims addresses before their owners arrive',
    because: 'an address is only data: it gives no right to anything',
    heldBy: 'openapi/schemas/User.yaml',
  },
  { row: 'A1-6', what: 'a token still works after what it belongs to is gone', test: 'test/tenants/tenants.test.ts' },
  { row: 'A1-7', what: 'an operation requires no authorization', test: PUBLIC },
  {
    row: 'A1-8',
    what: 'the permission is checked for the id in the query, but the one in the body is changed',
    test: IDENTITY,
  },
  {
    row: 'A1-9',
    what: 'the id in the body decides which resource is changed, not the one in the path',
    test: IDENTITY,
  },
  { row: 'A1-10', what: 'memberships are changed through another endpoint with weaker rules', test: IDENTITY },
  { row: 'A1-11', what: 'a filter reveals values that the caller may not see', test: ORACLE },
  { row: 'A1-12', what: 'reads and filters do not check permissions on attributes', test: ORACLE },
  { row: 'A1-13', what: 'the answer reveals that an id exists before the caller is authorized', test: IDENTITY },
  { row: 'A1-14', what: 'PATCH does not check uniqueness', test: IDENTITY },
  { row: 'A1-15', what: 'a token without an owner passes the check of its owner', test: 'test/tenants/tokens.test.ts' },
  { row: 'A1-16', what: 'tokens are stored in plain text', test: 'test/tenants/tokens.test.ts' },
  {
    row: 'A1-17',
    what: 'the token of an ordinary user is accepted',
    because:
      'only tokens that an operator created are accepted, and those of an issuer for the audience that an operator configured',
    heldBy: 'src/oauth/external.ts',
  },
  {
    row: 'A1-18',
    what: 'a credential can be displayed again',
    because: 'it is shown once, when it is created',
    heldBy: 'test/e2e/oauth.test.ts',
  },
  { row: 'A1-19', what: 'two creates at the same time get the same name', test: IDENTITY },
  {
    row: 'A1-20',
    what: 'there is no written trust model',
    because: 'this page is the trust model',
    heldBy: 'docs/security.md',
  },
  { row: 'A1-21', what: 'a password sent by a client allows its user to log in', test: IDENTITY },
  { row: 'A1-22', what: 'an account is taken over, then its password is reset', test: IDENTITY },
  { row: 'A1-23', what: 'if no secret is configured, an empty token is accepted', test: PUBLIC },
  {
    row: 'A1-24',
    what: 'the tenant of the token is known, but missing from the query',
    test: 'test/tenants/tenants.test.ts',
  },
  {
    row: 'A1-25',
    what: 'others than administrators have access',
    because: 'only the holder of a token has access',
    heldBy: PUBLIC,
  },
  { row: 'A1-26', what: 'ReDoS, tokens that are not evenly random, prototype pollution', test: IDENTITY },
  { row: 'A1-27', what: 'deep nesting exhausts the stack', test: COST },
  { row: 'A1-28', what: 'URLs in answers come from the Host header', test: IDENTITY },
  { row: 'A1-29', what: 'a filter injects a query into the database', test: IDENTITY },
  { row: 'A1-30', what: 'users can be searched by password', test: ORACLE },
  { row: 'A1-31', what: 'one change at the identity provider removes every administrator', test: BRAKE },
  { row: 'A1-32', what: 'requests are answered before the token is checked', test: PUBLIC },
  { row: 'A1-33', what: 'JWT algorithm confusion', test: JWT },
  { row: 'A1-34', what: 'a JWT passes although a claim is missing', test: JWT },
  {
    row: 'A1-35',
    what: 'a header decides the organisation',
    because: 'only the Authorization header identifies the caller',
    heldBy: BEARER,
  },
  { row: 'A1-36', what: 'accounts are linked by an unverified address', test: IDENTITY },
  {
    row: 'A2 tenant crossing',
    what: 'a caller of one tenant reads or changes another',
    test: 'test/tenants/tenants.test.ts',
  },
  { row: 'A2 IDOR by body / bulk', what: 'an id in a body names somebody else’s resource', test: IDENTITY },
  { row: 'A2 numeric/colliding externalId', what: 'an `externalId` equals the id of another resource', test: IDENTITY },
  { row: 'A2 takeover by e-mail', what: 'a create with somebody’s address takes over the account', test: IDENTITY },
  {
    row: 'A2 role/group escalation',
    what: 'a client writes itself a role',
    because: 'roles and entitlements are only data: they grant no permission on this server',
    heldBy: 'openapi/schemas/User.yaml',
  },
  { row: 'A2 secret oracle', what: 'questions about a secret are answered, until it is known', test: ORACLE },
  { row: 'A2 existence oracle', what: 'answers differ if an id exists that the caller may not see', test: IDENTITY },
  {
    row: 'A2 lost race',
    what: 'simultaneous writes undo each other, or break a rule',
    test: 'test/conformance/concurrency.test.ts',
  },
  {
    row: 'A2 stale access',
    what: 'a deactivated user keeps access to other systems',
    because: 'the server has no sessions of users; it does not send security events to other systems',
    heldBy: 'docs/security.md',
  },
  { row: 'A2 parser DoS', what: 'a short text costs a lot of time or memory to parse', test: COST },
  { row: 'A2 store injection', what: 'operators of MongoDB get into a query', test: IDENTITY },
  { row: 'A2 prototype pollution', what: '`__proto__` and the like are accepted as attributes', test: IDENTITY },
  {
    row: 'A2 JWT confusion / missing claim',
    what: 'a JWT chooses its own key, or its issuer speaks for another tenant',
    test: JWT,
  },
  { row: 'A2 host poisoning', what: 'a header decides the URLs in answers', test: IDENTITY },
  {
    row: 'A2 SSRF',
    what: 'a client makes the server call a URL',
    because:
      'the server calls no URL that comes from a client or from a JWT, and follows no redirects when it fetches the keys of issuers',
    heldBy: 'test/security/jwt.test.ts',
  },
  { row: 'A2 rogue IdP', what: 'an identity provider deactivates everybody', test: BRAKE },
];

/** The rows as the table of docs/security.md. */
export function table(): string {
  const lines = ROWS.map(({ row, what, test, because = '', heldBy = '' }) => {
    const file = test ?? heldBy;
    return `| ${row} | ${what} | ${because} | [${file}](../${file}) |`;
  });
  return [
    '| row | vulnerability or attack | reason, if there is no test | shown by |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
