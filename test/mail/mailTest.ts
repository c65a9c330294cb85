import { randomBytes } from 'node:crypto';
import { DateTime, Duration, Settings } from 'luxon';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { startOutbox } from '../../mail/outbox.ts';
import type { Outbox, OutboxOptions } from '../../mail/outboxOptions.ts';
import { Invitation } from '../../models/invitation.ts';
import type { Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { tokenHash } from '../../onboarding/invitationLink.ts';
import { SandboxMail } from '../../sandbox/mailbox/sandboxMail.ts';

export const linkSecret = 'a secret of tests that is at least 32 bytes long';
export const mailbox = 'usher@contoso.com';

/** A clock that stands still until it is moved. */
export const clock = {
  at: 0,
  set(): void {
    clock.at = Date.UTC(2026, 10, 23, 9, 0, 0);
    Settings.now = () => clock.at;
  },
  move(time: Parameters<typeof Duration.fromObject>[0]): void {
    clock.at += Duration.fromObject(time).toMillis();
  },
  release(): void {
    Settings.now = () => Date.now();
  },
};

/** An outbox with a log that is kept. */
export function openOutbox(baseUrl: string, more: Partial<OutboxOptions> = {}): Outbox & { log: string[] } {
  const lines: string[] = [];
  const outbox = startOutbox({
    graph: { baseUrl, mailbox, getToken: async () => 'token-of-tests' },
    linkSecret,
    publicUrl: 'http://localhost:3978',
    giveUpAfter: Duration.fromObject({ days: 3 }),
    log: pino({}, { write: (line) => lines.push(line) }),
    ...more,
  });
  return { ...outbox, log: lines };
}

/** Writes down an invitation and the mail for its first sending. @returns the id of the mail. */
export async function recordInvitation(
  email: string,
  more: Partial<Notice & { kind: 'invitation' }> = {},
): Promise<string> {
  const now = DateTime.now();
  const _id = new mongoose.Types.ObjectId();
  const expiresAt = now.plus({ days: 60 }).toJSDate();
  await Invitation.create({
    _id,
    email,
    firstName: 'Giulia',
    lastName: 'Romano',
    language: 'it',
    country: 'IT',
    purchasingAccount: new mongoose.Types.ObjectId(),
    roles: ['reportViewer'],
    state: 'pending',
    tokenHash: tokenHash(randomBytes(8).toString('hex')),
    sendings: 1,
    sentAt: now.toJSDate(),
    expiresAt,
    createdAt: now.toJSDate(),
  });
  return await recordMail(email, {
    kind: 'invitation',
    invitationId: _id.toHexString(),
    sending: 1,
    organization: 'Contoso S.p.A.',
    accountNumber: '0005012345',
    roles: ['reportViewer'],
    invitedBy: { name: 'Marco Ferri', email: 'marco.ferri@contoso.com' },
    expiresAt,
    ...more,
  });
}

export async function recordMail(email: string, notice: Notice): Promise<string> {
  const mail = await OutgoingMail.create({
    _id: randomBytes(12).toString('hex'),
    to: { email, firstName: 'Giulia', lastName: 'Romano', language: 'it' },
    notice,
    state: 'waiting',
    createdAt: DateTime.now().toJSDate(),
    dueAt: DateTime.now().toJSDate(),
  });
  return mail._id;
}

/** What came into the mailboxes of the sandbox for that mail of the outbox. */
export async function delivered(mailId: string): Promise<SandboxMail[]> {
  return await SandboxMail.find({ 'headers.value': mailId, sentAt: { $exists: true } }).lean();
}

/** Drains and moves the clock until the mail is done with. */
export async function untilDone(
  outbox: Outbox,
  mailId: string,
  step: Parameters<typeof clock.move>[0] = { minutes: 10 },
): Promise<OutgoingMail> {
  for (let round = 0; round < 200; round += 1) {
    await outbox.drain();
    const mail = await OutgoingMail.findById(mailId).lean();
    if (mail !== null && mail.dueAt === undefined) return mail;
    clock.move(step);
  }
  throw new Error('The mail is still in the outbox');
}
