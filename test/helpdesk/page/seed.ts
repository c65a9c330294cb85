import type {
  AuditRow,
  CannedAnswer,
  ConversationRow,
  Figures,
  PersonView,
  StuckItem,
  TranscriptMessage,
} from '../../../helpdesk/api.ts';

/** Everything that the stand-in for the server knows. */
export interface Seed {
  conversations: ConversationRow[];
  messages: Map<string, TranscriptMessage[]>;
  people: Map<string, PersonView>;
  cannedAnswers: CannedAnswer[];
  figures: Figures;
  stuck: StuckItem[];
  audit: AuditRow[];
}

/** Ids of the conversations that the tests open. */
export const ids = {
  giulia: 'teams:a:1giulia',
  omar: 'mail:omar',
  hostile: 'mail:hostile',
  hostileChat: 'teams:a:1hostile',
  unproven: 'mail:unproven',
} as const;

const givenNames = ['Anna', 'Luca', 'Marta', 'Ruth', 'Tom', 'Nina', 'Paolo', 'Elif', 'Jonas', 'Chiara', 'Ewa', 'Noah'];
const familyNames = [
  'Keller',
  'Rossi',
  'Bianchi',
  'Ellis',
  'Hale',
  'West',
  'Conti',
  'Yilmaz',
  'Weber',
  'Greco',
  'Nowak',
];
const organizations = ['Contoso S.p.A.', 'Fabrikam GmbH', 'Tailspin Toys Ltd', 'Northwind Traders'];
const domains = ['contoso.com', 'fabrikam.com', 'tailspintoys.com', 'northwindtraders.com'];
const sentences = [
  'Who is my purchasing administrator?',
  'L’invito non è mai arrivato, potete inviarlo di nuovo?',
  'May I use the online services?',
  'Vorrei aggiungere il dominio della nostra filiale.',
  'Which role do I have, and who gave it to me?',
  'The invitation of Ruth Ellis was sent again; it is good for 60 days.',
];

/**
 * What a helpdesk sees on a usual day, and what it must withstand.
 *
 * @param now the newest message is of a few minutes before.
 * @param many conversations beside those that the tests open.
 */
export function makeSeed(now: Date, many: number): Seed {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const messages = new Map<string, TranscriptMessage[]>();
  const row = (facts: Pick<ConversationRow, 'id' | 'channel' | 'lastMessageAt'> & Partial<ConversationRow>) => ({
    organizations: [],
    startedAt: facts.lastMessageAt,
    lastText: '',
    lastDirection: 'in' as const,
    stuck: false,
    ...facts,
  });

  messages.set(ids.giulia, giuliasMessages(ago));
  messages.set(ids.omar, omarsMessages(ago));
  messages.set(ids.hostile, hostileMails(ago));
  messages.set(ids.hostileChat, hostileChat(ago));
  messages.set(ids.unproven, [
    { id: 'u-1', at: ago(80), direction: 'in', subject: 'Re: Request', text: 'Approve.', outcome: 'unproven' },
  ]);
  const conversations: ConversationRow[] = [
    row({
      id: ids.giulia,
      channel: 'teams',
      person: { email: 'giulia.romano@contoso.com', name: 'Giulia Romano' },
      organizations: ['Contoso S.p.A.'],
      language: 'it',
      walk: 'person',
      startedAt: ago(60 * 24 * 3),
      lastMessageAt: ago(4),
      lastText: 'Vorrei parlare con una persona, per favore.',
      waitingSince: ago(4),
    }),
    row({
      id: ids.omar,
      channel: 'mail',
      person: { email: 'omar.haddad@contoso.com', name: 'Omar Haddad' },
      organizations: ['Contoso S.p.A.'],
      language: 'en',
      startedAt: ago(60 * 26),
      lastMessageAt: ago(38),
      lastText: 'Your invitation was sent again.',
      lastDirection: 'out',
      joinedBy: { email: 'priya.nair@contoso.com', name: 'Priya Nair' },
    }),
    row({
      id: ids.hostile,
      channel: 'mail',
      person: { email: 'mallory@example.com', name: '<img src=x onerror=window.harmed=1>\u202Egnp.exe' },
      organizations: ['<script>window.harmed=1</script>'],
      lastMessageAt: ago(55),
      lastText: '<script>window.harmed=1</script> \u202Efdp.eciovni',
      stuck: true,
    }),
    row({
      id: ids.hostileChat,
      channel: 'teams',
      person: { email: 'eve@example.com' },
      lastMessageAt: ago(75),
      lastText: 'A'.repeat(140),
      doneAt: ago(70),
    }),
    row({
      id: ids.unproven,
      channel: 'mail',
      claims: 'marco.ferri@contoso.com',
      lastMessageAt: ago(80),
      lastText: 'Approve.',
    }),
  ];
  for (let index = 0; index < many; index++) {
    const name = `${pick(givenNames, index)} ${pick(familyNames, index * 7)}`;
    const domain = index % domains.length;
    const email = `${name.toLowerCase().replace(' ', '.')}${index}@${domains[domain]}`;
    const id = `${index % 3 ? 'teams' : 'mail'}:${index}`;
    const lastText = pick(sentences, index * 5);
    const lastMessageAt = ago(90 + index * 11);
    conversations.push(
      row({
        id,
        channel: index % 3 ? 'teams' : 'mail',
        person: { email, name },
        organizations: [organizations[domain] as string],
        language: index % 2 ? 'it' : 'en',
        lastMessageAt,
        lastText,
        lastDirection: index % 6 === 5 ? 'out' : 'in',
        ...(index % 17 === 5 && { doneAt: lastMessageAt }),
        ...(index % 29 === 7 && { waitingSince: lastMessageAt }),
        ...(index % 41 === 9 && { stuck: true }),
      }),
    );
    messages.set(id, [{ id: `${id}-1`, at: lastMessageAt, direction: 'in', text: lastText }]);
  }
  return {
    conversations,
    messages,
    people: people(ago),
    cannedAnswers: cannedAnswers(),
    figures: figures(now),
    stuck: stuck(ago),
    audit: audit(ago),
  };
}

