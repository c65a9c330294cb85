import { html, type SafeHtml } from '@remix-run/html-template';
import { countryChoices, countryTyped } from '../../cards/countryChoices.ts';
import { fieldProblems, refusalInWords, rolesInWords } from '../../cards/inWords.ts';
import { languages, textsFor } from '../../language/texts.ts';
import { countryName, listInWords } from '../../language/wording.ts';
import type { Role } from '../../models/role.ts';
import { actorAddress } from '../../onboarding/actorAddress.ts';
import type { SignedIn } from '../../onboarding/findSession.ts';
import { giveRoles } from '../../onboarding/giveRoles.ts';
import { type InviterAccount, inviterAccounts } from '../../onboarding/inviterAccounts.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { now } from '../../onboarding/now.ts';
import type { Refusal } from '../../onboarding/refusal.ts';
import { permissionsOf } from '../../onboarding/rolePolicy.ts';
import { viewInvitation } from '../../onboarding/viewInvitation.ts';
import type { Door } from '../door.ts';
import { checks } from '../fields/checks.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import { select } from '../fields/select.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Form } from '../readForm.ts';
import type { Answer, FormVisit, Page, Visit } from '../visit.ts';
import { areSame } from './areSame.ts';
import { accountSwitch, atAccount, noPlace, placeOf } from './place.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';

const names = ['email', 'firstName', 'lastName', 'language', 'country'] as const;
type Typed = Record<(typeof names)[number], string> & { roles: string[] };

/** Mounts *Invite a user*: one person after the other; the form offers only the roles that its user may give. */
export function mountInvite(door: Door, { house }: PageSettings): void {
  door.inside.get('/access/invite', async (visit) => {
    const accounts = await inviterAccounts(house, visit.session.actor);
    const place = placeOf(
      visit,
      accounts.map(({ account }) => account),
    );
    const here = accounts.find(({ account }) => account.id === place?.here.id);
    if (!here) return { page: noPlace(accounts, visit) };
    const typed = visit.kept ? typedIn(visit.kept) : await oneBefore(visit, here);
    return { page: invitePage(visit, accounts, here, typed) };
  });

  /** @returns the form filled in for somebody who was invited before, if the address names such an invitation. */
  async function oneBefore(visit: Visit & { session: SignedIn }, here: InviterAccount): Promise<Typed | undefined> {
    const invitationId = visit.query.get('again');
    if (invitationId === null) return undefined;
    const found = await viewInvitation(house, visit.session.actor, { invitationId });
    if (found.outcome === 'refused' || found.invitation.account.id !== here.account.id) return undefined;
    const { email, firstName, lastName, language, country, roles } = found.invitation;
    return { email, firstName, lastName, language, country: countryName(country, visit.language), roles };
  }

  /** @returns the invitation that waits, where a form was sent twice: it is as its sender wanted it. */
  async function sentByThisForm(
    { form: sent, session }: FormVisit & { session: SignedIn },
    refusal: Refusal,
  ): Promise<string | undefined> {
    if (refusal.reason !== 'alreadyInvited') return undefined;
    const { invitationId } = refusal;
    const found = await viewInvitation(house, session.actor, { invitationId });
    if (found.outcome === 'refused') return undefined;
    const { invitedBy, sentAt, roles } = found.invitation;
    const isOwn = invitedBy?.email === actorAddress(session.actor) && sentAt >= new Date(sent.text('drawnAt'));
    return isOwn && areSame(roles, sent.list('roles')) ? invitationId : undefined;
  }

  door.inside.post(
    '/access/invite',
    async (visit) => {
      const { actor } = visit.session;
      const { form: sent } = visit;
      const accounts = await inviterAccounts(house, actor);
      const here = accounts.find(({ account }) => account.id === sent.text('account'));
      if (!here) return { page: noPlace(accounts, visit) };
      const typed = typedIn(sent);
      const result = await inviteUser(house, actor, {
        ...typed,
        purchasingAccountId: here.account.id,
        country: countryTyped(typed.country, visit.language),
        confirmOutsideDomain: sent.has('outside') && sent.text('outside') === askedAbout(typed),
      });
      const sentTo = (invitationId: string): Answer => ({
        seeOther: sent.has('another')
          ? `${atAccount('/access/invite', here.account)}&invited=${invitationId}`
          : `/access/invitations/${invitationId}?done=invited`,
      });
      if (result.outcome === 'invited') return sentTo(result.invitation.id);
      const { refusal } = result;
      const before = await sentByThisForm(visit, refusal);
      if (before !== undefined) return sentTo(before);
      const reader = readerOf(visit);
      const problems: Record<string, string> = { ...fieldProblems(refusal, reader) };
      switch (refusal.reason) {
        case 'invalid':
          if (problems.roles && typed.roles.length === 0) problems.roles = visit.texts.accessRequest.chooseRole;
          break;
        case 'rolesNotAssignable':
          problems.roles = refusalInWords(refusal, reader);
          break;
        case 'outsideDomain':
          problems.email = visit.texts.inviteUser.outside({
            email: typed.email.trim(),
            verified: listInWords(refusal.verified, visit.language),
          });
          return { page: invitePage(visit, accounts, here, typed, problems, { outside: true }) };
        case 'alreadyIn':
          problems.email = refusalInWords(refusal, reader);
          return { page: invitePage(visit, accounts, here, typed, problems, { missing: refusal.missing }) };
        case 'alreadyInvited':
          problems.email = refusalInWords(refusal, reader);
          return { page: invitePage(visit, accounts, here, typed, problems, { waiting: refusal.invitationId }) };
        default:
          problems.email = refusalInWords(refusal, reader);
      }
      return { page: invitePage(visit, accounts, here, typed, problems) };
    },
    { lists: ['roles'] },
  );

  // The better action for whoever is in already.
  door.inside.post(
    '/access/invite/give-roles',
    async (visit) => {
      const { form: sent } = visit;
      const account = { id: sent.text('account') };
      const result = await giveRoles(house, visit.session.actor, {
        purchasingAccountId: account.id,
        email: sent.text('email').slice(0, 400),
        roles: sent.list('roles').slice(0, 20),
      });
      // Pressed twice: it is as they wanted it.
      if (result.outcome === 'given' || result.refusal.reason === 'alreadyHasRoles') {
        return { seeOther: `${atAccount('/access/users', account)}&done=rolesGiven` };
      }
      return { page: refusedPage(result.refusal, visit, '/access/users') };
    },
    { lists: ['roles'] },
  );
}

