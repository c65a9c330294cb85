import assert from 'node:assert/strict';
import { Domain } from '../../models/domain.ts';
import { Membership } from '../../models/membership.ts';
import { elements } from '../cards/checkCard.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { type Dialogue, play, type Row } from './dialogue.ts';

const { marco, omar, anna, giulia } = people;
const recordOf = async (name: string) => (await Domain.findOne({ name, associated: true }).lean())?.txtRecord ?? '';
const publish = async (name: string, { house }: Dialogue) => house.txt.set(name, ['v=spf1 -all', await recordOf(name)]);
const domains = async () => (await Domain.find({ associated: true }).sort({ name: 1 }).lean()).map(({ name }) => name);

const rows: Row[] = [
  {
    it: 'adds the domain that a sentence names, with the record to publish and what comes next',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'please add the domain contoso.it',
        sees: ['I added contoso.it to Contoso S.p.A.', '@ (that is contoso.it itself)', /usher-verification=\S{20,}/],
        buttons: ['Check now', 'Remove', 'All domains'],
        after: async ({ chat }) => {
          assert.deepEqual(await domains(), ['contoso.com', 'contoso.it']);
          const copy = elements(chat.card().card).find(({ type }) => type === 'Action.OpenUrl');
          assert.equal(copy?.url, `http://127.0.0.1:3978/copy?language=en#${await recordOf('contoso.it')}`);
        },
      },
    ],
  },
  {
    it: 'proposes to whoever may add domains one that is named and nothing else',
    as: marco,
    steps: [{ says: 'contoso.it', sees: ['Is this the domain you mean?'], holds: { name: 'contoso.it' } }],
  },
  {
    it: 'asks whoever may add none what they mean by the name of one',
    as: omar,
    steps: [{ says: 'contoso.it', sees: ['I am not sure what you need'] }],
  },
  {
    it: 'lists the domains with their state beside a field for another one',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains', sees: [/contoso\.com: verified since/, 'Add another domain'], buttons: ['Add', 'Cancel'] },
      { presses: 'Add', typed: { name: ' HTTPS://www.Contoso.example/ ' }, sees: ['I added contoso.example'] },
      { says: 'domains', sees: ['contoso.example: not verified yet', 'I have not looked yet'] },
    ],
  },
  {
    it: 'checks now from the card, long after the walk, and puts how things stand in its place',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it', keeps: 'domain' },
      {
        presses: 'Check now',
        sees: ['contoso.it is not verified yet', 'there was no TXT record at all', /I look again by myself on/],
        replaces: 'domain',
      },
      {
        presses: 'Check now',
        later: { hours: 1 },
        first: ({ house }) => house.txt.set('contoso.it', ['v=spf1 include:mail.contoso.it -all', '[a](http://x)']),
        sees: ['I found these instead', 'v=spf1 include:mail.contoso.it -all', '[a](http://x)'],
      },
      {
        presses: 'Check now',
        later: { hours: 1 },
        first: (dialogue) => publish('contoso.it', dialogue),
        sees: ['contoso.it is verified'],
        doesNotSee: ['Publish this TXT record'],
        noButtons: ['Check now'],
        replaces: 'domain',
      },
      { presses: 'Check now', on: 'domain', sees: ['contoso.it is verified'] },
    ],
  },
  {
    it: 'looks only now and then, however often the button is pressed',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it' },
      { presses: 'Check now', sees: ['not verified yet'] },
      { presses: 'Check now', sees: ['I have just looked. You can have me look again from'], buttons: ['Check now'] },
    ],
  },
  {
    it: 'says when the name servers gave no answer',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it' },
      {
        presses: 'Check now',
        first: ({ house }) => house.txt.set('contoso.it', Object.assign(new Error('no'), { code: 'ESERVFAIL' })),
        sees: ['gave no usable answer, so I do not know whether the record is there'],
        doesNotSee: ['ESERVFAIL'],
      },
    ],
  },
  {
    it: 'says whose a domain is that another account has verified, now and later',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it' },
      {
        presses: 'Check now',
        first: async (dialogue) => {
          const { _id, ...facts } = (await Domain.findOne({ name: 'contoso.com' }).lean()) as Domain;
          const purchasingAccount = (await Membership.findOne({ email: omar.email }).lean())?._id as typeof _id;
          await Domain.create({ ...facts, name: 'contoso.it', purchasingAccount });
          await publish('contoso.it', dialogue);
        },
        sees: ['contoso.it is verified by another purchasing account'],
        doesNotSee: ['usher-verification', 'by myself', 'instead'],
        buttons: ['Talk to a person', 'All domains', 'Remove'],
      },
      {
        presses: 'All domains',
        sees: ['contoso.it: verified by another purchasing account'],
        doesNotSee: ['usher-verification', 'instead'],
      },
      { presses: 'Show contoso.it', sees: ['contoso.it is verified by another'], noButtons: ['Check now'] },
    ],
  },
  {
    it: 'says beside the field what is wrong with a name, and keeps what was typed',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add a domain' },
      {
        presses: 'Add',
        typed: { name: 'contoso' },
        sees: ['This is no domain name, such as contoso.com.'],
        holds: { name: 'contoso' },
      },
      {
        presses: 'Add',
        typed: { name: 'co.uk' },
        sees: ['anybody can register names under it'],
        holds: { name: 'co.uk' },
      },
      { presses: 'Add', typed: { name: 'outlook.com' }, sees: ['a provider of personal mail'] },
      {
        presses: 'Add',
        typed: { name: 'contoso.com' },
        sees: ['This domain was added already.', 'contoso.com is verified'],
      },
    ],
  },
  {
    it: 'refuses a domain that another account has verified',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: async () => {
          const contoso = await Domain.findOne({ name: 'contoso.com' }).lean();
          const { _id, ...facts } = contoso as Domain;
          const purchasingAccount = (await Membership.findOne({ email: omar.email }).lean())?._id as typeof _id;
          await Domain.create({ ...facts, name: 'fabrikam.com', purchasingAccount });
        },
        says: 'add the domain fabrikam.com',
        sees: ['This domain is verified by another purchasing account.'],
        holds: { name: 'fabrikam.com' },
      },
    ],
  },
  {
    it: 'takes the domain of an address as a proposal, typed or said',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'add the domain of giulia.romano@contoso.it',
        sees: ['Its domain is contoso.it'],
        holds: { name: 'contoso.it' },
      },
      {
        presses: 'Add',
        typed: { name: 'Lena@Contoso.example' },
        sees: ['Its domain is contoso.example'],
        holds: { name: 'contoso.example' },
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
      { presses: 'Add', sees: ['I added contoso.example'] },
    ],
  },
  {
    it: 'shows an international name as people write it and as the name servers do',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains' },
      {
        says: 'bücher.example',
        sees: ['bücher.example (xn--bcher-kva.example)', '@ (that is xn--bcher-kva.example itself)'],
      },
    ],
  },
  {
    it: 'removes a domain after a second yes, said or pressed, and never twice',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it' },
      {
        presses: 'Remove',
        sees: ['Remove this domain?', 'contoso.it would no longer belong'],
        keeps: 'question',
        after: async () => assert.ok((await domains()).includes('contoso.it')),
      },
      { presses: 'No, keep it', sees: ['contoso.it stays as it is', 'Publish this TXT record'] },
      { presses: 'Remove', sees: ['Remove this domain?'], keeps: 'again' },
      {
        says: 'yes',
        sees: ['The domain has been removed'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
      { presses: 'Yes, remove it', on: 'again', sees: ['This was done already', 'no longer belongs'] },
      { presses: 'Yes, remove it', on: 'question', sees: ['This was done already'], doesNotSee: ['has been removed'] },
    ],
  },
  {
    it: 'removes a domain that a sentence names after a second yes, and adds none that is to be removed',
    as: marco,
    prefers: 'en',
    steps: [
      {
        says: 'remove the domain contoso.com',
        sees: ['Remove this domain?'],
        buttons: ['Yes, remove it', 'No, keep it'],
      },
      { says: 'no', sees: ['contoso.com stays as it is'] },
      {
        says: 'remove the domain contoso.it',
        sees: ['contoso.it is not among your domains'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
    ],
  },
  {
    it: 'checks the domain that is spoken of, and shows its record again',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it' },
      { says: 'check now', sees: ['contoso.it is not verified yet', /When I last looked/] },
      { says: 'show me the record again', sees: ['contoso.it', 'Publish this TXT record'] },
      { says: 'is contoso.it verified?', sees: ['contoso.it', /When I last looked/] },
      { says: 'add the domain contoso.net' },
      // Which of the two?
      { says: 'check the domain', sees: ['Domains of your organization'] },
      { says: 'rimuovi contoso.it', sees: ['Remove this domain?'] },
      { says: 'sì', after: async () => assert.deepEqual(await domains(), ['contoso.com', 'contoso.net']) },
    ],
  },
  {
    it: 'asks which account when there are several',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: () => alsoAtTailspin(),
        says: 'add the domain contoso.it',
        sees: ['To which purchasing account does the domain belong?'],
        holds: { name: 'contoso.it' },
      },
      { presses: 'Add', sees: ['Please fill this in.'], holds: { name: 'contoso.it' } },
      {
        submits: ({ chat }) => ({
          ...pressOf(chat.card().card, 'Add'),
          name: 'contoso.it',
          purchasingAccountId: 'nonsense',
        }),
        sees: ['I cannot find that'],
      },
      {
        submits: ({ chat }) => ({
          ...pressOf(chat.card().card, 'Add'),
          name: 'contoso.it',
          purchasingAccountId: ids.tailspin,
        }),
        sees: ['I added contoso.it to Tailspin Toys Ltd'],
      },
    ],
  },
  {
    it: 'adds a domain that a sentence names also while the list is open',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains', sees: ['contoso.com'] },
      { says: 'add contoso.eu', sees: ['I added contoso.eu to Contoso S.p.A.'] },
    ],
  },
  {
    it: 'takes the account by its number or its organization, in the sentence and after it',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: () => alsoAtTailspin(),
        says: 'add contoso.org to 0005067890',
        sees: ['I added contoso.org to Tailspin Toys Ltd'],
      },
      {
        says: 'add contoso.eu',
        sees: ['To which purchasing account does the domain belong?'],
        holds: { name: 'contoso.eu', purchasingAccountId: undefined },
      },
      {
        says: '0005067890',
        holds: { name: 'contoso.eu' },
        after: ({ chat }) => assert.equal(chat.value('purchasingAccountId'), ids.tailspin),
      },
      { says: 'to Contoso', sees: ['Choose “Add” to go on'], holds: { name: 'contoso.eu' } },
      { presses: 'Add', sees: ['I added contoso.eu to Contoso S.p.A.'] },
    ],
  },
  {
    it: 'speaks Italian, and goes on in it when the language is changed in the middle',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add a domain', sees: ['Domains of your organization'] },
      { presses: 'Add', typed: { name: 'contoso' }, sees: ['This is no domain name'] },
      {
        first: ({ chat }) => chat.prefers('it'),
        presses: 'Add',
        sees: ['Domini della tua organizzazione', 'Non è un nome di dominio, come contoso.com.'],
        holds: { name: 'contoso' },
      },
      { presses: 'Aggiungi', typed: { name: 'contoso.it' }, sees: ['Ho aggiunto contoso.it a Contoso S.p.A.'] },
      { presses: 'Controlla ora', sees: ['contoso.it non è ancora verificato', 'non c’era alcun record TXT'] },
    ],
  },
  {
    it: 'is interrupted by another walk and taken up again with what was typed',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add a domain' },
      { presses: 'Add', typed: { name: 'contoso.' }, sees: ['no domain name'] },
      {
        says: 'may I use the online services?',
        sees: ['Yes, you may use the online services', 'Back to: Domains.'],
        holds: { name: 'contoso.' },
      },
      { presses: 'Add', typed: { name: 'contoso.it' }, sees: ['I added contoso.it'] },
    ],
  },
  {
    it: 'takes no address or domain out of a sentence about something else, although its list is open',
    as: marco,
    prefers: 'it',
    steps: [
      { says: 'i miei domini', sees: ['Domini della tua organizzazione'] },
      {
        says: 'ho scritto ieri a info@fabrikam.com e nessuno risponde',
        doesNotSee: ['Domini della tua', 'Il suo dominio'],
      },
      {
        says: 'il sito contoso.example è lento anche oggi',
        sees: ['Non ho capito'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
      { says: 'contoso.example per favore', sees: ['Domini della tua'], holds: { name: 'contoso.example' } },
      { presses: 'Aggiungi', sees: ['Ho aggiunto contoso.example'] },
    ],
  },
  {
    it: 'leads nobody back to a list that was only looked at, and takes its buttons all the same',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'invite anna.bianchi@contoso.com', holds: { email: 'anna.bianchi@contoso.com' } },
      { says: 'domains', sees: ['Domains of your organization'], keeps: 'list' },
      { says: 'thanks', doesNotSee: ['We are still at'] },
      {
        says: 'what is my role?',
        sees: ['Account Administrator', 'Back to: Invite a user.'],
        doesNotSee: ['Domains of your organization'],
        holds: { email: 'anna.bianchi@contoso.com' },
      },
      { presses: 'Cancel', sees: ['Cancelled: Invite a user.'], doesNotSee: ['Back to'] },
      { says: 'cancel', sees: ['There is nothing to cancel.'] },
      { presses: 'Add', on: 'list', typed: { name: 'contoso' }, sees: ['no domain name'], replaces: 'list' },
      // Now there is something that would be lost.
      { says: 'may I use the online services?', sees: ['Back to: Domains.'], holds: { name: 'contoso' } },
    ],
  },
  {
    it: 'shows a domain once although the button was pressed twice, and again when it is pressed later',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains', keeps: 'list' },
      { presses: 'Show contoso.com', sees: ['contoso.com is verified'] },
      { presses: 'Show contoso.com', on: 'list', seesNothing: true },
      { presses: 'Show contoso.com', on: 'list', later: { minutes: 1 }, sees: ['contoso.com is verified'] },
    ],
  },
  {
    it: 'leaves the list alone when an older card is checked meanwhile',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'add the domain contoso.it', keeps: 'domain' },
      { says: 'domains', keeps: 'list' },
      { presses: 'Check now', on: 'domain', sees: ['contoso.it is not verified yet'], doesNotSee: ['Back to'] },
      { presses: 'Add', on: 'list', typed: { name: 'contoso.example' }, sees: ['I added contoso.example'] },
    ],
  },
  {
    it: 'is cancelled; its card does nothing any more',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains', keeps: 'list' },
      { presses: 'Cancel', sees: ['Cancelled: Domains.'] },
      {
        presses: 'Add',
        on: 'list',
        typed: { name: 'contoso.it' },
        sees: ['This card is out of date; nothing was done.'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
    ],
  },
  {
    it: 'adds nothing twice when the button is pressed twice',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains', keeps: 'list' },
      { presses: 'Add', typed: { name: 'contoso.it' }, sees: ['I added contoso.it'] },
      {
        presses: 'Add',
        on: 'list',
        typed: { name: 'contoso.example' },
        sees: ['This was done already', 'I added contoso.it'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com', 'contoso.it']),
      },
    ],
  },
  {
    it: 'does nothing for inputs that its card does not have',
    as: marco,
    prefers: 'en',
    steps: [
      { says: 'domains' },
      {
        submits: ({ chat }) => ({ ...pressOf(chat.card().card, 'Add'), name: 'contoso.it', state: 'verified' }),
        sees: ['I did not get what that card should send'],
      },
      {
        submits: ({ chat }) => ({ ...pressOf(chat.card().card, 'Add'), name: 'a'.repeat(2000) }),
        sees: ['I did not get what that card should send'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
    ],
  },
  {
    it: 'tells those who may not who may, and does nothing with buttons of other people’s cards',
    as: omar,
    steps: [
      {
        says: 'add the domain contoso.it',
        sees: [
          'Your role does not include domains.',
          'At Contoso S.p.A. you can ask Marco Ferri (marco.ferri@contoso.com).',
        ],
        buttons: ['Find my administrator'],
        after: async () => assert.deepEqual(await domains(), ['contoso.com']),
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'addDomain', data: { remove: ids.domain } } }),
        sees: ['Your role does not include domains.'],
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'addDomain', data: { check: ids.domain } } }),
        sees: ['Your role does not include domains.'],
      },
      {
        submits: () => ({ usher: { do: 'step', walk: 'addDomain', card: 'abcdef12-1', action: 'remove' } }),
        sees: ['This card is out of date; nothing was done.'],
      },
    ],
  },
  {
    it: 'tells no stranger who may',
    as: anna,
    steps: [
      {
        says: 'add the domain fabrikam.com',
        sees: ['Your role does not include domains.'],
        doesNotSee: ['you can ask'],
      },
    ],
  },
  {
    it: 'shows no domain of somebody else’s account',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: () => Domain.updateOne({ name: 'contoso.com' }, { purchasingAccount: ids.fabrikam }),
        submits: () => ({ usher: { do: 'begin', walk: 'addDomain', data: { show: ids.domain } } }),
        sees: ['I cannot find that'],
        doesNotSee: ['contoso.com is verified'],
      },
      {
        submits: () => ({ usher: { do: 'begin', walk: 'addDomain', data: { check: 'nonsense' } } }),
        sees: ['I cannot find that'],
      },
    ],
  },
  {
    it: 'turns the pages of a long list',
    as: marco,
    prefers: 'en',
    steps: [
      {
        first: async () => {
          const { _id, ...facts } = (await Domain.findOne({ name: 'contoso.com' }).lean()) as Domain;
          for (let n = 10; n < 22; n++) {
            await Domain.create({
              ...facts,
              name: `d${n}.contoso.example`,
              state: 'pending',
              found: ['x'.repeat(100)],
            });
          }
        },
        says: 'domains',
        sees: ['1 to 5 of 13'],
        buttons: ['More'],
        noButtons: ['Previous'],
      },
      { presses: 'More', sees: ['6 to 10 of 13'], buttons: ['More', 'Previous'] },
      { presses: 'More', sees: ['11 to 13 of 13'], noButtons: ['More'], keeps: 'list' },
      {
        presses: 'Show d19.contoso.example',
        sees: ['d19.contoso.example', 'Publish this TXT record'],
        after: ({ chat, cards }) => assert.notEqual(chat.card().activityId, cards.get('list')?.activityId),
      },
      { presses: 'Previous', on: 'list', sees: ['6 to 10 of 13'], replaces: 'list' },
    ],
  },
];

/** The data of a button, as a client sends it. */
function pressOf(card: unknown, title: string): Record<string, unknown> {
  return elements(card).find((one) => one.title === title)?.data as Record<string, unknown>;
}

const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '', domain: '' };

async function alsoAtTailspin(): Promise<void> {
  const { _id, ...facts } = (await Membership.findOne({ email: marco.email }).lean()) as Membership;
  await Membership.create({ ...facts, purchasingAccount: ids.tailspin, pendingWork: [] });
}

describe('dialogs/addDomain', () => {
  const here = scene();
  beforeEach(async () => {
    Object.assign(ids, here.ids);
    ids.domain = (await Domain.findOne({ name: 'contoso.com' }).lean())?._id.toHexString() ?? '';
  });

  for (const row of rows) it(row.it, () => play(row, here.house));

  it('answers a person without an account of any kind', async () => {
    await play(
      { it: '', as: giulia, steps: [{ says: 'aggiungi un dominio', sees: ['Il tuo ruolo non comprende'] }] },
      here.house,
    );
  });
});