type Ago = (minutes: number) => string;

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function giuliasMessages(ago: Ago): TranscriptMessage[] {
  const old = Array.from(
    { length: 160 },
    (_, index): TranscriptMessage => ({
      id: `g-old-${index}`,
      at: ago(60 * 24 * 3 - index),
      direction: index % 2 ? 'out' : 'in',
      text: index === 20 ? 'La parola rara è zibaldone.' : pick(sentences, index),
    }),
  );
  const card = {
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      {
        type: 'TextBlock',
        style: 'heading',
        text: 'Il tuo amministratore',
        weight: 'Bolder',
        size: 'Medium',
        wrap: true,
      },
      {
        type: 'FactSet',
        facts: [
          { title: 'Account acquisti', value: 'Contoso S.p.A. (0005012345)' },
          { title: 'Amministratore', value: '**Marco Ferri**' },
          { title: 'Può invitare anche', value: 'Lena Vogel' },
        ],
      },
      { type: 'TextBlock', text: 'Vuoi chiedere un invito?', wrap: true },
      {
        type: 'Input.Text',
        id: 'message',
        label: 'Messaggio (facoltativo)',
        isMultiline: true,
        placeholder: 'Di che cosa hai bisogno?',
      },
    ],
    actions: [
      { type: 'Action.Submit', title: 'Chiedi un invito', style: 'positive', data: { action: 'ask' } },
      { type: 'Action.Submit', title: 'Annulla', data: { action: 'cancel' } },
    ],
  };
  return [
    ...old,
    {
      id: 'g-1',
      at: ago(26),
      direction: 'in',
      text: 'chi è il mio amministratore?',
      understood: { intent: 'findAdministrator', confidence: 0.97, language: 'it', data: { domain: 'contoso.com' } },
      walk: 'findAdministrator',
      step: 'answer',
    },
    { id: 'g-2', at: ago(26), direction: 'out', text: '', card: JSON.stringify(card), walk: 'findAdministrator' },
    {
      id: 'g-3',
      at: ago(24),
      direction: 'in',
      text: '',
      value: JSON.stringify({ action: 'ask', message: 'Mi serve per i rapporti di fine mese.' }),
      walk: 'findAdministrator',
      step: 'ask',
    },
    {
      id: 'g-4',
      at: ago(24),
      direction: 'out',
      text: 'La richiesta è in viaggio: **Marco Ferri** e **Lena Vogel** ne sono informati.',
    },
    {
      id: 'g-5',
      at: ago(5),
      direction: 'in',
      text: 'Nessuno risponde.',
      fault: 'F-7Q2K',
      understood: { intent: 'none', confidence: 0.31 },
    },
    {
      id: 'g-6',
      at: ago(5),
      direction: 'note',
      text: 'Marco è in ferie fino a lunedì; sentire Lena.',
      operator: { email: 'priya.nair@contoso.com', name: 'Priya Nair' },
    },
    { id: 'g-7', at: ago(4), direction: 'in', text: 'Vorrei parlare con una persona, per favore.', walk: 'person' },
    { id: 'g-8', at: ago(4), direction: 'out', text: 'L’ho detto ai colleghi: qualcuno ti scriverà qui.' },
  ];
}

