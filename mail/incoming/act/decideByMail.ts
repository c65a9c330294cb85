import { type Reader, refusalInWords, rolesInWords } from '../../../cards/inWords.ts';
import { readDecision } from '../../../language/readDecision.ts';
import { type Texts, textsFor } from '../../../language/texts.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { AccessRequested, AskedBack } from '../../../models/notice.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { alreadyDecided } from '../../../onboarding/alreadyDecided.ts';
import { askForPerson } from '../../../onboarding/askForPerson.ts';
import { type DecideRequestResult, decideRequest } from '../../../onboarding/decideRequest.ts';
import type { House } from '../../../onboarding/house.ts';
import type { Refusal, Refused } from '../../../onboarding/refusal.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import { viewRequest } from '../../../onboarding/viewRequest.ts';
import { waitingInvitation } from '../../../onboarding/waitingInvitation.ts';
import type { ActTools } from './actTools.ts';
import type { Answer, Reply } from './answer.ts';
import { askToConfirm } from './askToConfirm.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { takeRequest } from './takeRequest.ts';
import { timeZoneOfRequest } from './timeZoneOfRequest.ts';

/**
 * An administrator answers a request by replying to its mail, or to the mail that asks back. It counts only when the mail
 * is signed by their domain (a body that was changed on the way still passes by SPF), and only when it is plain what is
 * meant; otherwise Usher asks back and does nothing.
 *
 * @param missing what Usher asked back, when this answers that.
 */
export async function decideByMail(
  tools: ActTools,
  inHand: MailInHand,
  asked: AccessRequested,
  missing?: AskedBack['missing'],
): Promise<Done> {
  const { mail, read, proof, writer, conversation, understood } = inHand;
  if (proof.by !== 'dkim')
    return { ...(await askToConfirm(tools, mail, read, proof.from, 'not signed')), proven: false };
  const decision = readDecision(read.newText, {
    language: writer.actor.language,
    asked: asked.roles,
    requester: asked.requester,
    ...(missing && { missing }),
  });
  // "I want to talk to a person" is no decision, and nothing to ask back about.
  const isRequest =
    understood.sure && !read.newText.includes('?') && ['person', 'help', 'changeLanguage'].includes(understood.intent);
  if (decision.decision === 'unclear' && isRequest) return takeRequest(tools, inHand, {});

  const { actor } = writer;
  const language = writer.preferredLanguage ?? (decision.languageSure ? decision.language : actor.language);
  const reader: Reader = { texts: textsFor(language), language, timeZone: 'utc' };
  const words = reader.texts.mail.answer;
  const to = { ...actor, language };
  const about = {
    kind: 'facts',
    rows: [
      { label: reader.texts.mail.person, value: asked.requester.name },
      { label: reader.texts.mail.email, value: asked.requester.email },
      { label: reader.texts.mail.organization, value: asked.organization },
    ],
  } satisfies MailBlock;

  const result =
    decision.decision === 'unclear'
      ? await decidedBefore(tools.house, to, asked)
      : await decideRequest(tools.house, to, {
          requestId: asked.requestId,
          decision: decision.decision,
          roles: decision.roles,
          ...(decision.reason && { reason: decision.reason }),
          origin: mail._id,
        });
  // "Withdraw the invitation of Giulia", once it is approved.
  const isWish = understood.sure && understood.intent !== 'none' && understood.intent !== 'cancel';
  if (result && decision.decision === 'unclear' && isWish) return takeRequest(tools, inHand, {});
  if (!result) {
    const key = `${actor.email} ${asked.requestId}`;
    if (await takeFromLimit(tools.house, 'vagueAnswersPerSender', key, { countedFor: mail._id })) {
      await askForPerson(tools.house, actor, { conversationId: conversation });
      const done = { kind: 'decision', outcome: 'unclear; asked back often enough', logged: 'forHelpdesk' } as const;
      const limited = { countedFor: mail._id };
      if (await takeFromLimit(tools.house, 'acknowledgementsPerThread', conversation, limited)) return done;
      const blocks = [words.acknowledged, words.howToDecide].map((text) => ({ kind: 'paragraph', text }) as const);
      return { ...done, reply: { to, answer: { heading: words.acknowledgedHeading, blocks } } };
    }
    const answer: Answer = {
      heading: words.unclearHeading,
      blocks: [
        { kind: 'paragraph', text: words.unclear({ name: asked.requester.name }) },
        about,
        { kind: 'paragraph', text: words.howToDecide },
      ],
    };
    const asksBack: AskedBack = { request: asked, missing: missing ?? 'decision' };
    return { kind: 'decision', outcome: 'unclear; asked back', logged: 'askedBack', reply: { to, answer, asksBack } };
  }
  if (result.outcome === 'refused') {
    const { reason } = result.refusal;
    // Only a refusal names a moment.
    const timeZone = await timeZoneOfRequest(asked.requestId);
    const answer = outcomeInWords(result, asked, { ...reader, timeZone }, about);
    answer.blocks.push(...(await whatNext(tools.house, to, asked, result.refusal, reader)));
    const reply: Reply = {
      to,
      answer,
      ...(reason !== 'alreadyDecided' && {
        asksBack: { request: asked, missing: isWithoutRole(result.refusal) ? 'role' : 'decision' },
      }),
    };
    return { kind: 'decision', outcome: `refused: ${reason}`, logged: `refused.${reason}`, reply };
  }
  const { state } = result.request;
  const reply: Reply = { to, answer: outcomeInWords(result, asked, reader, about) };
  return { kind: 'decision', outcome: state, logged: state === 'approved' ? 'approved' : 'denied', reply };
}

