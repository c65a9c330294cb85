import assert from 'node:assert/strict';
import { Domain } from '../../models/domain.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { play, type Row } from './dialogue.ts';

const { giulia, marco, omar, bernd, personal, stranger, nina } = people;
const setDomain = (state: string) => () => Domain.updateOne({ name: 'contoso.com' }, { state });
const noDomain = () => Domain.deleteMany({});

const rows: Row[] = [
  {
    it: 'says yes to an employee of a verified domain, in or not',
    as: giulia,
    steps: [
      {
        says: 'posso usare i servizi online?',
        sees: ['Sì, puoi usare i servizi online', 'contoso.com, un dominio verificato di Contoso S.p.A.'],
      },
    ],
  },
  ...[
    'Can I use my gmail address instead?',
    'Posso usare la mia mail personale?',
    'May I use Outlook.com?',
    'May I use the online services with giulia@hotmail.com?',
  ].map(
    (says): Row => ({
      it: `says that a personal address will not do: ${says}`,
      as: omar,
      steps: [
        {
          says,
          sees: [/(A personal address does not work here|Un indirizzo personale qui non funziona)/],
          doesNotSee: [/Yes, you may|Sì, puoi/],
        },
      ],
    }),
  ),
  {
    it: 'says yes in English',
    as: omar,
    steps: [
      {
        says: 'May I use the online services?',
        sees: ['Your address ends in contoso.com, a verified domain of Contoso S.p.A.', 'work account'],
        buttons: ['Check my role', 'Help'],
      },
    ],
  },
  {
    it: 'says yes for an address in a subdomain',
    as: { ...omar, email: 'omar.haddad@lab.contoso.com' },
    steps: [{ says: 'may I use the online services?', sees: ['Yes, you may', 'contoso.com'] }],
  },
  {
    it: 'says not yet while the domain is waiting to be verified',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        first: setDomain('pending'),
        says: 'may I use the online services?',
        sees: ['Not yet', 'contoso.com, the domain of your address, has been added', 'you need not do anything'],
        buttons: ['Find my administrator'],
        noButtons: ['Show the domains'],
      },
    ],
  },
  {
    it: 'shows who may add domains where the record stands',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: setDomain('pending'),
        says: 'may I use the online services?',
        sees: ['It is verified once its TXT record is published.'],
      },
      { presses: 'Show the domains', sees: ['contoso.com: not verified yet'] },
    ],
  },
  {
    it: 'says no with whom to ask',
    as: omar,
    steps: [
      {
        first: noDomain,
        says: 'may I use the online services?',
        sees: [
          'No, not yet',
          'contoso.com, the domain of your address, is not associated',
          'Ask Marco Ferri (marco.ferri@contoso.com)',
        ],
        noButtons: ['Add contoso.com'],
      },
    ],
  },
  {
    it: 'offers who may add domains to add it, with the name filled in',
    as: marco,
    prefers: 'en',
    steps: [
      { first: noDomain, says: 'may I use the online services?', sees: ['You may add the domain yourself.'] },
      { presses: 'Add contoso.com', holds: { name: 'contoso.com' }, sees: ['Is this the domain you mean?'] },
      { presses: 'Add', sees: ['I added contoso.com to Contoso S.p.A.'] },
    ],
  },
  {
    it: 'names the designated administrator where nobody is in yet',
    as: bernd,
    steps: [{ says: 'may I use the online services?', sees: ['Ask Anna Keller (anna.keller@fabrikam.com)'] }],
  },
  {
    it: 'names nobody to a stranger',
    as: stranger,
    steps: [
      {
        says: 'may I use the online services?',
        sees: ['No, not yet', 'stranger.example', 'Your purchasing account administrator can add the domain.'],
        doesNotSee: ['@contoso.com', '@fabrikam.com'],
        buttons: ['Find my administrator', 'Talk to a person'],
      },
    ],
  },
  {
    it: 'tells an owner of a personal address to use a work account',
    as: personal,
    steps: [
      {
        says: 'may I use the online services?',
        sees: ['gmail.com belongs to a provider of personal mail', 'a work account'],
        noButtons: ['Add gmail.com'],
      },
    ],
  },
  {
    it: 'answers a partner like any employee',
    as: nina,
    steps: [{ says: 'may I use the online services?', sees: ['northwindtraders.com', 'No, not yet'] }],
  },
  {
    it: 'interrupts another walk and gives it back',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add a domain' },
      { presses: 'Add', typed: { name: 'contoso' }, sees: ['no domain name'] },
      {
        says: 'may I use the online services?',
        sees: ['Yes, you may', 'Back to: Domains.'],
        holds: { name: 'contoso' },
      },
    ],
  },
  {
    it: 'answers again however often it is asked, from a button too, in the other language',
    as: omar,
    steps: [
      { says: 'may I use the online services?', sees: ['Yes, you may'] },
      {
        first: async ({ chat }) => {
          await setDomain('pending')();
          chat.prefers('it');
        },
        submits: () => ({ usher: { do: 'begin', walk: 'onlineServices' } }),
        sees: ['Non ancora', 'non è ancora verificato'],
      },
    ],
  },
  {
    it: 'does nothing for a button that it does not have',
    as: omar,
    steps: [
      { says: 'may I use the online services?' },
      {
        submits: () => ({ usher: { do: 'step', walk: 'onlineServices', card: 'abcdef12-0', action: 'verify' } }),
        sees: ['This card is out of date; nothing was done.'],
        after: async () => assert.equal((await Domain.findOne({ name: 'contoso.com' }).lean())?.state, 'verified'),
      },
    ],
  },
];

describe('dialogs/onlineServices', () => {
  const here = scene();

  for (const row of rows) it(row.it, () => play(row, here.house));
});