function omarsMessages(ago: Ago): TranscriptMessage[] {
  return [
    {
      id: 'o-1',
      at: ago(60 * 26),
      direction: 'in',
      subject: 'Invitation never arrived',
      text: 'Hello, the invitation for Fabrikam never arrived. Could you send it again?',
      html: '<p>Hello,</p><p>the invitation for <b>Fabrikam</b> never arrived. Could you send it again?</p><p>Regards<br>Omar</p>',
      understood: { intent: 'resendInvitation', confidence: 0.93, language: 'en' },
    },
    {
      id: 'o-2',
      at: ago(60 * 26 - 1),
      direction: 'out',
      subject: 'Re: Invitation never arrived',
      text: 'I have told a colleague.',
      html: '<p>I have told a colleague; you get an answer here.</p>',
    },
    {
      id: 'o-3',
      at: ago(38),
      direction: 'out',
      subject: 'Re: Invitation never arrived',
      text: 'Hello Omar,\n\nyour invitation was sent again. Look in the junk folder, too.\n\nPriya',
      operator: { email: 'priya.nair@contoso.com', name: 'Priya Nair' },
      delivery: 'waiting',
    },
  ];
}

/** As bad as if the server had let everything through. */
function hostileMails(ago: Ago): TranscriptMessage[] {
  return [
    {
      id: 'h-1',
      at: ago(60),
      direction: 'in',
      subject: '<script>window.harmed=1</script>\u202Efdp.eciovni',
      text: 'tracker',
      html: [
        '<p id="inside">Dear helpdesk</p>',
        '<script>parent.harmed = 1; top.harmed = 1</script>',
        '<img src="/tracker.gif" onerror="parent.harmed=1"><img src="https://tracker.example.com/pixel.gif">',
        '<style>@import url("/tracker.css"); p { background: url("/tracker.png") }</style>',
        '<link rel="stylesheet" href="/tracker-link.css"><iframe src="/tracker.html"></iframe>',
        '<meta http-equiv="refresh" content="0; url=/tracker-refresh">',
        '<form action="/tracker-form"><button id="submit">Press me</button></form>',
        '<a id="script-link" href="javascript:parent.harmed=1">link</a>',
        '<svg onload="parent.harmed=1"></svg><base href="https://tracker.example.com/">',
      ].join(''),
    },
    { id: 'h-2', at: ago(59), direction: 'in', subject: 'Large', text: `${'wide '.repeat(220_000)}end of the text` },
    {
      id: 'h-3',
      at: ago(58),
      direction: 'in',
      subject: 'Two at once',
      text: '</div></body><h1>out of the box</h1>',
      delivery: 'failed',
    },
  ];
}

function hostileChat(ago: Ago): TranscriptMessage[] {
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    backgroundImage: '/tracker-background.png',
    selectAction: { type: 'Action.OpenUrl', url: 'javascript:window.harmed=1' },
    body: [
      {
        type: 'TextBlock',
        text: '[press me](javascript:window.harmed=1) <img src=x onerror=window.harmed=1>',
        wrap: true,
      },
      { type: 'Image', url: '/tracker-card.png', altText: 'A kitten' },
      {
        type: 'Container',
        backgroundImage: { url: '/tracker-container.png' },
        selectAction: { type: 'Action.OpenUrl', url: 'javascript:window.harmed=1' },
        items: [
          {
            type: 'RichTextBlock',
            inlines: [
              {
                type: 'TextRun',
                text: 'run',
                selectAction: { type: 'Action.OpenUrl', url: 'javascript:window.harmed=1' },
              },
            ],
          },
        ],
      },
      { type: 'Media', poster: '/tracker-poster.png', sources: [{ mimeType: 'video/mp4', url: '/tracker.mp4' }] },
      {
        type: 'Input.Text',
        id: 'typed',
        label: 'Type here',
        inlineAction: { type: 'Action.OpenUrl', url: 'javascript:window.harmed=1', iconUrl: '/tracker-inline.png' },
      },
      {
        type: 'Input.ChoiceSet',
        id: 'choice',
        style: 'expanded',
        label: 'Choose',
        choices: [{ title: 'One', value: '1' }],
      },
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open', url: 'javascript:window.harmed=1', iconUrl: '/tracker-icon.png' },
      {
        type: 'Action.ShowCard',
        title: 'Show',
        card: { type: 'AdaptiveCard', body: [{ type: 'Image', url: '/tracker-shown.png' }] },
      },
    ],
  };
  return [
    {
      id: 'c-1',
      at: ago(80),
      direction: 'in',
      text: '<img src=x onerror=window.harmed=1><script>window.harmed=1</script>',
    },
    {
      id: 'c-2',
      at: ago(79),
      direction: 'out',
      text: '**bold** <img src=x onerror=window.harmed=1> [link](javascript:window.harmed=1)',
    },
    { id: 'c-3', at: ago(78), direction: 'out', text: '', card: JSON.stringify(card) },
    {
      id: 'c-4',
      at: ago(77),
      direction: 'out',
      text: '',
      card: '{"type":"AdaptiveCard","body":"no list","__proto__":{"harmed":1}}',
    },
    { id: 'c-5', at: ago(77), direction: 'out', text: '', card: 'no JSON at all <b>' },
    {
      id: 'c-6',
      at: ago(76),
      direction: 'in',
      text: '\u202Eevil si siht\u2066 and on and on',
      value: '{"<b>name</b>":{"deep":["<i>x</i>"]}}',
    },
    { id: 'c-7', at: ago(75), direction: 'in', text: 'A'.repeat(1_000_000) },
  ];
}

