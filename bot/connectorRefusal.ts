import { maskSecrets } from '../onboarding/maskSecrets.ts';

/** The channel refused what Usher wanted to say. */
export class ConnectorRefusal extends Error {
  readonly status: number;

  constructor(status: number, answer: string) {
    super(`the channel answered ${status}: ${maskSecrets(answer.slice(0, 500))}`);
    this.name = 'ConnectorRefusal';
    this.status = status;
  }

  /** The person blocked Usher, removed the app, or the conversation is gone: trying again is of no use. */
  get unreachable(): boolean {
    return this.status === 403 || this.status === 404;
  }

  /** The channel cannot replace messages, or does not know this one any more. */
  get notReplaceable(): boolean {
    return [400, 403, 404, 405, 410, 501].includes(this.status);
  }
}
