import type * as z from 'zod';
import type { AuditFacts, HelpdeskAction } from '../models/auditEntry.ts';
import type { HelpdeskRole } from '../models/operatorSession.ts';
import type { Refusal } from './api.ts';

/** Somebody of the helpdesk who is signed in. */
export interface Operator {
  email: string;
  name: string;
  roles: readonly HelpdeskRole[];
  /** Has the role Helpdesk.Act. */
  mayAct: boolean;
  /** BCP 47, one that Usher speaks. */
  language: string;
  /** By which the session is known here; not what the browser holds. */
  sessionHash: string;
  /** What each POST must carry in the header X-Form-Token. */
  formToken: string;
  /** From where they come, for limits and the log: a fingerprint of the client's address. */
  client: string;
}

/** One request to the console's API, by somebody who may make it. */
export interface Call<Input> {
  operator: Operator;
  /** What stands in the path, in the query and in the body, checked. */
  input: Input;
  /** Of server-sent events: the `id` of the last one that this browser has got. */
  lastEventId?: string;
}

/** What an audit entry says of a look or an act, beside who, when and what. */
export interface AuditAbout extends Pick<AuditFacts, 'forWhom' | 'purchasingAccount' | 'conversation'> {
  /** Plain facts; never a secret, never free text: not the words that were searched for. */
  details?: Record<string, unknown>;
  /**
   * What makes it the same look again, e.g. the conversation's id: within ten minutes it is noted once. May be anything;
   * only its fingerprint is kept. Absent: each time is noted.
   */
  sameLook?: string;
}

/** Proof that an entry was made; only {@link AuditedCall.audit} gives it out. */
export interface Audited {
  readonly audited: HelpdeskAction;
}

/** A call whose answer goes out only when it is in the audit log. */
export interface AuditedCall<Input> extends Call<Input> {
  /** Makes the entry, and resolves once it is written. What it gives out goes into the answer. */
  audit(about: AuditAbout): Promise<Audited>;
}

/** What a route says of itself. */
export interface Route<Input> {
  /**
   * What stands in the path, in the query (GET) and in the body (POST), by name; make it strict. Absent: nothing may.
   * Nothing stands twice in a query.
   */
  input?: z.ZodType<Input>;
  /** Only for those with the role Helpdesk.Act. */
  act?: true;
  /** Longest body taken, in bytes. */
  most?: number;
}

/** A route whose answer shows nothing that must be noted; `inUseCase`: the use case writes the entry with the change. */
export interface PlainRoute<Input> extends Route<Input> {
  audit: false | 'inUseCase';
}

export interface AuditedRoute<Input> extends Route<Input> {
  audit: HelpdeskAction;
}

/** JSON, and Set-Cookie headers where a session begins or ends. */
export interface Body {
  body: unknown;
  set?: readonly string[];
}
/** What is answered: a refusal, or JSON. */
export type Answer = Refusal | Body;
export type AuditedAnswer = Refusal | (Body & { audited: Audited });

/** Where a stream's text goes. */
export interface Sink {
  /** Resolves when there is room for more; false when nobody reads any more. */
  write(text: string): Promise<boolean>;
  /** Aborted when the browser goes, and when the session ends. */
  readonly gone: AbortSignal;
}

/** What is answered piece by piece: server-sent events, or a download. */
export interface Streamed {
  /** E.g. `text/event-stream` or `text/csv; charset=utf-8`. */
  contentType: string;
  /** A download's name; ASCII, without quotes. */
  fileName?: string;
  /** Writes everything; the stream ends when it resolves. What it throws breaks the stream off. */
  write(sink: Sink): Promise<void>;
}
export type StreamAnswer = Refusal | Streamed;
export type AuditedStreamAnswer = Refusal | (Streamed & { audited: Audited });