function people(ago: Ago): Map<string, PersonView> {
  const contoso = { id: 'a1', name: 'Contoso S.p.A.', number: '0005012345' };
  const day = 60 * 24;
  const domainsOf = [
    { name: 'contoso.com', accountName: contoso.name, state: 'verified', since: ago(day * 400) },
    { name: 'contoso.it', accountName: contoso.name, state: 'pending', since: ago(day) },
  ];
  return new Map<string, PersonView>([
    [
      'giulia.romano@contoso.com',
      {
        email: 'giulia.romano@contoso.com',
        name: 'Giulia Romano',
        language: 'it',
        hasWorkAccount: false,
        partners: [],
        memberships: [],
        invitations: [
          {
            id: 'i1',
            accountName: contoso.name,
            state: 'expired',
            undeliverable: false,
            roles: ['reportViewer'],
            sentAt: ago(day * 75),
            expiresAt: ago(day * 15),
            timesSent: 2,
            invitedBy: 'lena.vogel@contoso.com',
            history: [
              { at: ago(day * 90), action: 'invitationSent', who: 'lena.vogel@contoso.com' },
              { at: ago(day * 75), action: 'invitationSentAgain', who: 'lena.vogel@contoso.com' },
              { at: ago(day * 15), action: 'invitationExpired', who: 'usher' },
            ],
            mayResend: true,
          },
        ],
        requests: [{ id: 'r1', accountName: contoso.name, roles: ['reportViewer'], state: 'open', madeAt: ago(24) }],
        domains: domainsOf,
      },
    ],
    [
      'omar.haddad@contoso.com',
      {
        email: 'omar.haddad@contoso.com',
        name: 'Omar Haddad',
        language: 'en',
        hasWorkAccount: true,
        partners: [{ name: 'Northwind Traders', customers: ['Contoso S.p.A.', 'Fabrikam Ltd'] }],
        memberships: [
          {
            account: contoso,
            roles: [
              { role: 'reportViewer', since: ago(day * 200), by: 'marco.ferri@contoso.com' },
              { role: 'accountViewer', since: ago(day * 20) },
            ],
          },
        ],
        invitations: [
          {
            id: 'i2',
            accountName: 'Fabrikam GmbH',
            state: 'pending',
            undeliverable: true,
            roles: ['accountViewer', 'reportViewer'],
            sentAt: ago(day * 2),
            expiresAt: ago(-day * 58),
            timesSent: 1,
            bounceReason: '550 5.1.1 mailbox unavailable',
            history: [{ at: ago(day * 2), action: 'invitationSent', who: 'anna.keller@fabrikam.com' }],
            mayResend: false,
          },
        ],
        requests: [],
        domains: domainsOf.slice(0, 1),
      },
    ],
  ]);
}

function cannedAnswers(): CannedAnswer[] {
  return [
    {
      id: 'k1',
      title: 'Junk folder',
      language: 'en',
      text: 'Hello {firstName}, please look in the junk folder.\n\n{operator}',
    },
    {
      id: 'k2',
      title: 'Posta indesiderata',
      language: 'it',
      text: 'Ciao {firstName}, guarda nella posta indesiderata di {organization}.\n\n{operator}',
    },
    { id: 'k3', title: 'Sessanta giorni', language: 'it', text: 'Un invito vale 60 giorni dall’ultimo invio.' },
  ];
}

