import type { Answer } from './answer.ts';
import { saysExpired } from './saysExpired.ts';

/** What may be said of an invitation, as kinds of wordings. */
const kinds = [
  'decline',
  'no',
  'expired',
  'idle',
  'oldLink',
  'receivedLink',
  'resend',
  'resendIt',
  'elsewhere',
  'accept',
  'not',
  'works',
] as const;
type Kind = (typeof kinds)[number];

/** What an answer to an invitation says of it, before it is weighed against each other. */
export class SaidOfInvitation {
  /** A link is spoken of that works, or has not expired, or is not wanted. */
  readonly isHappy: boolean;
  /** The first place of each kind that is told and not asked. */
  readonly #told = new Map<Kind, number>();
  readonly #asked = new Set<Kind>();

  constructor(answer: Answer) {
    const places = answer.items.map((_, at) => at);
    const speaksOfThing = places.some((at) => answer.isKind(at, 'thing'));
    let isHappy = places.some((at) => answer.isKind(at, 'doubted', 'works') && !answer.isInQuestion(at));
    for (const at of places) {
      for (const kind of kinds) {
        if (!answer.isKind(at, kind)) continue;
        if ((kind === 'expired' || kind === 'idle') && !saysExpired(answer, at)) continue;
        // "My password has expired, send me a new one."
        if (kind === 'resendIt' && speaksOfThing) continue;
        // "Please do not send me another link."
        if (kind.startsWith('resend') && answer.isKind(at - 1, 'needless') && !answer.isSeparated(at)) isHappy = true;
        else if (answer.isInQuestion(at)) this.#asked.add(kind);
        else if (!this.#told.has(kind)) this.#told.set(kind, at);
      }
    }
    this.isHappy = isHappy;
  }

  /** @returns the first place where it is told. */
  at(kind: Kind): number | undefined {
    return this.#told.get(kind);
  }

  tells(...some: Kind[]): boolean {
    return some.some((kind) => this.#told.has(kind));
  }

  tellsOrAsks(...some: Kind[]): boolean {
    return this.tells(...some) || some.some((kind) => this.#asked.has(kind));
  }

  /** Whether it says that the link has expired, or asks for another one; who declines may ask how that would be. */
  get wantsLink(): boolean {
    const resent: Kind[] = ['resend', 'resendIt'];
    // "The old link had expired, I have the new one": another would kill that.
    const isOldDead = this.tells('oldLink') && !this.tells('receivedLink');
    return (
      isOldDead || this.tells('expired', 'idle', ...resent) || (!this.tells('decline') && this.tellsOrAsks(...resent))
    );
  }
}
