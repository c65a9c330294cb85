/**
 * What the console's page and its server say to each other: types only, so that the page takes no code of the server.
 *
 * Everything lies under `/helpdesk/api`. Times are ISO 8601 in UTC. Lists go by cursor: `next` of one answer is `cursor`
 * of the next request; it is opaque. A GET changes nothing, except that looking at a transcript or at sentences that were
 * not understood, searching and exporting make an audit entry. A POST carries JSON and the header `X-Form-Token` with
 * {@link Me.formToken}. What is refused is answered with a {@link Refusal} and its status: 400 wrong input, 401 not signed
 * in, 403 no role for it, 404 not there, 409 overtaken by somebody else, 429 too often.
 */

export interface Refusal {
  /** Known words, for which the page has texts; see `Texts.helpdesk.refusals`. */
  refused:
    | 'notSignedIn'
    | 'mayNot'
    | 'wrongInput'
    | 'notFound'
    | 'joinedByOther'
    | 'notJoined'
    | 'cannotReach'
    | 'tooOften'
    | 'outOfDate'
    /** The form token is another session's, e.g. of before they signed in again in another window: `/me` tells the new one. */
    | 'signedInAnew'
    | 'failed';
  /** Where the input was wrong: the names of the fields. */
  fields?: string[];
  /** The name of the other one, with `joinedByOther`. */
  by?: string;
  /** To be told to whoever looks into the log, with `failed`. */
  reference?: string;
}

/**
 * `POST /sign-in/teams`, without a session and without a form token: what `authentication.getAuthToken()` of Teams gave.
 * Answers `{}` and begins a session for this frame; 401: the token proves nothing, 403: no role. `POST /sign-out` ends any.
 */
export interface TeamsSignIn {
  token: string;
}

/** `GET /me` */
export interface Me {
  name: string;
  email: string;
  /** Step in, resend, erase, change canned answers; whoever may not, may look. */
  mayAct: boolean;
  /** `en`, `it` … */
  language: string;
  formToken: string;
  /** Where one chooses from, with names for people. */
  choices: {
    organizations: { id: string; name: string }[];
    walks: string[];
    languages: string[];
  };
}

/** Query of `GET /conversations`, `/search`, `/export/conversations.json` and `.csv`; every part may be absent. */
export interface ConversationFilter {
  /** `open`: neither waiting nor done; what somebody has joined is in `joined` and nowhere else. */
  state?: 'waiting' | 'joined' | 'stuck' | 'open' | 'done';
  channel?: 'teams' | 'mail';
  /** Id of a purchasing account. */
  organization?: string;
  walk?: string;
  language?: string;
  /** The person's address. */
  person?: string;
  /** Days of the operator, inclusive, as `2026-11-25`; `zone` is an IANA time zone, UTC if absent. */
  from?: string;
  to?: string;
  zone?: string;
}

export interface ConversationRow {
  id: string;
  channel: 'teams' | 'mail';
  person?: { email: string; name?: string };
  /** Without a person: the address that a mail says it is from, which is not proven. Anybody can write it. */
  claims?: string;
  /** Names of the purchasing accounts that the person is in, or whose domain the address has. */
  organizations: string[];
  language?: string;
  walk?: string;
  step?: string;
  startedAt: string;
  lastMessageAt: string;
  /** The newest message, shortened to about 140 characters. */
  lastText: string;
  lastDirection: 'in' | 'out' | 'note';
  /** The name of who of the helpdesk wrote it. */
  lastOperator?: string;
  waitingSince?: string;
  joinedBy?: { email: string; name: string };
  doneAt?: string;
  /** A message did not get through, or a turn broke. */
  stuck: boolean;
}

export interface Page<T> {
  rows: T[];
  next?: string;
}

/** `GET /search?q=…`: newest first; every word, the last one as the beginning of a word. */
export interface SearchHit {
  messageId: string;
  at: string;
  direction: 'in' | 'out' | 'note';
  conversation: Pick<ConversationRow, 'id' | 'channel' | 'person' | 'claims' | 'organizations'>;
  /** The text around what was found; `marked` is what was found. */
  excerpt: { text: string; marked: boolean }[];
}

/** `GET /conversations/:id` */
export interface ConversationDetails {
  conversation: ConversationRow;
  person?: PersonView;
  /** Those who look at it at this moment, beside oneself. */
  watchers: string[];
}

export interface PersonView {
  email: string;
  name?: string;
  language?: string;
  hasWorkAccount: boolean;
  /** Whom they act for as a partner, and the organizations that are its customers. */
  partners: { name: string; customers: string[] }[];
  memberships: {
    account: { id: string; name: string; number: string };
    roles: { role: string; since: string; by?: string }[];
  }[];
  invitations: {
    id: string;
    accountName: string;
    state: string;
    undeliverable: boolean;
    roles: string[];
    sentAt: string;
    expiresAt: string;
    timesSent: number;
    bounceReason?: string;
    invitedBy?: string;
    history: { at: string; action: string; who: string }[];
    mayResend: boolean;
  }[];
  requests: { id: string; accountName: string; roles: string[]; state: string; madeAt: string; decidedBy?: string }[];
  /** That cover the address: verified ones, and what was added to an account that the person is in. */
  domains: { name: string; accountName: string; state: string; since: string }[];
}

/** `GET /conversations/:id/messages?before=…|after=…|around=<message id>`; without any: the newest. Oldest first. */
export interface Transcript {
  messages: TranscriptMessage[];
  /** Cursor for `before`; absent at the beginning. */
  earlier?: string;
  /** Cursor for `after`; what comes later begins behind it, so it is always there unless there is no message at all. */
  later?: string;
}

