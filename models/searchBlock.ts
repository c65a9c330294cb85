import mongoose, { Schema } from 'mongoose';

/**
 * When on one day a word was said: a page of the index at the end of a book. Looking something up takes blocks and puts
 * together their times; which message it was is told by the entries of those times (models/searchEntry.ts).
 *
 * An array of words with an index over it would be simpler. But engines read such an index between two times only as two
 * halves, from the begin and to the end, so that each word would be read over the whole history, and for words that are
 * common and rarely meet each of their messages.
 */
export interface SearchBlock {
  /** Word and day, so that those of a word, and of words that begin alike, lie together; see onboarding/searchIndex/blockId.ts. */
  _id: string;
  word: string;
  /** Days since 1970, UTC. */
  day: number;
  /** Milliseconds of the day, ascending; see onboarding/searchIndex/packedTimes.ts. */
  times: Buffer;
}

const schema = new Schema<SearchBlock>(
  {
    _id: { type: String, required: true },
    word: { type: String, required: true },
    day: { type: Number, required: true },
    times: { type: Buffer, required: true },
  },
  { collection: 'searchBlocks', versionKey: false },
);
// A beginning that much is found by is looked up day by day.
schema.index({ day: 1, word: 1 });

export const SearchBlock = mongoose.model<SearchBlock>('SearchBlock', schema);
