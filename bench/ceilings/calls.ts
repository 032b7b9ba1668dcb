// The one call to the database that each operation can't do without, by the driver alone: no SCIM, no validation, no
// version, no display names. What is compared with it shows what all those cost.
import { randomUUID } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { userId } from '../population.js';

/** A request, as far as a call looks at it. */
export interface Asked {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly body: Document;
}

/** A value in quotes, in a filter or a path. */
const QUOTED = /"([^"]*)"/g;

export function createCalls(db: Db) {
  const users = db.collection<Document & { _id: string }>('users');
  const groups = db.collection<Document & { _id: string }>('groups');
  const edges = db.collection<{ _id: string; o: string; t: string }>('edges');
  const quoted = (text: string) => [...text.matchAll(QUOTED)].map(([, value = '']) => value);
  const edgeOf = (o: string, t: string) => ({ _id: `${o}:${t}`, o, t });
  const range = (owner: string) => ({ _id: { $gt: `${owner}:`, $lt: `${owner};` } });
  const made = (body: Document) => ({ ...body, _id: randomUUID() });

  return {
    getUser: ({ id }: Asked) => users.findOne({ _id: id }),

    /** By userName, by a value of emails, or a page: sorted, or from the key that the index of its first user makes. */
    async listUsers({ query }: Asked) {
      const filter = query.get('filter');
      if (filter === null) {
        const limit = Number(query.get('count'));
        const sortBy = query.get('sortBy');
        if (sortBy !== null) return { Resources: await users.find({}, { sort: { [sortBy]: 1 }, limit }).toArray() };
        const first = userId(Number(query.get('startIndex')) - 1);
        const page = users.find({ _id: { $gte: first } }, { sort: { _id: 1 }, limit });
        return { Resources: await page.toArray() };
      }
      const [first = '', second] = quoted(filter);
      const found = await users.findOne(
        second === undefined ? { userName: first } : { emails: { $elemMatch: { type: first, value: second } } },
      );
      return { totalResults: 1, Resources: [found] };
    },

    async createUser({ body }: Asked) {
      const user = made(body);
      await users.insertOne(user);
      return { ...user, id: user._id };
    },

    patchUser: ({ id, body }: Asked) =>
      users.findOneAndUpdate(
        { _id: id },
        { $set: { active: (body['Operations'] as Document[])[0]?.['value'] as unknown } },
        { returnDocument: 'after' },
      ),

    replaceUser: ({ id, body }: Asked) =>
      users.findOneAndUpdate({ _id: id }, { $set: body }, { returnDocument: 'after' }),

    async deleteUser({ id }: Asked) {
      await users.deleteOne({ _id: id });
    },

    async getGroup({ id, query }: Asked) {
      if (query.has('excludedAttributes')) return groups.findOne({ _id: id });
      const members = await edges.find(range(id), { projection: { t: 1 } }).toArray();
      return { id, members: members.map(({ t }) => ({ value: t })) };
    },

    async createGroup({ body }: Asked) {
      const { members, ...rest } = body;
      const group = made(rest);
      await groups.insertOne(group);
      await edges.insertMany((members as { value: string }[]).map(({ value }) => edgeOf(group._id, value)));
      return { id: group._id };
    },

    /** Members to add, or one to remove. */
    async patchGroup({ id, body }: Asked) {
      const [operation = {}] = body['Operations'] as { op?: string; path?: string; value?: { value: string }[] }[];
      if (operation.op === 'remove') {
        const [member = ''] = quoted(operation.path ?? '');
        await edges.deleteOne({ _id: edgeOf(id, member)._id });
        return;
      }
      const added = (operation.value ?? []).map(({ value }) => edgeOf(id, value));
      const [only] = added;
      if (only !== undefined && added.length === 1) await edges.insertOne(only);
      else await edges.insertMany(added);
    },

    async deleteGroup({ id }: Asked) {
      await groups.deleteOne({ _id: id });
      await edges.deleteMany(range(id));
    },

    async bulk({ body }: Asked) {
      const created = (body['Operations'] as { data: Document }[]).map(({ data }) => made(data));
      await users.insertMany(created, { ordered: false });
      return { Operations: created.map(({ _id }) => ({ status: '201', location: `/Users/${_id}` })) };
    },
  };
}
