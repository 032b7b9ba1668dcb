// Plays Okta's part in its CRUD exports: answers the calls to Okta's own API, and provisions one user to the SCIM
// server as Okta does on each of them.
import type { Json, JsonObject } from '../../src/spec/json.js';
import { isObject } from '../../src/spec/json.js';
import type { Sender } from './okta-export.js';
import { valueAt } from './placeholders.js';

interface Reply {
  status: number;
  body: Json;
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const OK: Reply = { status: 200, body: {} };

export class SimulatedOkta implements Sender {
  private profile: JsonObject = {};
  private granted: JsonObject = {};
  private scimId = '';

  /** Okta's own API as far as the export calls it: the method and path, and what Okta then does. */
  private readonly routes: readonly [RegExp, (body: JsonObject) => Promise<Reply>][] = [
    [/^GET \/api\/v1\/apps\/\w+$/, async () => OK],
    [/^POST \/api\/v1\/users\?activate=true$/, async (body) => this.addUser(body)],
    [/^PUT \/api\/v1\/users\/\w+$/, (body) => this.updateUser(body)],
    [/^POST \/api\/v1\/users\/\w+\/lifecycle\/deactivate$/, () => this.deactivate(200)],
    // Provisions nothing: the user comes back when the app is assigned again.
    [/^POST \/api\/v1\/users\/\w+\/lifecycle\/activate$/, async () => OK],
    [/^POST \/api\/v1\/apps\/\w+\/users$/, () => this.assign()],
    [/^POST \/governance\/api\/v1\/grants$/, () => this.grant()],
    [/^DELETE \/api\/v1\/apps\/\w+\/users\/\w+$/, () => this.deactivate(204)],
  ];

  /** @param grants what a grant of the app comes to: attributes of the user, roles and entitlements */
  constructor(
    private readonly scim: Sender,
    private readonly grants: JsonObject = {},
  ) {}

  async request(method: string, path: string, { body }: { body?: string }): Promise<Reply> {
    const route = this.routes.find(([pattern]) => pattern.test(`${method} ${path}`));
    if (!route) throw new Error(`Okta is not asked ${method} ${path}`);
    return route[1](body ? (JSON.parse(body) as JsonObject) : {});
  }

  private addUser({ profile }: JsonObject): Reply {
    this.profile = isObject(profile) ? profile : {};
    return { status: 200, body: { id: '00u1' } };
  }

  private async updateUser({ profile }: JsonObject): Promise<Reply> {
    this.profile = { ...this.profile, ...(isObject(profile) ? profile : {}) };
    await this.replace();
    return OK;
  }

  /** Looks the user up before it creates; one that is there already is updated and made active. */
  private async assign(): Promise<Reply> {
    const filter = `filter=userName eq "${String(this.profile['login'])}"&startIndex=1&count=100`;
    const found = valueAt(await this.send('GET', `/Users?${filter}`), 'Resources[0].id');
    if (typeof found === 'string') {
      this.scimId = found;
      await this.replace();
    } else {
      const created = await this.send('POST', '/Users', { ...this.user(), password: 'Placeholder1', groups: [] });
      this.scimId = String(valueAt(created, 'id'));
    }
    return OK;
  }

  /** A grant is provisioned like any other change of the user. */
  private async grant(): Promise<Reply> {
    this.granted = this.grants;
    await this.replace();
    return OK;
  }

  /** PUT of the resource as it was just read, with id, meta and groups. */
  private async replace(): Promise<void> {
    const read = await this.send('GET', `/Users/${this.scimId}`);
    await this.send('PUT', `/Users/${this.scimId}`, { ...(isObject(read) ? read : {}), ...this.user() });
  }

  private async deactivate(status: number): Promise<Reply> {
    const Operations = [{ op: 'replace', value: { active: false } }];
    await this.send('PATCH', `/Users/${this.scimId}`, { schemas: [PATCH_OP], Operations });
    return { status, body: {} };
  }

  private user(): JsonObject {
    const { login = '', firstName = '', lastName = '', email = '' } = this.profile;
    return {
      schemas: [USER],
      userName: login,
      name: { givenName: firstName, familyName: lastName, middleName: '' },
      emails: [{ primary: true, value: email, type: 'work' }],
      active: true,
      ...this.granted,
    };
  }

  private async send(method: string, path: string, body?: JsonObject): Promise<Json> {
    const reply = await this.scim.request(method, path, {
      headers: { 'content-type': 'application/scim+json; charset=utf-8', 'user-agent': 'OKTA SCIM Integration' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }
}
