import { dayInWords, type Reader, refusalInWords } from '../../../cards/inWords.ts';
import type { InvitationAnswer } from '../../../language/decision.ts';
import { readInvitationAnswer } from '../../../language/readInvitationAnswer.ts';
import { textsFor } from '../../../language/texts.ts';
import type { Notice } from '../../../models/notice.ts';
import { acceptableInvitation } from '../../../onboarding/acceptableInvitation.ts';
import { declineInvitation } from '../../../onboarding/declineInvitation.ts';
import { renewInvitation } from '../../../onboarding/renewInvitation.ts';
import type { ActTools } from './actTools.ts';
import type { Answer } from './answer.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { takeRequest } from './takeRequest.ts';

type Invited = Extract<Notice, { kind: 'invitation' }>;
type Clear = InvitationAnswer & { answer: Exclude<InvitationAnswer['answer'], 'unclear'> };
type Answered = { said: Answer } & Pick<Done, 'outcome' | 'logged'>;

/** Somebody answers the mail of their invitation: yes, no, the link has expired, somebody else is meant; or anything else. */
export async function answerInvitation(tools: ActTools, inHand: MailInHand, invited: Invited): Promise<Done> {
  const { read, writer } = inHand;
  const answer = readInvitationAnswer(read.newText, { language: writer.actor.language });
  if (!isClear(answer)) return takeRequest(tools, inHand, {});
  const language = writer.preferredLanguage ?? (answer.languageSure ? answer.language : writer.actor.language);
  const reader: Reader = { texts: textsFor(language), language, timeZone: 'utc' };
  const actor = { ...writer.actor, language };
  const known = { ...inHand, writer: { ...writer, actor } };
  const { said, outcome, logged } = await actOn(tools, known, invited, answer, reader);
  return { kind: 'invitationAnswer', outcome, logged, reply: { to: actor, answer: said } };
}

function isClear(answer: InvitationAnswer): answer is Clear {
  return answer.answer !== 'unclear';
}

function actOn(
  tools: ActTools,
  inHand: MailInHand,
  invited: Invited,
  answer: Clear,
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
  if (result.outcome === 'refused') return refusedInWords(result.refusal, reader);
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
  { writer }: MailInHand,
  { invitationId, organization }: Invited,
  { answer, person, reason }: InvitationAnswer,
  reader: Reader,
): Promise<Answered> {
  const words = reader.texts.mail.answer;
  const result = await declineInvitation(house, writer.actor, {
    invitationId,
    reason,
    ...(answer === 'notMe' && { notMe: person ?? {} }),
  });
  if (result.outcome === 'refused') return refusedInWords(result.refusal, reader);
  return {
    said: {
      heading: words.declinedHeading,
      blocks: [
        {
          kind: 'paragraph',
          text: answer === 'notMe' ? words.notMe({ organization }) : words.declined({ organization }),
        },
        { kind: 'note', text: words.declinedNext },
      ],
    },
    outcome: answer === 'notMe' ? 'declined: not me' : 'declined',
    logged: answer === 'notMe' ? 'notMe' : 'declined',
  };
}

async function renew(
  { house }: ActTools,
  { mail, writer }: MailInHand,
  { invitationId, organization }: Invited,
  reader: Reader,
): Promise<Answered> {
  const words = reader.texts.mail.answer;
  const result = await renewInvitation(house, writer.actor, { invitationId, origin: mail._id });
  switch (result.outcome) {
    case 'refused':
      return refusedInWords(result.refusal, reader);
    case 'asked': {
      const who = result.asked.map(({ name }) => name).join(', ');
      return {
        said: {
          heading: words.renewHeading,
          blocks: [{ kind: 'paragraph', text: words.renewAsked({ who, organization }) }],
        },
        outcome: 'expired; the administrators were asked',
        logged: 'invitationAsked',
      };
    }
    case 'sent':
    case 'sentAgain': {
      const expiresAt = result.outcome === 'sent' ? result.expiresAt : result.invitation.expiresAt;
      const date = dayInWords(expiresAt, reader);
      return {
        said: {
          heading: words.renewHeading,
          blocks: [{ kind: 'paragraph', text: words.renewed({ organization, date }) }],
        },
        outcome: 'sent again',
        logged: 'sentAgain',
      };
    }
  }
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
