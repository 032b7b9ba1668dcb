// What every operation of the service works with; the composition root makes it once.
import type { Parser } from '../filter/parse.js';
import type { PatchLimits } from '../patch/effort.js';
import type { Attribute, Edge, Model, ResourceType } from '../schema/model.js';
import type { Presenter } from '../representation/resource.js';
import type { Tolerance } from '../schema/tolerance.js';
import type { ResourceValidator } from '../schema/validator.js';
import type { Cursors } from '../search/cursor.js';
import type { Places } from '../search/places.js';
import type { Query } from '../search/query.js';
import type { Origin } from './audit-event.js';
import type { Audit, Brake, EdgeStore, Outbox, ResourceStore, Transaction } from './ports.js';

export interface ServiceContext {
  readonly model: Model;
  readonly resources: ResourceStore;
  readonly edges: EdgeStore;
  readonly transaction: Transaction;
  /** Undefined where no audit log is kept. */
  readonly audit: (Audit & Outbox) | undefined;
  /** Undefined where nothing is counted. */
  readonly brake: Brake | undefined;
  readonly validator: ResourceValidator;
  readonly parser: Parser;
  readonly presenter: Presenter;
  readonly cursors: Cursors;
  readonly places: Places;
  readonly limits: Limits;
  readonly patchLimits: PatchLimits;
  /** Hears of each list that a client asks for. */
  readonly searched?: (types: readonly ResourceType[], query: Query) => void;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/** What reading needs of it: the audit logs and the records of a deployment are read by the same functions. */
export interface ReadContext extends Pick<
  ServiceContext,
  'edges' | 'parser' | 'presenter' | 'cursors' | 'places' | 'limits' | 'searched'
> {
  readonly resources: Pick<ResourceStore, 'find' | 'page' | 'count'>;
}

export interface Limits {
  readonly maxResults: number;
  readonly defaultResults: number;
  /** Resources that a query without an index may look at. */
  readonly maxScan: number;
  /** The startIndex, above 1, from which on a page begins by key where its place is known. */
  readonly deepFrom: number;
}

/** One request, for one type of resource. */
export interface Call {
  readonly type: ResourceType;
  readonly tolerance: Tolerance;
  /** Who asks, for the audit log. */
  readonly origin: () => Origin;
}

export interface CallOnResource extends Call {
  readonly id: string;
  /** The header as it came (RFC 7644 section 3.14). */
  readonly ifMatch?: string | undefined;
  /** The inverse attributes that the answer shows. */
  readonly inverses?: readonly Attribute[];
}

/** The resource type of that name in the model. */
export function typeNamed(model: Model, name: string): ResourceType {
  const type = model.resourceTypes.find((candidate) => candidate.name === name);
  if (type === undefined) throw new Error(`the document has no resource type ${name}`);
  return type;
}

/** The edges that can lead to a resource of that type. */
export function edgesTo(model: Model, type: ResourceType): readonly Edge[] {
  return model.edges.filter(({ targetTypes }) => targetTypes.includes(type.name));
}
