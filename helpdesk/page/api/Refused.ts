import type { Refusal } from '../../api.ts';

/** The server said no; thrown, because that is how a query tells that it has nothing to show. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;

  constructor(refusal: Refusal, status: number) {
    super(refusal.refused);
    this.name = 'Refused';
    this.refusal = refusal;
    this.status = status;
  }
}