export interface TranscriptMessage {
  id: string;
  at: string;
  direction: 'in' | 'out' | 'note';
  /** Who of the helpdesk wrote it. */
  operator?: { email: string; name: string };
  text: string;
  subject?: string;
  /** HTML of a mail, sanitised by the server; to be shown in a sandboxed frame only. */
  html?: string;
  /** An Adaptive Card, as JSON text. */
  card?: string;
  /** What a card's form was submitted with, as JSON text. */
  value?: string;
  understood?: { intent: string; confidence: number; language?: string; data?: Record<string, unknown> };
  walk?: string;
  step?: string;
  /** What was done or refused: a name of `outcomes` among the transcript's texts, which words it. */
  outcome?: string;
  fault?: string;
  /** `failed` also of a mail that came back; its outcome is `bounced` then. */
  delivery?: 'failed' | 'waiting';
}

/**
 * `GET /live`: server-sent events, with the query of a list ({@link ConversationFilter}), and with `conversation=<id>` those
 * of a transcript beside: a browser keeps few connections to one host. `id:` is a cursor that the browser sends back as
 * `Last-Event-ID`: nothing is lost or doubled by a reconnect; `since=<cursor>` goes on with another query where an earlier
 * stream was left. The first event, `counts`, has one, too: open this first, then load the list or the transcript, and
 * nothing is lost in between.
 */
export type LiveEvent =
  /** A conversation is new or has changed; `matches` tells whether it (still) belongs into the list. */
  | { event: 'conversation'; data: { row: ConversationRow; matches: boolean } }
  /** Only with `conversation`: a message was added or changed (delivery). */
  | { event: 'message'; data: TranscriptMessage }
  /** Only with `conversation`: who else looks at it. */
  | { event: 'watchers'; data: string[] }
  /** Numbers for the navigation. */
  | { event: 'counts'; data: { waiting: number; stuck: number } }
  /** How often a person was erased, at the beginning and when it changes: then what is shown is to be fetched again. */
  | { event: 'erasures'; data: number };

/**
 * `POST /conversations/:id/answer`, and the same for `/note`; `wordsId` is a UUID made by the page, so that a second press
 * sends nothing twice. `/join`, `/hand-back` and `/done` take nothing more than their path. All answer `{}`: what has
 * changed comes by {@link LiveEvent}.
 */
export interface WordsInput {
  wordsId: string;
  text: string;
}

/** `GET /canned-answers` as {@link Page}, `POST /canned-answers`, `POST /canned-answers/:id`, `POST /canned-answers/:id/delete`. */
export interface CannedAnswer {
  id: string;
  title: string;
  language: string;
  /** May hold `{name}`, `{firstName}`, `{organization}`, `{operator}`. */
  text: string;
}

/** `GET /figures?from=&to=&zone=`: days in the operator's time zone. */
export interface Figures {
  days: { day: string; conversations: number; messagesIn: number; messagesOut: number }[];
  walks: { walk: string; begun: number; finished: number; givenUp: { step: string; times: number }[] }[];
  invitations: {
    byState: Record<string, number>;
    /** Hours from the last sending to acceptance. */
    acceptance: { count: number; medianHours?: number; ninetiethHours?: number };
  };
  decisions: { channel: string; approved: number; denied: number; medianHours?: number }[];
  notUnderstood: { text: string; language: string; times: number; messageId: string; conversationId: string }[];
  mails: { sent: number; failed: number; bounced: number };
  waiting: { times: number; medianMinutes?: number; ninetiethMinutes?: number };
}

/** `GET /stuck` answers a {@link Page} of these, newest first, at most 200 of a kind and place, without `next`. */
export interface StuckItem {
  id: string;
  kind: 'mail' | 'message' | 'bounce' | 'work' | 'incomingMail' | 'subscription' | 'domain';
  since: string;
  /** Facts for the sentence the page makes of it, e.g. `{ to: 'ada@contoso.com', attempts: 7 }`. */
  facts: Record<string, string | number>;
  /** Kind of the fault or its reference, for whoever looks into the log. */
  fault?: string;
  conversationId?: string;
  person?: string;
  /** What may be pressed: `POST /stuck/:kind/:id/:action` answers `{}`; the id is escaped, it may hold anything. */
  actions: ('tryAgain' | 'dismiss')[];
}

/** Query of `GET /audit`, beside `cursor`; every part may be absent. */
export interface AuditFilter extends Pick<ConversationFilter, 'from' | 'to' | 'zone'> {
  /** Addresses, whole; `usher` for what happened by itself. */
  who?: string;
  forWhom?: string;
  action?: string;
}

/** `GET /audit`: a {@link Page}, newest first. */
export interface AuditRow {
  id: string;
  at: string;
  action: string;
  who: string;
  forWhom?: string;
  channel: string;
  organization?: string;
  /** Id of the conversation that was looked at or joined. */
  conversation?: string;
  details?: Record<string, unknown>;
  /** Its number in the chain that `npm run -s usher -- audit verify` checks. */
  seq?: number;
}

/**
 * Downloads, streamed: `GET /export/conversations/:id.json|csv`, `GET /export/conversations.json|csv` with a
 * {@link ConversationFilter}, one row or object per message; `GET /figures/not-understood.txt` gives utterance lines.
 *
 * A person: `POST /people/:email/erase` answers {@link Erased}; `POST /invitations/:id/resend` answers `{}`, or refuses with
 * `outOfDate` what was accepted, ended or followed by another invitation meanwhile, with `tooOften` who resends too much.
 */
export interface Erased {
  messages: number;
  conversations: number;
}
