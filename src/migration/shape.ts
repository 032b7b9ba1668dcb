// The shape of what is stored: of each attribute all that decides the stored form of its values. The database keeps the
// shape that its resources were written by, so a document that asks for another one is noticed.
import type { Attribute, DataType, ResourceType } from '../schema/model.js';
import { isComputed, isHidden } from '../schema/model.js';

export interface Shape {
  /** As it is stored: of an extension the name of its component. */
  readonly name: string;
  readonly type: DataType;
  readonly multiValued: boolean;
  /** Whether the search form holds text as it came. */
  readonly caseExact: boolean;
  /** Whether the search form leaves it out. */
  readonly hidden: boolean;
  readonly secret?: Attribute['secret'];
  readonly renamedFrom?: string;
  /** The document no longer has it; values may still be stored. */
  readonly left?: true;
  readonly parts: readonly Shape[];
}

/** The shapes of the attributes that are stored with a resource: neither of edges, nor of what is computed. */
export function shapeOf(type: ResourceType): readonly Shape[] {
  const keys = new Map(type.extensions.map(({ schema }) => [schema.id, schema.key]));
  return partsOf(type.root).map((shape) => ({ ...shape, name: keys.get(shape.name) ?? shape.name }));
}

function partsOf(parent: Attribute): Shape[] {
  return parent.subAttributes
    .filter((attribute) => !isComputed(attribute) && attribute.edge === undefined)
    .map((attribute) => ({
      name: attribute.name,
      type: attribute.type,
      multiValued: attribute.multiValued,
      caseExact: isText(attribute) && attribute.caseExact,
      hidden: isHidden(attribute),
      ...(attribute.secret === undefined ? {} : { secret: attribute.secret }),
      ...(attribute.renamedFrom === undefined ? {} : { renamedFrom: attribute.renamedFrom }),
      parts: partsOf(attribute),
    }));
}

/** References are stored and compared as strings are. */
export function isText({ type }: Pick<Shape, 'type'>): boolean {
  return type === 'string' || type === 'reference';
}

/** An attribute as it was stored, and as it is to be. */
export interface Pair {
  readonly was: Shape;
  readonly is: Shape;
}

/**
 * What becomes of each attribute that was stored: the one of its name, in any letter case, or the one that was renamed
 * from it. An attribute that is new has no part in it, nor has one that the document no longer has.
 */
export function pairsOf(before: readonly Shape[], after: readonly Shape[]): readonly Pair[] {
  return before.flatMap((was) => {
    const is =
      after.find(({ name }) => name === was.name) ??
      after.find(({ renamedFrom }) => renamedFrom === was.name) ??
      after.find(({ name }) => name.toLowerCase() === was.name.toLowerCase());
    return is === undefined ? [] : [{ was, is }];
  });
}

/** The shape after a migration, or where there was nothing to migrate; what the document no longer has stays known. */
export function merged(before: readonly Shape[], after: readonly Shape[]): readonly Shape[] {
  const pairs = pairsOf(before, after);
  const left = before.filter((was) => !pairs.some((pair) => pair.was === was));
  return [
    ...after.map((is) => {
      const { renamedFrom: _done, ...rest } = is;
      const parts = pairs.filter((pair) => pair.is === is).flatMap(({ was }) => was.parts);
      return { ...rest, parts: merged(parts, is.parts) };
    }),
    ...left.map((was) => ({ ...was, left: true as const })),
  ];
}
