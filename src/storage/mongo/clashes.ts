// Stored resources that share a value which is to be unique: they are told before anything is changed.
import type { Db } from 'mongodb';

/** An index that is to be made. */
interface Planned {
  readonly collection: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly options: { readonly name: string; readonly unique?: boolean };
}

/** What is found of one index. Values are left out: they may be nobody's business who reads a log. */
interface Clash {
  readonly values: number;
  readonly resources: number;
  /** Two resources with one value. */
  readonly pair: readonly [string, string];
}

/**
 * Looks at what is stored before unique indexes are made; changes nothing.
 * @throws Error with a line for each attribute whose values clash
 */
export async function refuseClashes(db: Db, plans: readonly Planned[]): Promise<void> {
  const lines = await findClashes(db, plans);
  if (lines.length > 0) throw new Error([...lines, 'No index was created or dropped.'].join('\n'));
}

/** @returns a line for each attribute whose values clash */
export async function findClashes(db: Db, plans: readonly Planned[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const plan of plans) {
    const clash = plan.options.unique === true ? await findClash(db, plan) : undefined;
    if (clash !== undefined) lines.push(lineOf(plan, clash));
  }
  return lines;
}

async function findClash(db: Db, { collection, key }: Planned): Promise<Clash | undefined> {
  const [field = ''] = Object.keys(key);
  const stages = [
    { $match: { [field]: { $exists: true } } },
    { $group: { _id: `$${field}`, resources: { $sum: 1 }, first: { $min: '$_id' }, last: { $max: '$_id' } } },
    { $match: { resources: { $gt: 1 } } },
    {
      $group: {
        _id: null,
        values: { $sum: 1 },
        resources: { $sum: '$resources' },
        first: { $first: '$first' },
        last: { $first: '$last' },
      },
    },
  ];
  const [found] = await db.collection(collection).aggregate(stages, { allowDiskUse: true }).toArray();
  if (found === undefined) return undefined;
  const { values, resources, first, last } = found as {
    values: number;
    resources: number;
    first: string;
    last: string;
  };
  return { values, resources, pair: [first, last] };
}

function lineOf({ collection, key, options }: Planned, { values, resources, pair }: Clash): string {
  const attribute = `${collection}.${Object.keys(key).join().replace(/^s\./, '')}`;
  const clashing = values === 1 ? 'a value is' : `${values} values are`;
  return (
    `${attribute} can't be unique: ${clashing} shared by ${resources} stored resources, as by ${pair.join(' and ')}, ` +
    `so the index ${options.name} of ${collection} can't be built. How to fix: give the resources values of their ` +
    `own, or remove uniqueness from the attribute`
  );
}
