import { settledArrival } from '../arrivals.ts';
import { SandboxMail } from '../sandboxMail.ts';
import type { Asked } from './answering.ts';
import { asGraphMessage } from './asGraphMessage.ts';
import { type DeltaState, deltaToken, readDeltaToken } from './deltaToken.ts';
import { GraphRefusal } from './graphRefusal.ts';
import { deliveredMessage, type MailboxMessage } from './mailboxMessage.ts';
import { selected } from './selected.ts';

const pageSize = { usual: 10, most: 1000 };

/**
 * One page of a delta query for what came into an inbox: at first everything that lies in it, then what came since
 * (Graph, "message: delta", with `changeType=created`).
 *
 * @param place the address of this query, without its parameters; the links to go on with begin with it.
 */
export async function deltaMessages(asked: Asked, folder: string, place: string): Promise<Record<string, unknown>> {
  if (folder !== 'inbox') throw new GraphRefusal(501, 'NotImplemented', 'The sandbox tracks the inbox only.');
  const { owner, immutable, query } = asked;
  const state = readQuery(query, { owner, folder, immutable });
  // Taken before the look: what comes in meanwhile is for the next query.
  const settled = await settledArrival();
  const arrived = { address: owner, folder: { $exists: false }, arrival: { $gt: state.shown, $lte: settled } };
  const mails = await SandboxMail.find({ deliveredTo: { $elemMatch: arrived } }, '-mime').lean<SandboxMail[]>();
  const messages = mails.map((mail) => deliveredMessage(mail, owner)).sort((a, b) => arrivalOf(a) - arrivalOf(b));
  const most = pageLimit(asked);
  const page = messages.slice(0, most);
  const value = page.map((message) => ({
    '@odata.type': '#microsoft.graph.message',
    ...selected(asGraphMessage(message, immutable), state.select),
  }));
  const last = page.at(-1);
  if (messages.length > page.length && last !== undefined) {
    const token = deltaToken({ ...state, shown: arrivalOf(last) });
    return { value, '@odata.nextLink': `${place}?$skiptoken=${token}` };
  }
  const token = deltaToken({ ...state, shown: Math.max(state.shown, settled) });
  return { value, '@odata.deltaLink': `${place}?$deltatoken=${token}` };
}

function readQuery(query: URLSearchParams, asked: Omit<DeltaState, 'shown' | 'select'>): DeltaState {
  const tokens = ['$skiptoken', '$deltatoken'].filter((name) => query.has(name));
  const known = tokens.length > 0 ? ['$skiptoken', '$deltatoken'] : ['changeType', '$select'];
  for (const name of query.keys()) {
    if (!known.includes(name)) throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know ${name} here.`);
  }
  if (tokens.length > 1) throw new GraphRefusal(400, 'BadRequest', 'There are two tokens.');
  if (tokens[0] !== undefined) return readDeltaToken(query.get(tokens[0]) ?? '', asked);
  if (query.get('changeType') !== 'created') {
    throw new GraphRefusal(501, 'NotImplemented', 'The sandbox tracks what is created only.');
  }
  const select = query.get('$select')?.split(',');
  return { ...asked, ...(select && { select }), shown: 0 };
}

function pageLimit({ request }: Asked): number {
  const [, wanted] = /\bodata\.maxpagesize\s*=\s*(\d{1,6})\b/i.exec(String(request.headers.prefer ?? '')) ?? [];
  const size = Number(wanted ?? pageSize.usual);
  return size >= 1 ? Math.min(size, pageSize.most) : pageSize.usual;
}

function arrivalOf({ mail, delivery }: MailboxMessage): number {
  return mail.deliveredTo[delivery ?? -1]?.arrival ?? 0;
}
