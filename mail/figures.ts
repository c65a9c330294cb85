import { Counter, Gauge } from 'prom-client';
import { countStuckMails } from './stuckMails.ts';

/** Mails that an operator should look at; asked of the store each time the figures are read. */
export const stuckMailsGauge = new Gauge({
  name: 'usher_mails_stuck',
  help: 'Mails given up, failing for a quarter of an hour, or due for an hour',
  async collect() {
    this.set(await countStuckMails());
  },
});

export const mailsCounter = new Counter({
  name: 'usher_mails_total',
  help: 'What became of mails that were taken in hand',
  labelNames: ['outcome'] as const,
});

/** The pause that Graph asked for, or that its trouble led to. */
export const pauseGauge = new Gauge({
  name: 'usher_mail_pause_seconds',
  help: 'How long the sender of mails still waits because Graph asked for it or is in trouble',
});
