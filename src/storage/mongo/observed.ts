// A database whose commands are observed: name, time, failure. The driver has events of its own for that, but to fill
// them it decodes every answer a second time: measured, a quarter more CPU for a list of 100 resources.
import type { AbstractCursor, Collection, Db, Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Observe } from '../../observe/observation.js';
import { DUPLICATE_KEY } from './batch.js';

/** The methods of a collection that send a command at once, and MongoDB's name of it. */
const COMMANDS = {
  insertOne: 'insert',
  insertMany: 'insert',
  bulkWrite: 'update',
  updateOne: 'update',
  updateMany: 'update',
  replaceOne: 'update',
  deleteOne: 'delete',
  deleteMany: 'delete',
  findOne: 'find',
  findOneAndUpdate: 'findAndModify',
  findOneAndDelete: 'findAndModify',
  countDocuments: 'aggregate',
  estimatedDocumentCount: 'count',
  distinct: 'distinct',
} as const satisfies Partial<Record<keyof Collection, string>>;

/** Those that give a cursor. */
const CURSORS = ['find', 'aggregate'] as const satisfies readonly (keyof Collection)[];

type Call = (...args: unknown[]) => unknown;
export type Timed = <T>(command: string, call: () => Promise<T>) => Promise<T>;

/** The same database: each collection of it observes what is asked of it. */
export function observed(db: Db, observe: Observe): Db {
  const timed = timing(observe);
  const collections = new Map<string, Collection>();
  const collection = (name: string): Collection => {
    const known = collections.get(name) ?? observedCollection(db.collection(name), timed);
    collections.set(name, known);
    return known;
  };
  // The first key of a command is its name.
  const command = (text: Document, ...options: unknown[]) =>
    timed(Object.keys(text)[0] ?? '', () => db.command(text, ...(options as [])));
  return derived(db, { collection: collection as Call, command: command as Call });
}

/** Calls of the database, each observed under MongoDB's name of its command. */
export function timing(observe: Observe): Timed {
  return async (command, call) => {
    const start = performance.now();
    let isFailed = false;
    try {
      return await call();
    } catch (error) {
      isFailed = !isDuplicate(error);
      throw error;
    } finally {
      observe({ kind: 'databaseCommand', command, milliseconds: performance.now() - start, isFailed });
    }
  };
}

/** What a client asked for that is there already is no failure. */
function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

function observedCollection(collection: Collection, timed: Timed): Collection {
  const methodOf = (name: string) => (collection as unknown as Record<string, Call>)[name]?.bind(collection);
  const commands = Object.entries(COMMANDS).map(([method, command]) => {
    const call = methodOf(method);
    return [method, (...args: unknown[]) => timed(command, async () => call?.(...args))] as const;
  });
  const cursors = CURSORS.map((command) => {
    const open = methodOf(command);
    return [
      command,
      (...args: unknown[]) => observedCursor(open?.(...args) as AbstractCursor, command, timed),
    ] as const;
  });
  return derived(collection, Object.fromEntries<Call>([...commands, ...cursors]));
}

/** Read whole, a cursor is one command, unless what it finds is large. */
function observedCursor(cursor: AbstractCursor, command: string, timed: Timed): AbstractCursor {
  const toArray = cursor.toArray.bind(cursor);
  cursor.toArray = () => timed(command, toArray);
  return cursor;
}

/** An object that is another one but for some methods. */
function derived<T extends object>(from: T, methods: Readonly<Record<string, Call>>): T {
  return Object.assign(Object.create(from) as T, methods);
}
