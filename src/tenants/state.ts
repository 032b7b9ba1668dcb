// What an operator sees of the database of a tenant: what its brake has counted, and its indexes.

/** What the brake on mass deactivation has counted of a resource type. */
export interface BrakeState {
  readonly type: string;
  /** When the count began. */
  readonly since: Date;
  readonly count: number;
  /** The most until the window ends. */
  readonly allowed: number;
  /** Since when it refuses, until it is released. */
  readonly stopped?: Date | undefined;
  /** When the log was told of too many. */
  readonly warned?: Date | undefined;
  /** Nothing is stopped before. */
  readonly releasedUntil?: Date | undefined;
}

export interface BrakeStore {
  /** By type. */
  list(tenant: string): Promise<readonly BrakeState[]>;
  /** Begins the count of a type anew: what was stopped goes on. */
  release(tenant: string, released: Pick<BrakeState, 'type' | 'since' | 'releasedUntil'>): Promise<void>;
}

/** An index beside what the document asks for. */
export interface IndexState {
  readonly collection: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly unique: boolean;
  /**
   * `missing`: the next start makes it. `obsolete`: the next start drops it.
   * `other`: MongoDB's own, or made by an operator.
   */
  readonly state: 'exists' | 'building' | 'missing' | 'obsolete' | 'other';
  /** Undefined of one that is not there. */
  readonly bytes: number | undefined;
  /** Of the node that was asked; undefined of an index that is not there. */
  readonly uses: { readonly count: number; readonly since: Date } | undefined;
  /** No query has used it, and nothing else is lost without it: a unique index holds its rule unasked. */
  readonly isUnused: boolean;
}
