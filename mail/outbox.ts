import type { Outbox, OutboxOptions } from './outboxOptions.ts';

/** Starts sending what stands in the outbox (models/outgoingMail.ts). */
export function startOutbox(_options: OutboxOptions): Outbox {
  throw new Error('not built yet');
}
