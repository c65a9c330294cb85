import mongoose, { Schema } from 'mongoose';

/** What became of the runs of one walk. */
export interface WalkSums {
  walk: string;
  begun: number;
  finished: number;
  givenUp: { step: string; times: number }[];
}

/** What was said in a length of time: sums, and nothing of anybody. */
export interface TalkSums {
  /** In how many conversations something was said. */
  conversations: number;
  messagesIn: number;
  messagesOut: number;
  walks: WalkSums[];
}

/**
 * The sums of one day in one time zone, made when nothing can change them any more. They stay when the messages go:
 * what retention and erasing remove are words, not figures.
 */
export interface DayFigures extends TalkSums {
  /** `2026-11-25 Europe/Rome` */
  _id: string;
  day: string;
  zone: string;
}

const schema = new Schema<DayFigures>(
  {
    _id: { type: String, required: true },
    day: { type: String, required: true },
    zone: { type: String, required: true },
    conversations: { type: Number, required: true },
    messagesIn: { type: Number, required: true },
    messagesOut: { type: Number, required: true },
    walks: {
      type: [
        new Schema(
          {
            walk: String,
            begun: Number,
            finished: Number,
            givenUp: [new Schema({ step: String, times: Number }, { _id: false })],
          },
          { _id: false },
        ),
      ],
      default: [],
    },
  },
  { collection: 'dayFigures', versionKey: false },
);
schema.index({ zone: 1, day: 1 });

export const DayFigures = mongoose.model<DayFigures>('DayFigures', schema);
