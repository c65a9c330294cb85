import { now } from '../../../onboarding/now.ts';
import { arriving } from '../arrivals.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { folderOf } from './folders.ts';
import { GraphRefusal } from './graphRefusal.ts';
import type { MailboxMessage } from './mailboxMessage.ts';

/** Moves a delivered message into another folder of its mailbox. Its immutable id stays. */
export async function moveDelivered(message: MailboxMessage, destination: unknown): Promise<void> {
  const { mail, owner, delivery } = message;
  if (typeof destination !== 'string' || destination === '') {
    throw new GraphRefusal(400, 'ErrorInvalidArgument', 'destinationId is missing.');
  }
  if (delivery === undefined) {
    throw new GraphRefusal(501, 'NotImplemented', 'The sandbox moves messages that came in only.');
  }
  const { id: folder } = await folderOf(owner, destination);
  const place = `deliveredTo.${delivery}`;
  const changed = { changedAt: now() };
  if (folder !== 'inbox') {
    await SandboxMail.updateOne(
      { _id: mail._id },
      { $set: { [`${place}.folder`]: folder, ...changed }, $inc: { changeKey: 1 } },
    );
    return;
  }
  if (message.folder === 'inbox') return;
  // To whoever watches the inbox it has come in anew.
  await arriving(async (arrival) => {
    await SandboxMail.updateOne(
      { _id: mail._id },
      {
        $set: { [`${place}.arrival`]: arrival, ...changed },
        $unset: { [`${place}.folder`]: 1 },
        $inc: { changeKey: 1 },
      },
    );
    return [{ mail: mail._id, delivery, owner }];
  });
}

/** Changes what may be changed of a delivered message: whether it was read. */
export async function changeDelivered({ mail, delivery }: MailboxMessage, body: unknown): Promise<void> {
  const { isRead, ...others } = (body ?? {}) as Record<string, unknown>;
  const other = Object.keys(others)[0];
  if (other !== undefined) {
    throw new GraphRefusal(
      400,
      'ErrorInvalidPropertySet',
      `'${other}' can be changed as long as a message is a draft.`,
    );
  }
  if (typeof isRead !== 'boolean') throw new GraphRefusal(400, 'RequestBodyRead', 'isRead is a boolean.');
  const place = `deliveredTo.${delivery}.readAt`;
  const change = isRead ? { $set: { [place]: now() } } : { $unset: { [place]: 1 as const } };
  await SandboxMail.updateOne({ _id: mail._id }, { ...change, $inc: { changeKey: 1 } });
}
