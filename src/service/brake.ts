// The brake on mass deactivation: what takes a resource out of use is counted once, however often it is tried
// (docs/decisions/0020).
import { isRefusal } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/model.js';
import type { JsonObject } from '../spec/json.js';
import type { Done } from './audit.js';
import type { ServiceContext } from './context.js';

/** To be called before the action. @throws ScimError braked where it is one too many */
export type Count = () => Promise<void>;

/**
 * Does work that may take a resource out of use.
 * @param work counts before it does so; what it doesn't do after all does not count
 */
export async function braked<T extends Done>(
  { brake }: ServiceContext,
  type: ResourceType,
  work: (count: Count) => Promise<T>,
): Promise<T> {
  if (brake === undefined || type.status === undefined) return work(async () => undefined);
  let isBegun = false;
  const end = async (isDone: boolean) => {
    if (isBegun) await brake.end(type, isDone);
  };
  try {
    const done = await work(async () => {
      if (!isBegun) await brake.begin(type);
      isBegun = true;
    });
    await end(done.isChanged);
    return done;
  } catch (error) {
    await end(!isRefusal(error));
    throw error;
  }
}

/** Tells a change that takes a resource out of use. One without a status is in use. */
export function deactivates({ status }: ResourceType, before: JsonObject, after: JsonObject): boolean {
  return status !== undefined && before[status.name] !== false && after[status.name] === false;
}
