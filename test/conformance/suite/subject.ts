// The server that is looked at: HTTP to it, what it says of itself, and its resource types.
import { Http } from './http.js';
import type { Target } from './http.js';
import { learn } from './learn.js';
import type { Attribute, Profile } from './profile.js';
import { readProfile } from './profile.js';
import type { Server } from './resource-type.js';
import { ResourceType } from './resource-type.js';

export class Subject implements Server {
  readonly types: ResourceType[] = [];
  /** Those of the types that checks of resource types look at; all, unless some were asked for. */
  looked: readonly ResourceType[] = [];
  /** What can't be looked at, and why: resource types that take no resources, attributes that come back altered. */
  readonly remarks: string[] = [];

  private constructor(
    readonly http: Http,
    readonly profile: Profile,
    readonly target: Target,
  ) {}

  /**
   * Reads the server's discovery endpoints and learns what its resource types take.
   * @param only the names of the resource types to look at; the others serve as what these refer to
   * @throws Finding
   */
  static async of(target: Target, only: readonly string[] = []): Promise<Subject> {
    const http = new Http(target);
    const subject = new Subject(http, await readProfile(http), target);
    subject.types.push(...subject.profile.types.map((type) => new ResourceType(subject, type)));
    for (const type of [...subject.types]) {
      const { isOpen, remarks } = await learn(type);
      subject.remarks.push(...remarks.map((remark) => `${type.name} ${remark}`));
      if (!isOpen) subject.types.splice(subject.types.indexOf(type), 1);
    }
    subject.looked = subject.types.filter(({ name }) => only.length === 0 || only.includes(name));
    return subject;
  }

  /** The resource type that the values of a complex attribute refer to by its `$ref` (RFC 7643 section 2.4). */
  targetOf({ subAttributes }: Attribute): ResourceType | undefined {
    const { referenceTypes = [] } = subAttributes.find(({ name }) => name === '$ref') ?? {};
    if (!subAttributes.some(({ name }) => name === 'value')) return undefined;
    return this.types.find(({ name }) => referenceTypes.includes(name));
  }
}
