import { listInWords } from '../../../language/wording.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { AskedBack } from '../../../models/notice.ts';
import { askForPerson } from '../../../onboarding/askForPerson.ts';
import { otherDeciders } from '../../../onboarding/otherDeciders.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import { roleBlock } from '../../content/roleBlock.ts';
import type { ActTools } from './actTools.ts';
import type { Answer } from './answer.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { type Matter, whatAbout } from './matter.ts';
import { paragraph } from './paragraph.ts';

/**
 * Asks what was meant, and says beside it what people ask before they decide: what the person wrote, what the role
 * permits, and who else may decide. When that was asked often enough, somebody of the helpdesk is to look at it, which is
 * said once.
 */
export async function askBack(
  { house }: ActTools,
  { mail, conversation }: MailInHand,
  matter: Matter,
  missing: AskedBack['missing'],
): Promise<Done> {
  const { asked, to, reader } = matter;
  const words = reader.texts.mail.answer;
  const once = { countedFor: mail._id };
  if (await takeFromLimit(house, 'vagueAnswersPerSender', `${to.email} ${asked.requestId}`, once)) {
    await askForPerson(house, to, { conversationId: conversation });
    const done = { kind: 'decision', outcome: 'unclear; asked back often enough', logged: 'forHelpdesk' } as const;
    if (await takeFromLimit(house, 'acknowledgementsPerThread', conversation, once)) return done;
    const blocks = [paragraph(words.acknowledged), paragraph(words.howToDecide)];
    return { ...done, reply: { to, answer: { heading: words.acknowledgedHeading, blocks } } };
  }
  const others = await otherDeciders(to, { requestId: asked.requestId });
  const who = listInWords(
    others.map(({ name }) => name),
    reader.language,
  );
  const blocks = [
    paragraph(words.unclear({ name: asked.requester.name })),
    whatAbout(matter),
    ...whatAsked(matter),
    paragraph(words.howToDecide),
    ...(others.length > 0 ? [paragraph(words.othersMayDecide({ count: others.length, who }))] : []),
  ];
  const answer: Answer = { heading: words.unclearHeading, blocks };
  const asksBack: AskedBack = { request: asked, missing };
  return { kind: 'decision', outcome: 'unclear; asked back', logged: 'askedBack', reply: { to, answer, asksBack } };
}

function whatAsked({ asked: { roles, message, requester }, reader: { texts, language } }: Matter): MailBlock[] {
  const { mail } = texts;
  const blocks: MailBlock[] = [];
  if (roles.length > 0) blocks.push(roleBlock(mail.rolesAskedFor({ count: roles.length }), roles, texts, language));
  if (message !== '') blocks.push({ kind: 'quote', title: mail.messageFrom(requester), text: message });
  return blocks;
}
