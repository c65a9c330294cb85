import { html, type SafeHtml } from '@remix-run/html-template';
import { copyPath } from '../../cards/copyPath.ts';
import { fieldProblems, momentInWords, refusalInWords } from '../../cards/inWords.ts';
import { addDomain } from '../../onboarding/addDomain.ts';
import { checkDomain } from '../../onboarding/checkDomain.ts';
import { domainAccounts } from '../../onboarding/domainAccounts.ts';
import { listDomains } from '../../onboarding/listDomains.ts';
import { removeDomain } from '../../onboarding/removeDomain.ts';
import type { AccountView, DomainView } from '../../onboarding/views.ts';
import type { Door } from '../door.ts';
import { faultList } from '../fields/faultList.ts';
import { field } from '../fields/field.ts';
import { form } from '../fields/form.ts';
import { message } from '../fields/message.ts';
import { select } from '../fields/select.ts';
import type { PageSettings } from '../pageSettings.ts';
import type { Form } from '../readForm.ts';
import type { Page, Visit } from '../visit.ts';
import { nothingHere } from './nothingHere.ts';
import { readerOf } from './readerOf.ts';
import { refusedPage } from './refusedPage.ts';

const here = '/access/domains';

/** Mounts the domains of the accounts in which somebody may add them: the record to publish, checking, removing. */
export function mountDomains(door: Door, { house }: PageSettings): void {
  const show = async (visit: Visit & { session: { actor: Parameters<typeof listDomains>[1] } }, typed?: Typed) => {
    const { actor } = visit.session;
    const [accounts, domains] = await Promise.all([domainAccounts(house, actor), listDomains(house, actor)]);
    return domainsPage(visit, accounts, domains, typed);
  };

  door.inside.get(here, async (visit) => ({ page: await show(visit, visit.kept && typedIn(visit.kept)) }));

  door.inside.post(here, async (visit) => {
    const { name, account } = typedIn(visit.form);
    const result = await addDomain(house, visit.session.actor, { purchasingAccountId: account, name });
    if (result.outcome === 'added') return { seeOther: `${here}#domain-${result.domain.id}` };
    const { refusal } = result;
    if (refusal.reason === 'notFound') return { page: refusedPage(refusal, visit, here) };
    const reader = readerOf(visit);
    const problem = fieldProblems(refusal, reader).name ?? refusalInWords(refusal, reader);
    return { page: await show(visit, { name, account, problem }) };
  });

  door.inside.post(`${here}/:domain/check`, async (visit) => {
    const domainId = visit.params.domain ?? '';
    const result = await checkDomain(house, visit.session.actor, { domainId });
    // Its card says so from now on.
    if (result.outcome === 'refused' && result.refusal.reason === 'takenByAnother') {
      return { seeOther: `${here}?checked=${domainId}#domain-${domainId}` };
    }
    if (result.outcome === 'refused') return { page: refusedPage(result.refusal, visit, here) };
    return { seeOther: `${here}?checked=${result.domain.id}#domain-${result.domain.id}` };
  });

  door.inside.post(`${here}/:domain/remove`, async (visit) => {
    const result = await removeDomain(house, visit.session.actor, { domainId: visit.params.domain ?? '' });
    if (result.outcome === 'refused') return { page: refusedPage(result.refusal, visit, here) };
    return { seeOther: `${here}?done=removed` };
  });
}

interface Typed {
  name: string;
  account: string;
  problem?: string;
}

function typedIn(sent: Form): Typed {
  return { name: sent.text('name').slice(0, 400), account: sent.text('account') };
}

function domainsPage(
  visit: Visit,
  accounts: readonly AccountView[],
  domains: readonly DomainView[],
  typed?: Typed,
): Page {
  const { texts } = visit;
  const words = texts.pages.access;
  const problem = typed?.problem;
  if (accounts.length === 0) return nothingHere(visit);
  return {
    title: texts.addDomain.title,
    section: 'domains',
    faulty: problem !== undefined,
    status: problem === undefined ? 200 : 422,
    content: html`${problem !== undefined ? faultList(texts.pages.faults.title, [{ name: 'name', text: problem }]) : null}
      ${visit.query.get('done') === 'removed' ? message('success', words.domainRemoved) : null}
      ${domains.map((domain) => domainCard(domain, visit))}
      ${domains.length === 0 ? html`<p class="quiet">${words.noDomains}</p>` : null}
      <h2>${words.addDomain}</h2>
      ${form(
        visit,
        html`${
          accounts.length > 1
            ? select({
                name: 'account',
                label: texts.fields.account,
                value: typed?.account ?? '',
                choices: accounts.map((account) => ({ title: words.account(account), value: account.id })),
              })
            : html`<input type="hidden" name="account" value="${accounts[0]?.id ?? ''}">`
        }
        ${field({ name: 'name', label: texts.fields.domain, value: typed?.name ?? '', ...(problem && { error: problem }) })}
        <p class="buttons"><button class="primary">${words.addDomain}</button></p>`,
        { action: here, keeps: true },
      )}`,
  };
}

function domainCard(domain: DomainView, visit: Visit): SafeHtml {
  const { texts, query } = visit;
  const words = texts.pages.access;
  const reader = readerOf(visit);
  const verified = domain.state === 'verified';
  const taken = domain.state === 'takenByAnother';
  // The record of one that is settled is of no use any more.
  const open = !verified && !taken;
  const looked = query.get('checked') === domain.id;
  const action = `${here}/${domain.id}`;
  return html`<section class="card" id="domain-${domain.id}">
      <h2>${domain.unicodeName}</h2>
      ${taken ? message('warning', words.domainTaken) : null}
      ${open && domain.fault ? message('warning', words.domainUnanswered) : null}
      ${looked && verified ? message('success', words.domainFound) : null}
      ${looked && open && !domain.fault ? message('warning', words.domainNotFound) : null}
      <dl>
        <dt>${texts.fields.account}</dt><dd>${words.account(domain.account)}</dd>
        <dt>${texts.fields.state}</dt><dd>${words.domainStates[domain.state]}</dd>
        ${open ? html`<dt>${words.txtRecord}</dt><dd><code class="whole">${domain.txtRecord}</code></dd>` : null}
        ${
          open && domain.lastCheckedAt
            ? html`<dt>${words.lastChecked}</dt><dd>${momentInWords(domain.lastCheckedAt, reader)}</dd>`
            : null
        }
        ${open && domain.found.length > 0 ? html`<dt>${words.foundInstead}</dt><dd>${domain.found.map((one) => html`<div><code>${one}</code></div>`)}</dd>` : null}
      </dl>
      ${open ? html`<p class="hint">${domain.state === 'failed' ? words.publishHintFailed : words.publishHint}</p>` : null}
      <div class="buttons">
        ${
          open
            ? html`${form(visit, html`<button class="primary">${words.checkNow}</button>`, { action: `${action}/check` })}
              <a class="button" href="${copyPath(domain.txtRecord, visit.language)}" target="_blank" rel="noopener">${texts.addDomain.copy}</a>`
            : null
        }
        <details class="confirm"><summary class="button">${words.remove}</summary>
          ${form(visit, html`<p>${(verified ? words.removeLead : words.removeUnverifiedLead)({ domain: domain.unicodeName })}</p><button>${words.removeYes}</button>`, { action: `${action}/remove` })}
        </details>
      </div>
    </section>`;
}