/** @returns how a request was decided that is settled: an unclear answer to it needs no asking back. */
async function decidedBefore(house: House, to: Actor, { requestId }: AccessRequested): Promise<Refused | undefined> {
  const found = await viewRequest(house, to, { requestId });
  return found.outcome === 'refused' || found.request.state === 'open' ? undefined : alreadyDecided(found.request);
}

/** What can be done after a refusal: taking back an invitation that was approved, choosing among the roles. */
async function whatNext(
  house: House,
  to: Actor,
  { requestId }: AccessRequested,
  refusal: Refusal,
  reader: Reader,
): Promise<MailBlock[]> {
  const isApproved = refusal.reason === 'alreadyDecided' && refusal.decision === 'approved';
  if (!isApproved && !isWithoutRole(refusal)) return [];
  const found = await viewRequest(house, to, { requestId });
  if (found.outcome === 'refused') return [];
  const { account, requester, assignable } = found.request;
  const words = reader.texts.mail.answer;
  if (!isApproved) {
    return [{ kind: 'paragraph', text: words.rolesToChoose({ roles: rolesInWords(assignable, reader) }) }];
  }
  const { email } = requester;
  const isWaiting = await waitingInvitation(house, to, { purchasingAccountId: account.id, email });
  return isWaiting ? [{ kind: 'note', text: words.takeBack({ email }) }] : [];
}

/** Approved without a role, where none was asked for. */
function isWithoutRole(refusal: Refusal): boolean {
  return refusal.reason === 'invalid' && refusal.fields.some(({ field }) => field === 'roles');
}

function outcomeInWords(result: DecideRequestResult, asked: AccessRequested, reader: Reader, about: MailBlock): Answer {
  const words = reader.texts.mail.answer;
  if (result.outcome === 'decided') {
    const { decision } = result.request;
    const approved = result.request.state === 'approved';
    const roles = rolesInWords(decision?.roles ?? [], reader);
    return {
      heading: approved ? words.approvedHeading : words.deniedHeading,
      blocks: [
        {
          kind: 'paragraph',
          text: approved
            ? words.approved[asked.request]({ name: asked.requester.name, roles })
            : words.denied({ name: asked.requester.name }),
        },
        about,
        ...(decision?.reason ? [quoteOf(decision.reason, asked, reader.texts)] : []),
      ],
    };
  }
  const { refusal } = result;
  const lacksRole = isWithoutRole(refusal);
  const settled = refusal.reason === 'alreadyDecided';
  return {
    heading: settled ? words.settledHeading : words.nothingDoneHeading,
    blocks: [
      { kind: 'paragraph', text: lacksRole ? words.whichRole : refusalInWords(refusal, reader) },
      about,
      ...(settled || lacksRole ? [] : [{ kind: 'paragraph', text: words.howToDecide } as const]),
    ],
  };
}

function quoteOf(reason: string, { requester }: AccessRequested, texts: Texts): MailBlock {
  return { kind: 'quote', title: texts.mail.answer.passedOn({ name: requester.name }), text: reason };
}
