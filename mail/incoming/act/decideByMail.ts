import { refusalInWords, rolesInWords } from '../../../cards/inWords.ts';
import type { Understood } from '../../../dialogs/understood.ts';
import { isThanks } from '../../../language/isThanks.ts';
import { readDecision } from '../../../language/readDecision.ts';
import { textsFor } from '../../../language/texts.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { AccessRequested, AskedBack } from '../../../models/notice.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { alreadyDecided } from '../../../onboarding/alreadyDecided.ts';
import { type DecideRequestResult, decideRequest } from '../../../onboarding/decideRequest.ts';
import type { Refusal, Refused } from '../../../onboarding/refusal.ts';
import { viewRequest } from '../../../onboarding/viewRequest.ts';
import type { RequestView } from '../../../onboarding/views.ts';
import { waitingInvitation } from '../../../onboarding/waitingInvitation.ts';
import type { ActTools } from './actTools.ts';
import type { Answer, Reply } from './answer.ts';
import { askBack } from './askBack.ts';
import { askToConfirm } from './askToConfirm.ts';
import type { Done } from './dealt.ts';
import type { MailInHand } from './mailInHand.ts';
import { type Matter, whatAbout } from './matter.ts';
import { paragraph } from './paragraph.ts';
import { takeRequest } from './takeRequest.ts';
import { timeZoneOfRequest } from './timeZoneOfRequest.ts';

/**
 * An administrator answers a request by replying to its mail, or to the mail that asks back. It counts only when the mail
 * is signed by their domain (a body that was changed on the way still passes by SPF), and only when it is plain what is
 * meant; otherwise Usher asks back and does nothing. What is written once it is settled, or by somebody who may not decide
 * any more, decides nothing: it is told how it stands, or does what it asks for.
 *
 * @param missing what Usher asked back, when this answers that.
 */
export async function decideByMail(
  tools: ActTools,
  inHand: MailInHand,
  asked: AccessRequested,
  missing?: AskedBack['missing'],
): Promise<Done> {
  const { mail, read, proof, writer, understood } = inHand;
  if (proof.by !== 'dkim')
    return { ...(await askToConfirm(tools, mail, read, proof.from, 'not signed')), proven: false };
  const { actor, preferredLanguage } = writer;
  const { decision, roles, reason, confidence, ...written } = readDecision(read.newText, {
    language: actor.language,
    asked: asked.roles,
    requester: asked.requester,
    ...(missing && { missing }),
  });
  const language = preferredLanguage ?? (written.languageSure ? written.language : actor.language);
  const matter: Matter = {
    asked,
    to: { ...actor, language },
    reader: { texts: textsFor(language), language, timeZone: 'utc' },
  };
  const readAs = { intent: `decision.${decision}` as const, confidence, language: written.language };
  if (decision !== 'unclear') {
    const input = { requestId: asked.requestId, decision, roles, ...(reason && { reason }), origin: mail._id };
    const result = await decideRequest(tools.house, matter.to, input);
    // "Invite giulia.romano@contoso.com", after all.
    const isAnew = isSettled(result) && understood.sure && understood.data.emails.length > 0;
    return isAnew ? takeRequest(tools, inHand, {}) : { ...(await tellOutcome(tools, matter, result)), readAs };
  }
  // "I want to talk to a person" is no decision, and nothing to ask back about.
  const wish = understood.sure ? understood.intent : 'none';
  if (['person', 'changeLanguage'].includes(wish) && !read.newText.includes('?')) {
    return takeRequest(tools, inHand, {});
  }
  const why = await whyNotDecided(tools, matter);
  if (!why) return { ...(await askBack(tools, inHand, matter, missing ?? 'decision')), readAs };
  if (isThanks(read.newText)) return { kind: 'other', outcome: 'thanks', logged: 'thanks' };
  if (isAboutMore(understood)) return takeRequest(tools, inHand, {});
  return { ...(await tellOutcome(tools, matter, why)), readAs };
}

/** @returns why an answer decides nothing, whatever it says: then there is nothing to ask back. */
async function whyNotDecided({ house }: ActTools, { asked, to }: Matter): Promise<Refused | undefined> {
  const found = await viewRequest(house, to, { requestId: asked.requestId });
  if (found.outcome === 'refused') return found;
  return found.request.state === 'open' ? undefined : alreadyDecided(found.request);
}

/**
 * Whether an answer that decides nothing asks for something else: “withdraw the invitation of Giulia”. One that names
 * nobody is about the invitation that was approved.
 */
