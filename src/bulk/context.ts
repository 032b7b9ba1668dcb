// What a bulk request is performed with.
import type { MessageReader } from '../schema/messages.js';
import type { ResourceType } from '../schema/model.js';
import type { Call, ServiceContext } from '../service/context.js';

export interface BulkContext {
  readonly service: ServiceContext;
  /** Reads the data of a PATCH. */
  readonly readPatch: MessageReader;
  /** Of the SCIM endpoints: clients give whole URLs in the place of paths. */
  readonly baseUrl: string;
  readonly maxOperations: number;
}

export interface BulkCall extends Omit<Call, 'type'> {
  /** @throws ScimError forbidden where the client may not write resources of a type */
  readonly demandWrite: (type: ResourceType) => void;
  /** Takes from what the client may ask in a time: an operation costs as much as a request. */
  readonly charge: (operations: number) => void;
  /** Hears of errors that are the server's own: the client gets to see that there was one, no more. */
  readonly report: (error: unknown) => void;
}
