import { Counter } from 'prom-client';

/** Mails that came in, by what they turned out to be. */
export const dealtCounter = new Counter({
  name: 'usher_mails_received_total',
  help: 'Mails that came in and were dealt with',
  labelNames: ['kind'],
});
