import assert from 'node:assert/strict';
import { accessRequestUnanswered } from '../../cards/notices/accessRequestUnanswered.ts';
import { administratorChanged } from '../../cards/notices/administratorChanged.ts';
import { domainNotVerified } from '../../cards/notices/domainNotVerified.ts';
import { domainVerified } from '../../cards/notices/domainVerified.ts';
import { invitationNews } from '../../cards/notices/invitationNews.ts';
import { languages, textsFor } from '../../language/texts.ts';
import type { InvitationNews } from '../../models/notice.ts';
import { checkCard, elements, wordsOn } from './checkCard.ts';

const person = (name: string, email: string) => ({ name, email });
const domainId = '5a11e0000000000000000041';
const domain = { domainId, domain: 'contoso.it', organization: 'Contoso S.p.A.', accountNumber: '0005012345' };
const changed = {
  kind: 'administratorChanged',
  organization: 'Fabrikam GmbH',
  accountNumber: '0005054321',
  oldAdministrator: person('Anna Keller', 'anna.keller@fabrikam.com'),
  newAdministrator: person('Eva [Lang](http://x)', 'eva.lang@fabrikam.com'),
  changedBy: { ...person('Nina West', 'nina.west@northwindtraders.com'), organization: 'Northwind Traders' },
} as const;
const buttonsOf = (card: unknown) =>
  elements(card)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ data }) => (data as { usher: { walk: string; data?: object } }).usher);

describe('cards/notices', () => {
  for (const language of languages) {
    const reader = { texts: textsFor(language), language, timeZone: 'Europe/Rome' };

    it(`tell old and new administrator who changed it (${language})`, () => {
      for (const you of ['old', 'new'] as const) {
        const { card, summary } = administratorChanged({ ...changed, you }, reader);
        checkCard(card, summary);
        const words = wordsOn(card);
        for (const word of ['Fabrikam GmbH', '0005054321', 'Nina West', 'Northwind Traders']) {
          assert.ok(words.includes(word), `${you}: no ${word} in ${words}`);
        }
        assert.ok(words.includes(you === 'old' ? 'Eva [Lang](http://x)' : 'eva.lang@fabrikam.com'));
        assert.ok(!elements(card).some(({ type, text }) => type === 'TextBlock' && String(text).includes('Lang')));
      }
    });

    it(`tell that a domain is verified (${language})`, () => {
      const { card, summary } = domainVerified({ kind: 'domainVerified', ...domain }, reader);
      checkCard(card, summary);
      assert.match(summary, /contoso\.it/);
      assert.deepEqual(buttonsOf(card)[0]?.data, { show: domainId });
    });

    it(`tell what was found instead of a domain’s record, with the check as a button (${language})`, () => {
      const expected = 'usher-verification=abcdefghijklmnopqrst';
      for (const found of [[], ['v=spf1 -all', ...Array.from({ length: 9 }, () => 'x'.repeat(100))]]) {
        const { card, summary } = domainNotVerified({ kind: 'domainNotVerified', ...domain, expected, found }, reader);
        checkCard(card, summary);
        assert.ok(wordsOn(card).includes(expected));
        assert.equal(wordsOn(card).includes('v=spf1 -all'), found.length > 0);
        assert.deepEqual(buttonsOf(card)[0]?.data, { check: domainId });
      }
    });

    it(`tell that another account has a domain, with removing as a button (${language})`, () => {
      const kind = 'domainNotVerified' as const;
      const notice = { kind, ...domain, expected: 'usher-verification=a', found: ['b'] };
      const { card, summary } = domainNotVerified({ ...notice, takenByAnother: true }, reader);
      checkCard(card, summary);
      assert.ok(!wordsOn(card).includes('usher-verification=a'));
      assert.deepEqual(buttonsOf(card)[0]?.data, { remove: domainId });
      const unanswered = domainNotVerified({ ...notice, found: [], unanswered: true }, reader);
      assert.ok(wordsOn(unanswered.card).includes(reader.texts.notices.domainNotVerifiedUnanswered));
      assert.ok(!wordsOn(unanswered.card).includes(reader.texts.notices.domainNotVerifiedNothing));
    });

    it(`tell what became of an invitation, with the next step as a button (${language})`, () => {
      const invitation = { invitation: '65f0c0ffee0000000000beef' };
      const rows: [InvitationNews, boolean, object[]][] = [
        [{ outcome: 'accepted' }, false, []],
        [{ outcome: 'declined', reason: 'Basta' }, false, [{ walk: 'inviteUser' }]],
        [{ outcome: 'notMe', reason: '', instead: { email: 'b@contoso.com' } }, false, [{ walk: 'inviteUser' }]],
        [{ outcome: 'expired' }, false, [{ walk: 'inviteUser', data: { ...invitation, act: 'sendAgain' } }]],
        [
          { outcome: 'undeliverable', reason: '550 5.1.1 [x](http://x)' },
          false,
          [
            { walk: 'inviteUser', data: { ...invitation, act: 'correctAddress' } },
            { walk: 'inviteUser', data: { ...invitation, act: 'sendAgain' } },
          ],
        ],
        [{ outcome: 'expired' }, true, [{ walk: 'partner' }]],
      ];
      for (const [news, forPartner, buttons] of rows) {
        const { card, summary } = invitationNews(
          {
            kind: 'invitationNews',
            invitationId: invitation.invitation,
            organization: 'Contoso S.p.A.',
            accountNumber: '0005012345',
            person: person('Giulia Romano', 'giulia.romano@contoso.com'),
            roles: ['reportViewer'],
            forPartner,
            news,
          },
          reader,
        );
        checkCard(card, summary);
        const words = wordsOn(card);
        assert.match(words, /Giulia Romano/);
        if ('reason' in news && news.reason) assert.ok(words.includes(news.reason));
        assert.deepEqual(
          buttonsOf(card),
          buttons.map((each) => ({ do: 'begin', ...each })),
        );
      }
    });

    it(`tell who asked that nobody has answered, with the ways out (${language})`, () => {
      for (const asked of [[person('Marco Ferri', 'marco.ferri@contoso.com')], []]) {
        const { card, summary } = accessRequestUnanswered(
          {
            kind: 'accessRequestUnanswered',
            requestId: domainId,
            request: 'role',
            organization: 'Contoso S.p.A.',
            accountNumber: '0005012345',
            asked,
            partner: 'Northwind Traders',
          },
          reader,
        );
        checkCard(card, summary);
        assert.match(wordsOn(card), /Northwind Traders/);
        assert.equal(wordsOn(card).includes('marco.ferri@contoso.com'), asked.length > 0);
        assert.deepEqual(
          buttonsOf(card).map(({ walk }) => walk),
          ['withdrawRequest', 'findAdministrator', 'person'],
        );
      }
    });
  }
});