function typedIn(sent: Form): Typed {
  const texts = Object.fromEntries(names.map((name) => [name, sent.text(name).slice(0, 400)]));
  return { ...(texts as Omit<Typed, 'roles'>), roles: sent.list('roles').slice(0, 20) };
}

/** Offers to give whoever is in the roles that they lack. */
function giveRolesForm(visit: Visit, here: InviterAccount, email: string, missing: readonly Role[]): SafeHtml {
  const words = visit.texts.inviteUser;
  const roles = rolesInWords(missing, readerOf(visit));
  return form(
    visit,
    html`<input type="hidden" name="account" value="${here.account.id}">
        <input type="hidden" name="email" value="${email}">
        ${missing.map((role) => html`<input type="hidden" name="roles" value="${role}">`)}
        <p>${words.missingRoles({ roles })}</p>
        <p class="buttons"><button class="primary">${missing.length === 1 ? words.giveRoles({ roles }) : words.giveTheseRoles}</button></p>`,
    { action: '/access/invite/give-roles' },
  );
}

/** @returns what a second yes is about: this address with these roles, in whatever order they were ticked. */
function askedAbout({ email, roles }: Typed): string {
  return [email.trim(), ...[...roles].sort()].join(' ');
}

function invitePage(
  visit: Visit,
  accounts: readonly InviterAccount[],
  here: InviterAccount,
  typed?: Typed,
  problems: Readonly<Record<string, string>> = {},
  next: { outside?: boolean; waiting?: string; missing?: readonly Role[] } = {},
): Page {
  const { texts, language } = visit;
  const words = texts.inviteUser;
  const access = texts.pages.access;
  const labels: Record<string, string> = {
    email: texts.fields.email,
    firstName: texts.fields.firstName,
    lastName: texts.fields.lastName,
    language: texts.fields.language,
    country: texts.fields.country,
    roles: texts.fields.roles,
  };
  const wrong = Object.entries(problems).map(([name, text]) => ({ name, text: `${labels[name] ?? ''}: ${text}` }));
  const one = (name: (typeof names)[number]) => ({
    name,
    label: labels[name] ?? '',
    value: typed?.[name] ?? '',
    ...(problems[name] && { error: problems[name] }),
  });
  const reader = readerOf(visit);
  return {
    title: words.title,
    section: 'access',
    faulty: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    content: html`${accountSwitch({ here: here.account, accounts: accounts.map(({ account }) => account) }, visit)}
      ${wrong.length > 0 ? faultList(texts.pages.faults.title, wrong) : null}
      ${next.waiting ? html`<p><a href="/access/invitations/${next.waiting}">${access.seeInvitation}</a></p>` : null}
      ${next.missing && next.missing.length > 0 && typed ? giveRolesForm(visit, here, typed.email, next.missing) : null}
      ${visit.query.has('invited') && !typed ? message('success', access.invitedNext) : null}
      ${form(
        visit,
        html`<input type="hidden" name="account" value="${here.account.id}">
        <input type="hidden" name="drawnAt" value="${now().toISOString()}">
        ${next.outside ? html`<input type="hidden" name="outside" value="${typed ? askedAbout(typed) : ''}">` : null}
        ${field({ ...one('email'), type: 'email' })}
        ${field(one('firstName'))}
        ${field(one('lastName'))}
        ${select({
          ...one('language'),
          value: typed?.language || language,
          choices: languages.map((code) => ({ title: textsFor(code).languageName, value: code })),
        })}
        ${select({
          ...one('country'),
          value: typed?.country || countryName(here.account.country, language),
          choices: countryChoices(language),
        })}
        ${checks({
          name: 'roles',
          legend: texts.fields.roles,
          values: typed?.roles ?? [],
          choices: here.assignable.map((role) => ({
            title: rolesInWords([role], reader),
            value: role,
            hint: listInWords(
              permissionsOf(role).map((permission) => texts.permissions[permission]),
              language,
            ),
          })),
          ...(problems.roles && { error: problems.roles }),
        })}
        <p class="buttons"><button class="primary">${next.outside ? words.inviteAnyway : words.invite}</button>
        <button name="another" value="yes">${next.outside ? words.inviteAnywayAnother : words.inviteAnother}</button></p>`,
        { action: '/access/invite', keeps: true },
      )}
      <p class="back"><a href="${atAccount('/access/users', here.account)}">${access.backToUsers}</a></p>`,
  };
}
