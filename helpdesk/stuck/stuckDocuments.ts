import type { Model } from 'mongoose';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/**
 * @param model each document of which may be stuck.
 * @param is which of them are, and how they are shown:
 *   - `stuck`: the filter, at this moment
 *   - `since`: the field by which the newest come first
 *   - `readId`: the document's id in that of a thing, whatever somebody sent; absent: they are the same
 * @returns how these are listed and found.
 */
export function stuckDocuments<Document>(
  model: Model<Document>,
  is: {
    stuck: () => object;
    since: string;
    asThing: (document: Document) => StuckThing;
    readId?: (id: string) => unknown;
  },
): Pick<StuckSource, 'list' | 'find'> {
  const { stuck, since, asThing, readId = (id) => id } = is;
  return {
    async list(most) {
      const newestFirst = { [since]: -1 } as const;
      const documents = await model.find(stuck()).sort(newestFirst).limit(most).lean<Document[]>();
      return documents.map(asThing);
    },
    async find(id) {
      const _id = readId(id);
      const document = _id === undefined ? null : await model.findOne({ _id, ...stuck() }).lean<Document>();
      return document ? asThing(document) : undefined;
    },
  };
}
