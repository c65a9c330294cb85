import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { type ActorInAccount, actorInAccount } from './actorInAccount.ts';
import type { House } from './house.ts';
import { inviteeRefusal } from './inviteeRefusal.ts';
import type { PeopleLine } from './peopleLine.ts';
import { readId } from './readId.ts';
import { readInvitee } from './readInvitee.ts';
import { type Refusal, type Refused, refused } from './refusal.ts';
import { mayInvite } from './rolePolicy.ts';
import { verifiedDomains } from './verifiedDomains.ts';

/** How many people can be invited at once. */
export const mostPeople = 1_000;

export type CheckedLine = PeopleLine & { refusal?: Refusal };

export interface CheckPeopleInput {
  purchasingAccountId: string;
  lines: PeopleLine[];
}

export type CheckPeopleResult = { outcome: 'checked'; lines: CheckedLine[]; invitable: number } | Refused;

/**
 * Checks a whole list before the first is invited (product.md, walk 3): each line by the rules of inviting, and for
 * addresses that stand in it twice. Nothing is written.
 *
 * @returns `invitable`: lines against which nothing speaks; those that need the second yes (`outsideDomain`) are not
 *   counted. Refused: `notFound`, `mayNotInvite`, `tooMany`, `nothingToDo` (no lines).
 */
export async function checkPeople(house: House, actor: Actor, input: CheckPeopleInput): Promise<CheckPeopleResult> {
  const checked = await checkedPeople(house, actor, input, false);
  if ('outcome' in checked) return checked;
  return { outcome: 'checked', lines: checked.lines, invitable: checked.lines.filter(isInvitable).length };
}

/** @returns whether nothing speaks against inviting the person of a line. */
export function isInvitable(line: CheckedLine): boolean {
  return line.person !== undefined && line.problems.length === 0 && line.refusal === undefined;
}

/** The checked lines with the actor's place in the account; for those who go on and invite. */
export async function checkedPeople(
  _house: House,
  actor: Actor,
  input: CheckPeopleInput,
  confirmOutsideDomain: boolean,
): Promise<{ lines: CheckedLine[]; place: ActorInAccount } | Refused> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  if (input.lines.length > mostPeople) return refused({ reason: 'tooMany', most: mostPeople });
  // What comes back from a card or a page was readable once; it is read again before it is trusted.
  const lines = input.lines.map((line): CheckedLine => {
    if (!line.person) return line;
    const read = readInvitee(line.person);
    if ('fields' in read) {
      return { line: line.line, text: line.text, problems: [...line.problems, ...read.fields] };
    }
    return {
      line: line.line,
      text: line.text,
      problems: line.problems,
      person: { ...read.invitee, roles: read.roles },
    };
  });
  const emails = lines.flatMap((line) => line.person?.email ?? []);
  const [place, memberships, invitations, domains] = await Promise.all([
    actorInAccount(actor, purchasingAccount),
    Membership.find({ purchasingAccount, email: { $in: emails } }).lean(),
    Invitation.find({ purchasingAccount, email: { $in: emails }, state: 'pending' }).lean(),
    verifiedDomains(purchasingAccount),
  ]);
  if (!place) return refused({ reason: 'notFound' });
  if (!mayInvite(place.held)) return refused({ reason: 'mayNotInvite' });
  if (lines.length === 0) return refused({ reason: 'nothingToDo' });
  const members = new Map(memberships.map((one) => [one.email, one]));
  const pending = new Map(invitations.map((one) => [one.email, one]));
  const first = new Map<string, number>();
  return {
    place,
    lines: lines.map((line) => {
      if (!line.person || line.problems.length > 0) return line;
      const { email } = line.person;
      const earlier = first.get(email);
      if (earlier !== undefined) return { ...line, refusal: { reason: 'duplicateLine', of: earlier } };
      first.set(email, line.line);
      const refusal = inviteeRefusal(
        place.account,
        place.held,
        line.person,
        { verifiedDomains: domains, membership: members.get(email), pending: pending.get(email) },
        confirmOutsideDomain,
      );
      return refusal ? { ...line, refusal } : line;
    }),
  };
}
