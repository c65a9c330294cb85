import mongoose, { Schema } from 'mongoose';

/**
 * A conversation as the helpdesk's list shows it: derived from the conversation and its messages outside of the turns
 * (helpdesk/log/logReader.ts), so that finding it by whatever costs no turn anything. Can be made anew at any time.
 */
export interface ListedConversation {
  /** Conversation._id */
  _id: string;
  /** What somebody has joined is that and nothing else. */
  state: 'waiting' | 'joined' | 'open' | 'done';
  /** Of the step of the log reading that wrote it last; see models/logReading.ts. */
  seq: number;
  /** How the conversation stood when it was listed; helpdesk/log/conversationMark.ts. */
  mark: string;
  channel: 'teams' | 'mail';
  person?: string;
  name?: string;
  /** Of a mail that nobody's conversation could take it into: the address that it says it is from, not proven. */
  claims?: string;
  /** Ids of the purchasing accounts. */
  organizations: string[];
  /** Names under which a domain would cover the person's address: looked at anew when one of them changes hands. */
  domains: string[];
  language?: string;
  walk?: string;
  step?: string;
  startedAt: Date;
  lastMessageAt: Date;
  lastText: string;
  lastDirection: 'in' | 'out' | 'note';
  /** The name of who of the helpdesk said it. */
  lastOperator?: string;
  /** When the person last said something. */
  lastInAt?: Date;
  waitingSince?: Date;
  joinedBy?: { email: string; name: string };
  doneAt?: Date;
  /** The newest message that did not get through, or turn that broke; until somebody is done with it. */
  stuckAt?: Date;
}

const schema = new Schema<ListedConversation>(
  {
    _id: { type: String, required: true },
    state: { type: String, required: true },
    seq: { type: Number, required: true },
    mark: { type: String, required: true },
    channel: { type: String, required: true },
    person: String,
    name: String,
    claims: String,
    organizations: { type: [String], default: [] },
    domains: { type: [String], default: [] },
    language: String,
    walk: String,
    step: String,
    startedAt: { type: Date, required: true },
    lastMessageAt: { type: Date, required: true },
    lastText: { type: String, default: '' },
    lastDirection: { type: String, required: true },
    lastOperator: String,
    lastInAt: Date,
    waitingSince: Date,
    joinedBy: { type: new Schema({ email: String, name: String }, { _id: false }) },
    doneAt: Date,
    stuckAt: Date,
  },
  { collection: 'listedConversations', versionKey: false },
);
// One for each thing that the list can be narrowed by, in the list's order: helpdesk/list/listConversations.ts takes the
// one that narrows most.
schema.index({ lastMessageAt: -1, _id: -1 });
for (const field of ['person', 'organizations', 'state', 'walk', 'language', 'channel']) {
  schema.index({ [field]: 1, lastMessageAt: -1, _id: -1 });
}
schema.index({ stuckAt: 1 }, { partialFilterExpression: { stuckAt: { $exists: true } } });
schema.index({ seq: 1 });

export const ListedConversation = mongoose.model<ListedConversation>('ListedConversation', schema);
