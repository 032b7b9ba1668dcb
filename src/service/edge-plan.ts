// From what a request says of an edge attribute to the edges to add and to remove: those that really change.
// A plan that changes nothing is how a request with no effect is told (RFC 7644 section 3.5.2.1).
import { ScimError, show } from '../errors/scim-error.js';
import { evaluate } from '../filter/evaluate.js';
import type { EdgeStep } from '../patch/edge-steps.js';
import type { Edge, ResourceType } from '../schema/model.js';
import { findAttribute } from '../schema/model.js';
import { searchForm } from '../schema/search-form.js';
import type { ServiceContext } from './context.js';
import { typeNamed } from './context.js';
import type { EdgeTarget } from './ports.js';

export interface EdgePlan {
  readonly edge: Edge;
  readonly add: readonly EdgeTarget[];
  readonly remove: readonly string[];
}

/** What steps come to, before anybody looks at the edges that exist. */
interface Intent {
  cleared: boolean;
  readonly add: Set<string>;
  readonly remove: Set<string>;
}

/**
 * Plans the steps for the edges of one resource.
 * @param owner its id; undefined for one that is about to be created
 * @throws ScimError invalidValue where a target does not exist
 */
export async function planEdges(
  context: ServiceContext,
  type: ResourceType,
  owner: string | undefined,
  steps: ReadonlyMap<string, readonly EdgeStep[]>,
): Promise<EdgePlan[]> {
  const plans = [...steps].map(async ([name, ofAttribute]) => {
    const edge = findAttribute(type.root, name)?.edge;
    if (edge === undefined) throw new Error(`${name} of ${type.name} has no edges`);
    const intent = await intend(context, type, edge, owner, ofAttribute);
    return planOne(context, edge, owner, intent);
  });
  return (await Promise.all(plans)).filter(({ add, remove }) => add.length > 0 || remove.length > 0);
}

/**
 * Carries out a plan. A target that was removed or renamed after it was looked up has missed the new edges: they are
 * mended here, so that no edge leads to nothing.
 */
export async function applyPlan(
  context: ServiceContext,
  owner: string,
  { edge, add, remove }: EdgePlan,
): Promise<void> {
  const { edges } = context;
  if (remove.length > 0) await edges.remove(edge, owner, remove);
  if (add.length === 0) return;
  await edges.add(edge, owner, add);
  const ids = add.map(({ id }) => id);
  const now = new Map((await lookUp(context, edge, ids)).map((target) => [target.id, target]));
  const gone = ids.filter((id) => !now.has(id));
  if (gone.length > 0) await edges.remove(edge, owner, gone);
  for (const { id, version } of add) {
    const target = now.get(id);
    if (target !== undefined && target.version > version) await edges.rename(edge, id, target);
  }
}

export function countOf(plans: readonly EdgePlan[]): number {
  return plans.reduce((count, { add, remove }) => count + add.length - remove.length, 0);
}

async function planOne(
  context: ServiceContext,
  edge: Edge,
  owner: string | undefined,
  intent: Intent,
): Promise<EdgePlan> {
  const touched = [...intent.add, ...intent.remove];
  const [targets, existing] = await Promise.all([
    findTargets(context, edge, [...intent.add], owner),
    owner === undefined ? new Set<string>() : existingEdges(context, edge, owner, intent.cleared ? 'all' : touched),
  ]);
  const unwanted = intent.cleared ? [...existing].filter((id) => !intent.add.has(id)) : [...intent.remove];
  return {
    edge,
    add: targets.filter(({ id }) => !existing.has(id)),
    remove: unwanted.filter((id) => existing.has(id)),
  };
}

async function intend(
  context: ServiceContext,
  type: ResourceType,
  edge: Edge,
  owner: string | undefined,
  steps: readonly EdgeStep[],
): Promise<Intent> {
  const intent: Intent = { cleared: false, add: new Set(), remove: new Set() };
  const drop = (id: string) => {
    intent.add.delete(id);
    intent.remove.add(id);
  };
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
      const attribute = findAttribute(type.root, edge.attribute);
      const records = owner === undefined ? [] : await context.edges.from(edge, [owner]);
      for (const { target, targetType, display } of records) {
        const value = { value: target, type: targetType, ...(display === undefined ? {} : { display }) };
        if (attribute !== undefined && evaluate(step.filter, searchForm(attribute, value))) drop(target);
      }
    }
  }
  return intent;
}

async function existingEdges(context: ServiceContext, edge: Edge, owner: string, ids: readonly string[] | 'all') {
  if (ids !== 'all') return context.edges.existing(edge, owner, ids);
  return new Set((await context.edges.from(edge, [owner])).map(({ target }) => target));
}

/** The resources that ids name, of any type that the edge may lead to. */
async function findTargets(
  context: ServiceContext,
  edge: Edge,
  ids: readonly string[],
  owner: string | undefined,
): Promise<EdgeTarget[]> {
  if (ids.length === 0) return [];
  if (owner !== undefined && ids.includes(owner)) {
    throw new ScimError('invalidValue', `${edge.attribute}: ${show(owner)} can't be a value of itself`);
  }
  const targets = await lookUp(context, edge, ids);
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

async function lookUp({ model, resources }: ServiceContext, edge: Edge, ids: readonly string[]): Promise<EdgeTarget[]> {
  const found = await Promise.all(
    edge.targetTypes.map(async (type) => {
      const names = await resources.names(typeNamed(model, type), ids);
      return [...names].map(([id, named]): EdgeTarget => ({ id, type, ...named }));
    }),
  );
  return found.flat();
}
