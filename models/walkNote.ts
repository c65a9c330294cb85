import mongoose from 'mongoose';

/** What one turn did on one run of a walk; for the figures. */
export interface WalkNote {
  /** Names the run, within its conversation. */
  run: string;
  walk: string;
  /** Where it stands after the turn, in the walk's own words; where it was given up. */
  step: string;
  /**
   * `finished`: it came to its end, or the person was told what they wanted and nothing is left to be done. `givenUp`: it
   * was cancelled, or begun anew. One that stays `open` without another note counts as given up in the end.
   */
  stands: 'open' | 'finished' | 'givenUp';
  /** It began with this turn. */
  begun?: true;
}

export const walkNoteSchema = new mongoose.Schema<WalkNote>(
  {
    run: { type: String, required: true },
    walk: { type: String, required: true },
    step: { type: String, required: true },
    stands: { type: String, enum: ['open', 'finished', 'givenUp'], required: true },
    begun: Boolean,
  },
  { _id: false },
);
