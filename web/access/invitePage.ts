import { html, type SafeHtml } from '@remix-run/html-template';
import { countryChoices } from '../../cards/countryChoices.ts';
import { rolesInWords } from '../../cards/inWords.ts';
import { languages, textsFor } from '../../language/texts.ts';
import { countryName, listInWords } from '../../language/wording.ts';
import type { Role } from '../../models/role.ts';
import type { InviterAccount } from '../../onboarding/inviterAccounts.ts';
import { now } from '../../onboarding/now.ts';
import { permissionsOf } from '../../onboarding/rolePolicy.ts';
import { checks } from '../fields/checks.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import { select } from '../fields/select.ts';
import type { Form } from '../readForm.ts';
import type { Page, Visit } from '../visit.ts';
import { accountSwitch, atAccount } from './place.ts';
import { readerOf } from './readerOf.ts';

const names = ['email', 'firstName', 'lastName', 'language', 'country'] as const;

/** What is typed and chosen of somebody who is to be invited. */
export type Typed = Record<(typeof names)[number], string> & { roles: string[] };

/** @returns what was typed and chosen in the form. */
export function typedIn(sent: Form): Typed {
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
export function askedAbout({ email, roles }: Typed): string {
  return [email.trim(), ...[...roles].sort()].join(' ');
}

/**
 * The form to invite somebody into one of the accounts.
 *
 * @param problems what is wrong, by field.
 * @param next the better action: a second yes, the invitation that waits, the roles that are missing.
 */
export function invitePage(
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
