import { answersOwnInvitation } from '../../../dialogs/answersOwnInvitation.ts';
import { foldedSentence } from '../../../dialogs/foldedSentence.ts';
import { isDomainToAdd } from '../../../dialogs/isDomainToAdd.ts';
import { isForWalks } from '../../../dialogs/isForWalks.ts';
import type { Understood } from '../../../dialogs/understood.ts';
import { withdrawsRequest } from '../../../dialogs/withdrawsRequest.ts';
import { writtenLanguage } from '../../../dialogs/writtenLanguage.ts';
import { isThanks } from '../../../language/isThanks.ts';
import { textsFor } from '../../../language/texts.ts';
import { Conversation } from '../../../models/conversation.ts';
import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { askForPerson } from '../../../onboarding/askForPerson.ts';
import type { House } from '../../../onboarding/house.ts';
import { ownRequests } from '../../../onboarding/ownRequests.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import type { ActTools } from './actTools.ts';
import type { Reply } from './answer.ts';
import { askToConfirm } from './askToConfirm.ts';
import { bringsList } from './bringsList.ts';
import { converse } from './converse.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { toldOf } from './toldOf.ts';

/**
 * A request in plain words goes the same walks as in a chat; a reply to Usher's answer goes on with them. Anything else
 * is for the helpdesk, acknowledged once per thread.
 *
 * @param answered the mail of ours that it answers.
 * @param is what was read in it before: thanks, or something that no walk may answer.
 * @param ofAnother it answers a request that was put to somebody else: nothing is decided by it.
 */
export async function takeRequest(
  tools: ActTools,
  inHand: MailInHand,
  {
    answered,
    is,
    ofAnother = false,
  }: { answered?: OutgoingMail | undefined; is?: 'thanks' | 'forPerson'; ofAnother?: boolean },
): Promise<Done> {
  const { mail, read, writer, conversation, understood } = inHand;
  const { house } = tools;
  const standing = await Conversation.findById(conversation).lean();
  const language =
    writer.preferredLanguage ?? writtenLanguage(understood) ?? standing?.language ?? writer.actor.language;
  const actor = { ...writer.actor, language };
  // Somebody of the helpdesk answers, and sees it in the console.
  if (standing?.joined) return { kind: 'other', outcome: 'left to the helpdesk', logged: 'leftToHelpdesk' };
  const words = textsFor(actor.language).mail.answer;
  const say = (heading: string, ...lines: string[]): Reply => ({
    to: actor,
    answer: { heading, blocks: lines.map((text) => ({ kind: 'paragraph', text })) },
  });
  if (ofAnother) {
    return {
      kind: 'other',
      outcome: 'answers what was asked of somebody else; nothing done',
      logged: 'askedOfAnother',
      reply: say(words.nothingDoneHeading, words.askedOfAnother),
    };
  }
  const goesOn = answered?.notice.kind === 'mailAnswer' || answered?.notice.kind === 'helpdesk';
  const { text } = understood;
  const told = toldOf(answered);
  const isTheirs =
    goesOn || told || bringsList(inHand) || isForWalks(understood) || (await isOfOwn(house, actor, understood));
  if (is === undefined && isTheirs) {
    const said = await converse(tools, { ...inHand, writer: { ...writer, actor } }, goesOn, standing, told);
    if (said === 'notSigned') {
      return { ...(await askToConfirm(tools, mail, read, actor.email, 'not signed')), proven: false };
    }
    // What begins a conversation and is not understood is for a person.
    if (said && (goesOn || said.notUnderstood === undefined)) {
      const { answer, walked, outcome, logged = 'answered', notUnderstood } = said;
      const to = { ...actor, language: said.language };
      return { kind: 'request', outcome, logged, notUnderstood, reply: { to, answer, walked } };
    }
  }
  // Thanks need no answer, and nobody has to look at them.
  if (is === 'thanks' || isThanks(text)) return { kind: 'other', outcome: 'thanks', logged: 'thanks' };
  const notUnderstood = foldedSentence(text);
  await askForPerson(house, actor, { conversationId: conversation });
  const acknowledged =
    (await takeFromLimit(house, 'acknowledgementsPerThread', conversation, { countedFor: mail._id })) ??
    (await takeFromLimit(house, 'vagueAnswersPerSender', actor.email, { countedFor: mail._id }));
  if (acknowledged) return { kind: 'other', outcome: 'for the helpdesk', logged: 'forHelpdesk', notUnderstood };
  return {
    kind: 'other',
    outcome: 'for the helpdesk; acknowledged',
    logged: 'forHelpdesk',
    notUnderstood,
    reply: say(words.acknowledgedHeading, words.acknowledged, words.whatICanDo),
  };
}

/**
 * “Withdraw the request” and “I do not want the invitation” are for the walks where one of the writer's waits, and the name
 * of a domain where they may add it.
 */
async function isOfOwn(house: House, actor: Actor, understood: Understood): Promise<boolean> {
  if (withdrawsRequest(understood.text) && (await ownRequests(house, actor)).length > 0) return true;
  if ((await answersOwnInvitation(house, actor, understood)) !== undefined) return true;
  return isDomainToAdd(house, actor, understood);
}
