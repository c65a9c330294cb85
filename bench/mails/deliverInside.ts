// Loaded into Usher's process before it starts: mails that the benchmark sends over are put into the sandbox's mailbox
// there, so that whoever has subscribed to it is told. Each is said back by its id when it lies there.
import { deliver } from './deliver.ts';
import type { MixedMail } from './mixedMails.ts';

let last = Promise.resolve();
process.on('message', (mails: MixedMail[]) => {
  last = last
    .then(() => deliver(mails))
    .then(() => void process.send?.(mails.map(({ id }) => id)))
    // The store was closed meanwhile: the benchmark hears of none of them and delivers them again.
    .catch(() => undefined);
});
