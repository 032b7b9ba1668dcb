// From what a request says of an edge attribute to the edges to add and to remove: those that really change.
// A plan that changes nothing is how a request with no effect is told (RFC 7644 section 3.5.2.1).
import { ScimError, show } from '../errors/scim-error.js';
import { evaluate } from '../filter/evaluate.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import { boundLooks } from '../patch/effort.js';
import type { Edge, ResourceType } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import { searchForm } from '../schema/search-form.js';
import type { ServiceContext } from './context.js';
import { typeNamed } from './context.js';
import { edgesFrom, edgeValue } from './edge-values.js';
import { chunks } from './chunks.js';
import type { EdgeTarget, Writes } from './ports.js';

/** Targets that are looked at once more at once. */
const SOME = 1_000;

/** What is asked for, whatever edges there are. */
interface Goal {
  readonly edge: Edge;
  readonly present: readonly EdgeTarget[];
  /** The targets to have no edge to; `others`: all that are not in `present`. */
  readonly absent: readonly string[] | 'others';
}

/** What it takes to get there from the edges that were found. */
export interface EdgePlan extends Goal {
  readonly add: readonly EdgeTarget[];
  readonly remove: readonly string[];
}

/** The resource whose edges are planned. */
interface EdgeOwner {
  readonly type: ResourceType;
  readonly id: string;
  /** Of one that is about to be created: all that are created with it, by id. */
  readonly companions?: ReadonlyMap<string, EdgeTarget>;
}

/** What steps come to, before anybody looks at the edges that exist. */
interface Intent {
  cleared: boolean;
  readonly add: Set<string>;
  readonly remove: Set<string>;
}

/** Whether edges are looked at before they are written. Writing tells how many changed, but only afterwards. */
type Looking = 'before' | 'never';

/**
 * Plans the steps for the edges of one resource.
 * @throws ScimError invalidValue where a target does not exist
 */
export async function planEdges(
  context: ServiceContext,
  owner: EdgeOwner,
  steps: ReadonlyMap<string, readonly EdgeStep[]>,
  looking: Looking = 'before',
): Promise<EdgePlan[]> {
  const plans = [...steps].map(async ([name, ofAttribute]) => {
    const edge = findAttribute(owner.type.root, name)?.edge;
    if (edge === undefined) throw new Error(`${name} of ${owner.type.name} has no edges`);
    const intent = await intend(context, edge, owner, ofAttribute);
    return planOne(context, edge, owner, intent, looking);
  });
  return (await Promise.all(plans)).filter(({ add, remove }) => add.length > 0 || remove.length > 0);
}

/** The same plans for the edges that are there now: in a transaction, those that it changes. */
export async function planAgain(
  edges: Writes['edges'],
  owner: string,
  plans: readonly EdgePlan[],
): Promise<EdgePlan[]> {
  const again: EdgePlan[] = [];
  // One after the other: a transaction has one thing under way.
  for (const plan of plans) again.push(planFor(plan, await edges.existing(plan.edge, owner, concernedBy(plan))));
  return again;
}

/** How many edges really changed. */
interface EdgesWritten {
  readonly added: number;
  readonly removed: number;
}

/** Carries out plans for the resource of that id; mendEdges is to follow. */
export async function writeEdges(
  edges: Writes['edges'],
  owner: string,
  plans: readonly EdgePlan[],
): Promise<EdgesWritten> {
  let [added, removed] = [0, 0];
  for (const { edge, add, remove } of plans) {
    if (remove.length > 0) removed += await edges.remove(edge, owner, remove);
    if (add.length > 0) added += await edges.add(edge, owner, add);
  }
  return { added, removed };
}

/**
 * A target that was removed or renamed after it was looked up has missed the new edges: no edge may lead to nothing,
 * and each has the name that its target has now.
 * @returns how many edges were taken back
 */
export async function mendEdges(context: ServiceContext, owner: string, plans: readonly EdgePlan[]): Promise<number> {
  const takenBack = await Promise.all(
    plans.map(async ({ edge, add }) => {
      let count = 0;
      for (const some of chunks(add, SOME)) count += await mendSome(context, owner, edge, some);
      return count;
    }),
  );
  return takenBack.reduce((sum, count) => sum + count, 0);
}

async function mendSome(
  context: ServiceContext,
  owner: string,
  edge: Edge,
  add: readonly EdgeTarget[],
): Promise<number> {
  const ids = add.map(({ id }) => id);
  const now = new Map((await lookUp(context, edge, ids)).map((target) => [target.id, target]));
  const gone = ids.filter((id) => !now.has(id));
  if (gone.length > 0) await context.edges.remove(edge, owner, gone);
  for (const { id, version } of add) {
    const target = now.get(id);
    if (target !== undefined && target.version > version) await context.edges.rename(edge, id, target);
  }
  return gone.length;
}

