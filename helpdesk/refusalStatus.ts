import type { Refusal } from './api.ts';

/** The HTTP status of each refusal; see api.ts. */
export const refusalStatus = {
  wrongInput: 400,
  notSignedIn: 401,
  mayNot: 403,
  notFound: 404,
  joinedByOther: 409,
  notJoined: 409,
  cannotReach: 409,
  outOfDate: 409,
  signedInAnew: 409,
  tooOften: 429,
  failed: 500,
} as const satisfies Record<Refusal['refused'], number>;
