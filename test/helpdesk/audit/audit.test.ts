import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { AuditRow, Page } from '../../../helpdesk/api.ts';
import type { AuditFacts } from '../../../models/auditEntry.ts';
import { appendAudit } from '../../../onboarding/appendAudit.ts';
import { scene } from '../../onboarding/scene.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';

describe('the audit log’s page', () => {
  const here = scene();
  let site: TestConsole;
  let reader: OperatorBrowser;
  beforeEach(async () => {
    site = await startConsole(here.house);
    reader = await OperatorBrowser.signedIn(site, operators.reader);
  });
  afterEach(() => site.close());

  const list = async (query: Record<string, string> = {}) => {
    const { status, json } = await reader.get<Page<AuditRow>>(`/audit?${new URLSearchParams(query)}`);
    assert.equal(status, 200, JSON.stringify(json));
    return json;
  };
  const append = (id: string, changes: Partial<AuditFacts> = {}) =>
    appendAudit(here.house, id, {
      at: new Date('2026-11-23T10:00:00Z'),
      action: 'rolesGranted',
      who: 'marco.ferri@contoso.com',
      forWhom: 'omar.haddad@contoso.com',
      channel: 'mail',
      purchasingAccount: here.ids.contoso,
      details: { roles: ['reportViewer'] },
      ...changes,
    });

  it('shows who did what, for whom, where', async () => {
    await append('one');
    await append('two', {
      action: 'transcriptRead',
      who: 'rosa@northwindtraders.com',
      conversation: 'teams:a:1',
      channel: 'helpdesk',
      purchasingAccount: undefined,
      details: undefined,
      at: new Date('2026-11-23T11:00:00Z'),
    });
    assert.deepEqual(await list(), {
      rows: [
        {
          id: 'two',
          at: '2026-11-23T11:00:00.000Z',
          action: 'transcriptRead',
          who: 'rosa@northwindtraders.com',
          forWhom: 'omar.haddad@contoso.com',
          channel: 'helpdesk',
          conversation: 'teams:a:1',
          seq: 2,
        },
        {
          id: 'one',
          at: '2026-11-23T10:00:00.000Z',
          action: 'rolesGranted',
          who: 'marco.ferri@contoso.com',
          forWhom: 'omar.haddad@contoso.com',
          channel: 'mail',
          organization: 'Contoso S.p.A.',
          details: { roles: ['reportViewer'] },
          seq: 1,
        },
      ],
    });
  });

  it('finds by who, for whom, what and when, where the operator is', async () => {
    await append('night', { at: new Date('2026-11-22T23:30:00Z') });
    await append('day', {
      at: new Date('2026-11-23T12:00:00Z'),
      action: 'rolesRemoved',
      who: 'lena.vogel@contoso.com',
    });
    await append('next', { at: new Date('2026-11-23T23:30:00Z'), forWhom: 'giulia.romano@contoso.com' });
    await append('search', {
      at: new Date('2026-11-21T12:00:00Z'),
      action: 'searched',
      who: 'rosa@northwindtraders.com',
      forWhom: undefined,
      details: { people: ['anna.keller@fabrikam.com', 'giulia.romano@contoso.com'] },
    });
    const ids = async (query: Record<string, string>) => (await list(query)).rows.map(({ id }) => id);
    assert.deepEqual(await ids({ who: ' Lena.Vogel@contoso.com' }), ['day']);
    // A search shows words of several people.
    assert.deepEqual(await ids({ forWhom: 'giulia.romano@contoso.com' }), ['next', 'search']);
    assert.deepEqual(await ids({ action: 'rolesGranted' }), ['next', 'night']);
    assert.deepEqual(await ids({ from: '2026-11-23', to: '2026-11-23' }), ['next', 'day']);
    assert.deepEqual(await ids({ from: '2026-11-23', to: '2026-11-23', zone: 'Europe/Rome' }), ['day', 'night']);
    assert.deepEqual(await ids({ who: 'marco.ferri@contoso.com', from: '2026-11-23' }), ['next']);
    assert.deepEqual(await ids({ who: 'nobody@contoso.com' }), []);
  });

  it('goes on by cursor, each entry once, those of one instant too', async () => {
    const start = DateTime.fromISO('2026-11-23T10:00:00Z');
    const all = Array.from({ length: 120 }, (_, index) => `entry ${index}`);
    await Promise.all(
      all.map((id, index) => append(id, { at: start.plus({ minutes: Math.floor(index / 40) }).toJSDate() })),
    );
    const seen: string[] = [];
    for (let cursor: string | undefined = '', pages = 0; cursor !== undefined; pages++) {
      const page: Page<AuditRow> = await list(cursor ? { cursor } : {});
      seen.push(...page.rows.map(({ id }) => id));
      if (pages === 0) await append('newer', { at: start.plus({ hours: 1 }).toJSDate() });
      cursor = page.next;
    }
    assert.equal(seen.length, 120);
    assert.deepEqual([...seen].sort(), [...all].sort());
  });

  it('refuses what is no filter', async () => {
    for (const [query, field] of [
      ['action=dance', 'action'],
      ['from=yesterday', 'from'],
      ['zone=Mars/Base', 'zone'],
      ['cursor=..', 'cursor'],
      ['who[$ne]=x', 'who[$ne]'],
      ['who=', 'who'],
    ]) {
      const { status, json } = await reader.get(`/audit?${query}`);
      assert.deepEqual([status, json], [400, { refused: 'wrongInput', fields: [field] }], query);
    }
  });
});
