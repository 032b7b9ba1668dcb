// The indexes that the document asks for: unique ones from `uniqueness`, plain ones from `index`, those of edges.
import type { CreateIndexesOptions, Db, IndexSpecification } from 'mongodb';
import type { Attribute, Model, ResourceType } from '../../schema/model.js';
import { isComputed } from '../../schema/model.js';
import { searchField } from './stored-form.js';

export interface IndexPlan {
  readonly collection: string;
  readonly key: IndexSpecification;
  readonly options: CreateIndexesOptions;
}

/** The indexes of a model. */
export function planIndexes(model: Model): IndexPlan[] {
  return model.resourceTypes.flatMap((type) => [
    ...chains(type.root, []).flatMap((chain) => planAttribute(type, chain)),
    ...type.root.subAttributes.flatMap(({ edge }): IndexPlan[] =>
      edge === undefined
        ? []
        : [
            { collection: `${edge.ownerType}.${edge.attribute}`, key: { t: 1 }, options: {} },
            { collection: `${edge.ownerType}.${edge.attribute}`, key: { o: 1 }, options: {} },
          ],
    ),
  ]);
}

/** Makes the indexes that are missing; MongoDB builds them without blocking reads and writes. */
export async function buildIndexes(db: Db, model: Model): Promise<void> {
  for (const { collection, key, options } of planIndexes(model))
    await db.collection(collection).createIndex(key, options);
}

function planAttribute(type: ResourceType, chain: readonly Attribute[]): IndexPlan[] {
  const attribute = chain.at(-1);
  if (attribute === undefined || isComputed(attribute)) return [];
  const field = searchField(
    type,
    chain.map(({ name }) => name),
  );
  if (attribute.uniqueness !== 'none') {
    // Absent values don't clash.
    const options = { unique: true, partialFilterExpression: { [field]: { $exists: true } } };
    return [{ collection: type.name, key: { [field]: 1 }, options }];
  }
  return attribute.index ? [{ collection: type.name, key: { [field]: 1 }, options: {} }] : [];
}

function chains(parent: Attribute, above: readonly Attribute[]): (readonly Attribute[])[] {
  return parent.subAttributes.flatMap((attribute) => {
    const chain = [...above, attribute];
    return [chain, ...chains(attribute, chain)];
  });
}