/** By how many the edges of their owner grow. */
export function countOf(plans: readonly EdgePlan[]): number {
  return plans.reduce((count, { add, remove }) => count + add.length - remove.length, 0);
}

/** How many edges plans change. */
export function changesOf(plans: readonly EdgePlan[]): number {
  return plans.reduce((count, { add, remove }) => count + add.length + remove.length, 0);
}

async function planOne(
  context: ServiceContext,
  edge: Edge,
  owner: EdgeOwner,
  intent: Intent,
  looking: Looking,
): Promise<EdgePlan> {
  const goal = async (): Promise<Goal> => ({
    edge,
    present: await findTargets(context, edge, [...intent.add], owner),
    absent: intent.cleared ? 'others' : [...intent.remove],
  });
  const concerned = intent.cleared ? 'all' : [...intent.add, ...intent.remove];
  if (owner.companions !== undefined) return planFor(await goal(), new Set());
  if (looking === 'never' && concerned !== 'all') return planUnseen(await goal());
  const [found, existing] = await Promise.all([goal(), context.edges.existing(edge, owner.id, concerned)]);
  return planFor(found, existing);
}

/** The targets whose edges have to be looked at. */
function concernedBy({ present, absent }: Goal): string[] | 'all' {
  return absent === 'others' ? 'all' : [...present.map(({ id }) => id), ...absent];
}

function planFor(goal: Goal, existing: ReadonlySet<string>): EdgePlan {
  const { present, absent } = goal;
  const kept = new Set(present.map(({ id }) => id));
  return {
    ...goal,
    add: present.filter(({ id }) => !existing.has(id)),
    remove: absent === 'others' ? [...existing].filter((id) => !kept.has(id)) : absent.filter((id) => existing.has(id)),
  };
}

/** Without a look: writing tells which were there. */
function planUnseen(goal: Goal): EdgePlan {
  return { ...goal, add: goal.present, remove: goal.absent === 'others' ? [] : goal.absent };
}

async function intend(
  context: ServiceContext,
  edge: Edge,
  owner: EdgeOwner,
  steps: readonly EdgeStep[],
): Promise<Intent> {
  const intent: Intent = { cleared: false, add: new Set(), remove: new Set() };
  const drop = (id: string) => {
    intent.add.delete(id);
    intent.remove.add(id);
  };
  const look = boundLooks(edge.attribute, context.patchLimits);
  for (const step of steps) {
    if (step.kind === 'clear') {
      intent.cleared = true;
      intent.add.clear();
      intent.remove.clear();
    } else if (step.kind === 'add') {
      for (const id of step.ids) {
        intent.remove.delete(id);
        intent.add.add(id);
      }
    } else if (step.kind === 'remove') {
      step.ids.forEach(drop);
    } else {
      const attribute = findAttribute(owner.type.root, edge.attribute);
      if (attribute === undefined) throw new Error(`${edge.ownerType} has no ${edge.attribute}`);
      for await (const section of edgesFrom(context.edges, edge, owner.id)) {
        look(step.filter, section.length);
        for (const record of section) {
          if (evaluate(step.filter, searchForm(attribute, edgeValue(record)))) drop(record.target);
        }
      }
    }
  }
  return intent;
}

/** The resources that ids name, of any type that the edge may lead to. */
async function findTargets(
  context: ServiceContext,
  edge: Edge,
  ids: readonly string[],
  { id: owner, companions = new Map<string, EdgeTarget>() }: EdgeOwner,
): Promise<EdgeTarget[]> {
  if (ids.includes(owner)) {
    throw new ScimError('invalidValue', `${edge.attribute}: ${show(owner)} can't be a value of itself`);
  }
  // What is created with the owner isn't there yet.
  const companionOf = (id: string) => {
    const companion = companions.get(id);
    return companion !== undefined && edge.targetTypes.includes(companion.type) ? companion : undefined;
  };
  const expected = ids.flatMap((id) => companionOf(id) ?? []);
  const existing = await lookUp(
    context,
    edge,
    ids.filter((id) => companionOf(id) === undefined),
  );
  const targets = [...expected, ...existing];
  const known = new Set(targets.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) {
    throw new ScimError(
      'invalidValue',
      `${edge.attribute}: there is no ${edge.targetTypes.join(' or ')} ${show(unknown)}`,
    );
  }
  return targets;
}

/** One type after the other, so that ids of the first, which most are, cost one look-up. */
async function lookUp({ model, resources }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<EdgeTarget[]> {
  const found: EdgeTarget[] = [];
  let left = ids;
  for (const type of edge.targetTypes) {
    if (left.length === 0) break;
    const names = await resources.names(typeNamed(model, type), left);
    for (const [id, { display, version }] of names) found.push({ id, type, display, version });
    left = left.filter((id) => !names.has(id));
  }
  return found;
}
