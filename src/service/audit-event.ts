// The record of a change of state, as openapi-admin/schemas/AuditEvent.yaml declares it: what the words mean is there.

export interface AuditEvent extends Settlement {
  /** A UUID v7: the order of ids is the order of time. */
  readonly id: string;
  readonly time: string;
  /** Where it isn't the one whose log it is in. */
  readonly tenant?: string;
  readonly actor: Origin['actor'];
  readonly request: Origin['request'];
  readonly action: AuditAction;
  readonly changes: readonly Change[];
  readonly deviations?: readonly string[];
}

/** What is known for sure once the change is made. */
export interface Settlement {
  readonly target: AuditTarget;
  readonly versions: { readonly before?: number; readonly after?: number };
  readonly outcome: AuditOutcome;
}

export type AuditAction = 'create' | 'replace' | 'patch' | 'delete';

export interface AuditTarget {
  readonly type: string;
  readonly id: string;
  readonly externalId?: string;
  readonly display?: string;
}

export interface Change {
  /** Undefined where it is the whole resource. */
  readonly path?: string;
  readonly op: 'add' | 'remove' | 'replace';
  readonly before?: string;
  readonly after?: string;
  /** Of edges. */
  readonly targets?: readonly string[];
  readonly count?: number;
}

export interface AuditOutcome {
  readonly result: 'unknown' | 'success' | 'noChange' | 'failure';
  readonly status?: number;
  readonly scimType?: string;
}

/** Who asks, by which request. */
export interface Origin {
  readonly actor: {
    /** The public key id: never the token itself. */
    readonly token?: string;
    readonly subject?: string;
    readonly address: string;
    readonly userAgent?: string;
  };
  readonly request: {
    readonly id: string;
    /** The operationId in the document. */
    readonly operation: string;
    readonly traceId: string;
  };
  /** What was tolerated so far. */
  readonly deviations: ReadonlySet<string>;
}
