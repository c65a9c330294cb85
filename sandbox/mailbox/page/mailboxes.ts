import { SandboxMail } from '../sandboxMail.ts';

/** A person's mailbox as the list shows it. */
export interface Mailbox {
  name: string;
  email: string;
  unread: number;
}

export interface MailboxOwners {
  /** Whose mailboxes are shown even while they are empty; they come first. */
  people: readonly { name: string; email: string; language?: string }[];
  /** Usher's own mailbox; it comes last. */
  usher?: { name: string; email: string };
}

/** @returns the mailboxes of everyone who has mail, with what is unread in them. */
export async function mailboxes({ people, usher }: MailboxOwners): Promise<Mailbox[]> {
  const found = new Map<string, Mailbox>();
  for (const { name, email } of usher === undefined ? people : [...people, usher]) {
    found.set(email.toLowerCase(), { name, email: email.toLowerCase(), unread: 0 });
  }
  const sent = await SandboxMail.find({ sentAt: { $exists: true } })
    .select({ deliveredTo: 1, toRecipients: 1, ccRecipients: 1, bccRecipients: 1 })
    .lean();
  for (const mail of sent) {
    for (const { address, readAt } of mail.deliveredTo) {
      let mailbox = found.get(address);
      if (mailbox === undefined) {
        const known = [...mail.toRecipients, ...mail.ccRecipients, ...mail.bccRecipients];
        const name = known.find((each) => each.address.toLowerCase() === address)?.name;
        mailbox = { name: name || address, email: address, unread: 0 };
        found.set(address, mailbox);
      }
      if (readAt === undefined) mailbox.unread += 1;
    }
  }
  const all = [...found.values()];
  const isUshers = ({ email }: Mailbox) => email === usher?.email.toLowerCase();
  return [...all.filter((each) => !isUshers(each)), ...all.filter(isUshers)];
}
