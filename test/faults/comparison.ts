// What clients were told, compared with what is there when nothing breaks any more.
import { withoutEvent } from './account.js';
import type { Setting, Unit } from './ledger.js';
import { faultOf, shownState } from './ledger.js';
import type { ServerProcess } from './server-process.js';
import { allShown } from './shown.js';

export interface Told {
  readonly setting: Setting;
  readonly units: readonly Unit[];
  /** Groups whose POST got no answer, by their mark, with how many members they would have. */
  readonly unknownGroups: ReadonlyMap<string, number>;
  /** What was acknowledged, by the ids of its request and of what it is about. */
  readonly written: ReadonlyMap<string, string>;
  /** What was answered as it must not be. */
  readonly wrong: readonly string[];
}

/**
 * What is lost, half-applied, in no log, or was answered as it must not be.
 * @param uri leads to the database of the server
 */
export async function faultsOf(told: Told, server: ServerProcess, uri: string): Promise<string[]> {
  const users = await allShown(server, '/Users', 'title,displayName');
  const groups = await allShown(server, '/Groups', 'displayName,externalId,members');
  const joined = new Set<string>(groups.get(told.setting.shared).members?.map(({ value }: any) => value));
  const ofUnits = told.units.map((unit) =>
    faultOf(unit, shownState(users.get(unit.user), groups.get(unit.group), joined.has(unit.user))),
  );
  const ofGroups = Array.from(told.unknownGroups, ([mark, members]) => {
    const ofMark = Array.from(groups.values()).filter(({ displayName }) => displayName === mark);
    const sizes = ofMark.map((group) => group.members?.length ?? 0);
    const isWhole = sizes.length === 0 || (sizes.length === 1 && sizes[0] === members);
    return isWhole ? undefined : `POST of a group with ${members} members left ${JSON.stringify(sizes)}`;
  });
  const found = [...told.wrong, ...(await withoutEvent(uri, told.written)), ...ofUnits, ...ofGroups];
  return found.filter((fault) => fault !== undefined);
}
