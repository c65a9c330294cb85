import { GraphClientError } from '@microsoft/microsoft-graph-client';

/**
 * - `busy`: Graph asks for patience (429, 503).
 * - `unclear`: no answer, or one that does not tell whether the request was carried out (504, 500, a lost connection).
 * - `notAllowed`: no token, or Graph does not take it (401, 403); no mail will go before that is mended.
 * - `notFound`: there is no such message (404, 410).
 * - `refused`: Graph says no to this very request (any other 4xx).
 */
export type GraphFaultKind = 'busy' | 'unclear' | 'notAllowed' | 'notFound' | 'refused';

interface FaultDetails {
  retryAfter?: number;
  status?: number;
  code?: string;
  cause?: unknown;
}

/**
 * Why a request to Graph did not succeed. Its message is for the operator and carries nothing of the mail.
 *
 * Of all that its middleware throws the client library passes on only GraphClientError as it is: anything else is
 * replaced by an error that has lost its cause.
 */
export class GraphFault extends GraphClientError {
  override readonly name = 'GraphFault';
  readonly kind: GraphFaultKind;
  /** How long Graph asks to wait, in milliseconds, if it says so. */
  readonly retryAfter: number | undefined;
  /** The HTTP status, where there was an answer. The library's own `statusCode` is -1 for errors made by hand. */
  readonly status: number | undefined;
  /** Graph's code for what is wrong, e.g. `ErrorItemNotFound`. */
  readonly graphCode: string | undefined;

  constructor(kind: GraphFaultKind, message: string, details: FaultDetails = {}) {
    super(message);
    // The library's constructor makes whatever extends it an instance of GraphClientError alone.
    Object.setPrototypeOf(this, GraphFault.prototype);
    this.cause = details.cause;
    this.kind = kind;
    this.retryAfter = details.retryAfter;
    this.status = details.status;
    this.graphCode = details.code;
  }
}
