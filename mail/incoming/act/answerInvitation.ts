import { dayInWords, type Reader, refusalInWords } from '../../../cards/inWords.ts';
import { renewedInWords } from '../../../cards/renewedInWords.ts';
import type { InvitationAnswer } from '../../../language/decision.ts';
import { readInvitationAnswer } from '../../../language/readInvitationAnswer.ts';
import { textsFor } from '../../../language/texts.ts';
import type { Notice } from '../../../models/notice.ts';
import { acceptableInvitation } from '../../../onboarding/acceptableInvitation.ts';
import { declineInvitation } from '../../../onboarding/declineInvitation.ts';
import { ownInvitation } from '../../../onboarding/ownInvitation.ts';
import { renewInvitation } from '../../../onboarding/renewInvitation.ts';
import type { ActTools } from './actTools.ts';
import type { Answer } from './answer.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { takeRequest } from './takeRequest.ts';

type Invited = Extract<Notice, { kind: 'invitation' }>;
type Clear = Exclude<InvitationAnswer['answer'], 'thanks' | 'forPerson' | 'unclear'>;
type Answered = { said: Answer } & Pick<Done, 'outcome' | 'logged'>;

/**
 * Somebody answers the mail of their invitation: yes, no, the link has expired, somebody else is meant; or anything else.
 * What is about the invitation and not plain is for a person: a walk would answer another question.
 */
export async function answerInvitation(tools: ActTools, inHand: MailInHand, invited: Invited): Promise<Done> {
  const { read, writer } = inHand;
  // The names that the inviter gave: who reads the mailbox of somebody who has left may write under another.
  const own = await ownInvitation(writer.actor, invited.invitationId);
  const { firstName, lastName, email } = own?.invitation ?? writer.actor;
  const answer = readInvitationAnswer(read.newText, {
    language: writer.actor.language,
    invitee: { name: `${firstName} ${lastName}`, email },
  });
  if (answer.answer === 'unclear') return takeRequest(tools, inHand, {});
  if (answer.answer === 'thanks' || answer.answer === 'forPerson') {
    return takeRequest(tools, inHand, { is: answer.answer });
  }
  const language = writer.preferredLanguage ?? (answer.languageSure ? answer.language : writer.actor.language);
  const reader: Reader = { texts: textsFor(language), language, timeZone: 'utc' };
  const actor = { ...writer.actor, language };
  const known = { ...inHand, writer: { ...writer, actor } };
  const { said, outcome, logged } = await actOn(tools, known, invited, { ...answer, answer: answer.answer }, reader);
  const readAs = {
    intent: `invitation.${answer.answer}` as const,
    confidence: answer.confidence,
    language: answer.language,
  };
  return { kind: 'invitationAnswer', outcome, logged, readAs, reply: { to: actor, answer: said } };
}

function actOn(
  tools: ActTools,
  inHand: MailInHand,
  invited: Invited,
  answer: InvitationAnswer & { answer: Clear },
  reader: Reader,
): Promise<Answered> {
  switch (answer.answer) {
    case 'accept':
      return tellHowToAccept(inHand, invited, reader);
    case 'expired':
      return renew(tools, inHand, invited, reader);
    case 'decline':
    case 'notMe':
      return decline(tools, inHand, invited, answer, reader);
  }
}

/** A yes by mail is not enough: it is the link that lets in, and the page behind it that makes the account. */
async function tellHowToAccept(
  { writer }: MailInHand,
  { invitationId, organization }: Invited,
  reader: Reader,
): Promise<Answered> {
  const words = reader.texts.mail.answer;
  const result = await acceptableInvitation(writer.actor, { invitationId });
  if (result.outcome === 'refused') {
    const { refusal } = result;
    if (refusal.reason !== 'noLongerPending' || refusal.state !== 'accepted') return refusedInWords(refusal, reader);
    const text = words.acceptedBefore({ organization });
    return {
      said: { heading: words.renewHeading, blocks: [{ kind: 'paragraph', text }] },
      outcome: 'accepts; accepted before',
      logged: 'toldToStart',
    };
  }
  const date = dayInWords(result.invitation.expiresAt, reader);
  return {
    said: {
      heading: words.renewHeading,
      blocks: [
        { kind: 'paragraph', text: words.acceptWithButton({ organization, date }) },
        { kind: 'note', text: words.acceptNext },
      ],
    },
    outcome: 'accepts; told to use the link',
    logged: 'toldToStart',
  };
}

async function decline(
  { house }: ActTools,
  { mail, writer }: MailInHand,
  { invitationId, organization }: Invited,
  { answer, person, reason }: InvitationAnswer,
  reader: Reader,
): Promise<Answered> {
  const words = reader.texts.mail.answer;
  const result = await declineInvitation(house, writer.actor, {
    invitationId,
    reason,
    origin: mail._id,
    ...(answer === 'notMe' && { notMe: person ?? {} }),
  });
  if (result.outcome === 'refused') return refusedInWords(result.refusal, reader);
  const said = (text: string): Answer => ({
    heading: words.declinedHeading,
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'note', text: words.declinedNext },
    ],
  });
  switch (result.outcome) {
    case 'declinedBefore':
      return { said: said(words.declinedBefore({ organization })), outcome: 'declined before', logged: 'declined' };
    case 'namedToo': {
      const { name, email } = result.instead;
      const who = [name, name === undefined ? email : email && `(${email})`].filter(Boolean).join(' ');
      return { said: said(words.namedToo({ organization, who })), outcome: 'not me: named another', logged: 'notMe' };
    }
    case 'declined':
      return answer === 'notMe'
        ? { said: said(words.notMe({ organization })), outcome: 'declined: not me', logged: 'notMe' }
        : { said: said(words.declined({ organization })), outcome: 'declined', logged: 'declined' };
  }
}

async function renew(
  { house }: ActTools,
  { mail, writer }: MailInHand,
  { invitationId }: Invited,
  reader: Reader,
): Promise<Answered> {
  const result = await renewInvitation(house, writer.actor, { invitationId, origin: mail._id });
  if (result.outcome === 'refused') return refusedInWords(result.refusal, reader);
  const said: Answer = {
    heading: reader.texts.mail.answer.renewHeading,
    blocks: [{ kind: 'paragraph', text: renewedInWords(result, reader) }],
  };
  return result.outcome === 'asked'
    ? { said, outcome: 'expired; the administrators were asked', logged: 'invitationAsked' }
    : { said, outcome: 'sent again', logged: 'sentAgain' };
}

function refusedInWords(refusal: Parameters<typeof refusalInWords>[0], reader: Reader): Answered {
  return {
    said: {
      heading: reader.texts.mail.answer.nothingDoneHeading,
      blocks: [{ kind: 'paragraph', text: refusalInWords(refusal, reader) }],
    },
    outcome: `refused: ${refusal.reason}`,
    logged: `refused.${refusal.reason}`,
  };
}