function isAboutMore({ sure, intent, data: { emails, names } }: Understood): boolean {
  if (!sure || intent === 'none' || intent === 'cancel') return false;
  return intent !== 'inviteUser' || emails.length > 0 || names.length > 0;
}

function isSettled(result: DecideRequestResult): boolean {
  return result.outcome === 'refused' && result.refusal.reason === 'alreadyDecided';
}

async function tellOutcome(tools: ActTools, matter: Matter, result: DecideRequestResult): Promise<Done> {
  const { to, asked } = matter;
  if (result.outcome === 'decided') {
    const { state } = result.request;
    const asksBack: AskedBack = { request: asked, missing: 'decision' };
    const reply: Reply = { to, answer: decidedInWords(result.request, matter), asksBack };
    return { kind: 'decision', outcome: state, logged: state === 'approved' ? 'approved' : 'denied', reply };
  }
  const { refusal } = result;
  const asksBack: AskedBack = { request: asked, missing: lacksRole(refusal) ? 'role' : 'decision' };
  const reply: Reply = { to, answer: await refusedInWords(tools, matter, refusal), asksBack };
  return { kind: 'decision', outcome: `refused: ${refusal.reason}`, logged: `refused.${refusal.reason}`, reply };
}

function decidedInWords({ state, decision }: RequestView, matter: Matter): Answer {
  const { asked, reader } = matter;
  const words = reader.texts.mail.answer;
  const { name } = asked.requester;
  const isApproved = state === 'approved';
  const roles = rolesInWords(decision?.roles ?? [], reader);
  return {
    heading: isApproved ? words.approvedHeading : words.deniedHeading,
    blocks: [
      paragraph(isApproved ? words.approved[asked.request]({ name, roles }) : words.denied({ name })),
      whatAbout(matter),
      ...(decision?.reason
        ? [{ kind: 'quote', title: words.passedOn({ name }), text: decision.reason } satisfies MailBlock]
        : []),
    ],
  };
}

/**
 * Why it was not decided, and what can be done: choosing a role, taking back an invitation that was approved, inviting
 * somebody whose request was turned down.
 */
async function refusedInWords(tools: ActTools, matter: Matter, refusal: Refusal): Promise<Answer> {
  const { asked, to, reader } = matter;
  const words = reader.texts.mail.answer;
  const about = whatAbout(matter);
  if (isWithoutRole(refusal)) {
    const found = await viewRequest(tools.house, to, { requestId: asked.requestId });
    const assignable = found.outcome === 'found' ? found.request.assignable : [];
    const roles =
      assignable.length > 0 ? [paragraph(words.rolesToChoose({ roles: rolesInWords(assignable, reader) }))] : [];
    return { heading: words.nothingDoneHeading, blocks: [paragraph(words.whichRole), about, ...roles] };
  }
  // Only a refusal names a moment.
  const why = refusalInWords(refusal, { ...reader, timeZone: await timeZoneOfRequest(asked.requestId) });
  const { email } = asked.requester;
  switch (refusal.reason) {
    case 'notFound':
    case 'mayNotDecide':
      return { heading: words.nothingDoneHeading, blocks: [paragraph(why), about] };
    case 'alreadyDecided': {
      const canTakeBack = refusal.decision === 'approved' && (await isInvitationOut(tools, asked, to));
      const next = canTakeBack
        ? [paragraph(words.takeBack({ email }))]
        : refusal.decision === 'denied'
          ? [paragraph(words.inviteInstead({ email }))]
          : [];
      return { heading: words.settledHeading, blocks: [paragraph(why), about, ...next] };
    }
    default:
      return { heading: words.nothingDoneHeading, blocks: [paragraph(why), about, paragraph(words.howToDecide)] };
  }
}

async function isInvitationOut(
  { house }: ActTools,
  { requestId, requester }: AccessRequested,
  to: Actor,
): Promise<boolean> {
  const found = await viewRequest(house, to, { requestId });
  if (found.outcome === 'refused') return false;
  const place = { purchasingAccountId: found.request.account.id, email: requester.email };
  return (await waitingInvitation(house, to, place)) !== undefined;
}

/** Approved, and all that is missing is a role that the decider may give. */
function lacksRole(refusal: Refusal): boolean {
  return isWithoutRole(refusal) || refusal.reason === 'rolesNotAssignable';
}

/** Approved without a role, where none was asked for. */
function isWithoutRole(refusal: Refusal): boolean {
  return refusal.reason === 'invalid' && refusal.fields.some(({ field }) => field === 'roles');
}