function figures(now: Date): Figures {
  const days = Array.from({ length: 30 }, (_, index) => {
    const at = new Date(now.getTime() - (29 - index) * 86_400_000);
    const isWeekend = [0, 6].includes(at.getUTCDay());
    const conversations = (isWeekend ? 4 : 22) + ((index * 7) % 11);
    return {
      day: at.toISOString().slice(0, 10),
      conversations,
      messagesIn: conversations * 3 + ((index * 5) % 9),
      messagesOut: conversations * 4 + ((index * 3) % 7),
    };
  });
  return {
    days,
    walks: [
      {
        walk: 'findAdministrator',
        begun: 214,
        finished: 188,
        givenUp: [
          { step: 'numbers', times: 17 },
          { step: 'answer', times: 9 },
        ],
      },
      {
        walk: 'inviteUser',
        begun: 160,
        finished: 121,
        givenUp: [
          { step: 'form', times: 30 },
          { step: 'confirm', times: 9 },
        ],
      },
      { walk: 'checkRole', begun: 92, finished: 90, givenUp: [{ step: 'account', times: 2 }] },
      { walk: 'addDomain', begun: 40, finished: 22, givenUp: [{ step: 'record', times: 18 }] },
      { walk: 'resendInvitation', begun: 71, finished: 60, givenUp: [{ step: 'numbers', times: 11 }] },
    ],
    invitations: {
      byState: { pending: 48, accepted: 131, declined: 6, expired: 19, revoked: 3, undeliverable: 7 },
      acceptance: { count: 131, medianHours: 5.5, ninetiethHours: 76 },
    },
    decisions: [
      { channel: 'teams', approved: 44, denied: 6, medianHours: 0.7 },
      { channel: 'mail', approved: 31, denied: 9, medianHours: 4.2 },
      { channel: 'web', approved: 5, denied: 0 },
    ],
    notUnderstood: [
      { text: 'il portale mi dice boh', language: 'it', times: 4, messageId: 'g-5', conversationId: ids.giulia },
      { text: 'does it do pizza', language: 'en', times: 2, messageId: 'o-1', conversationId: ids.omar },
    ],
    mails: { sent: 812, failed: 3, bounced: 9 },
    waiting: { times: 38, medianMinutes: 6, ninetiethMinutes: 31 },
  };
}

function stuck(ago: Ago): StuckItem[] {
  return [
    {
      id: 's1',
      kind: 'mail',
      since: ago(95),
      facts: { to: 'anna.keller@fabrikam.com', attempts: 7 },
      fault: 'ErrorSendAsDenied',
      actions: ['tryAgain', 'dismiss'],
      person: 'anna.keller@fabrikam.com',
    },
    {
      id: 's2',
      kind: 'bounce',
      since: ago(60 * 30),
      facts: { to: 'omar.haddad@fabrikam.com', reason: '550 5.1.1 mailbox unavailable' },
      conversationId: ids.omar,
      actions: ['dismiss'],
    },
    {
      id: 's3',
      kind: 'domain',
      since: ago(60 * 24 * 4),
      facts: { domain: 'contoso.it', expected: 'usher-verification=4f2a', found: '', attempts: 41 },
      actions: [],
    },
    {
      id: 's4',
      kind: 'work',
      since: ago(200),
      facts: { work: 'tellInviter', attempts: 12 },
      fault: 'F-22XQ',
      actions: ['tryAgain'],
    },
    { id: 's5', kind: 'subscription', since: ago(33), facts: { mailbox: 'usher@contoso.com' }, actions: ['tryAgain'] },
  ];
}

function audit(ago: Ago): AuditRow[] {
  const actions = ['transcriptRead', 'invitationSent', 'requestApproved', 'searched', 'rolesGranted', 'personErased'];
  return Array.from({ length: 130 }, (_, index) => ({
    id: `e${index}`,
    at: ago(index * 13),
    action: pick(actions, index),
    who: index % 4 ? 'priya.nair@contoso.com' : 'usher',
    ...(index % 3 !== 0 && { forWhom: 'giulia.romano@contoso.com' }),
    channel: pick(['web', 'teams', 'mail', 'usher'], index),
    ...(index % 2 === 0 && { organization: 'Contoso S.p.A.' }),
    details: { roles: ['reportViewer'], number: index },
  }));
}
