import { fullStop } from './fullStop.ts';

/** Everything Usher says in English. The other languages have the same shape: a missing key fails the type check. */
export const en = {
  /** The language's own name, as offered when the language is changed. */
  languageName: 'English',

  bot: {
    /** Something broke; the log has the cause under the reference. */
    fault: ({ reference }: { reference: string }) =>
      `Something went wrong on my side. Try again; if it happens once more, tell the helpdesk this reference: **${reference}**`,
    unknownPerson:
      'I can’t see who you are: Teams shows me no work address that is proven to be yours. If you are a guest here, write to me from your own organization’s Teams; otherwise sign in with your work account, or ask your Teams administrator.',
    /** In a team or group chat, where nothing personal is discussed. */
    continuePersonally: 'Here others can read along. Open a personal chat with me, and I’ll gladly help you there.',
    continuedPersonally: 'I’ve written to you in our personal chat.',
  },

  roles: {
    accountAdministrator: 'Account Administrator',
    agreementAdministrator: 'Agreement Administrator',
    userAdministrator: 'User Administrator',
    accountManager: 'Account Manager',
    reportViewer: 'Report Viewer',
    accountViewer: 'Account Viewer',
  },

  permissions: {
    everything: 'do everything in the Business Center',
    viewAgreements: 'view agreements',
    changeAgreements: 'change active agreements',
    inviteUsers: 'invite people',
    manageUsers: 'manage users',
    manageProvisioning: 'manage self-service provisioning',
    downloadSoftware: 'download software',
    viewKeys: 'view keys',
    viewOrders: 'view orders',
    viewLicenceDetails: 'view licence details',
    viewReports: 'view reports',
    addDomains: 'add domains',
  },

  invitationStates: {
    pending: 'waiting to be accepted',
    accepted: 'accepted',
    declined: 'declined',
    expired: 'expired',
    revoked: 'withdrawn',
    undeliverable: 'could not be delivered',
  },

  /** The walks, as buttons and sentences name them. */
  walks: {
    findAdministrator: 'Find my administrator',
    resendInvitation: 'Have an invitation resent',
    inviteUser: 'Invite a user',
    checkRole: 'Check my role',
    addDomain: 'Domains',
    onlineServices: 'May I use the online services?',
    partner: 'My customers',
    help: 'Help',
    person: 'Talk to a person',
    changeLanguage: 'Change language',
    decideRequest: 'Requests waiting for you',
    withdrawRequest: 'Withdraw a request',
  },

  buttons: {
    cancel: 'Cancel',
    send: 'Send',
    back: 'Back',
    startAgain: 'Start again',
  },

  /** Labels of inputs and facts that several cards have. */
  fields: {
    email: 'E-mail address',
    firstName: 'First name',
    lastName: 'Last name',
    language: 'Preferred language',
    /** What stands around the name of a language by which somebody fills in that field. */
    aroundLanguage: ['preferred language', 'language', 'in', 'is', 'please', 'her', 'his', 'their', 'the'],
    country: 'Country/region',
    roles: 'Roles',
    agreementNumber: 'Agreement number',
    accountNumber: 'Purchasing account number',
    account: 'Purchasing account',
    organization: 'Organization',
    message: 'Message',
    reason: 'Reason',
    domain: 'Domain',
    state: 'State',
    optional: (p: { label: string }) => `${p.label} (optional)`,
    required: (p: { label: string }) => `${p.label}: please fill this in`,
  },

  /** What is wrong with what was typed into a field. */
  problems: {
    missing: 'Please fill this in.',
    tooLong: 'This is too long.',
    badAddress: 'This is no complete e-mail address, such as name@contoso.com.',
    noAddress: 'There is no e-mail address in this line. Write the address first, then first and last name.',
    severalAddresses: 'There is more than one e-mail address in this line. Put each person on a line of their own.',
    badNumber: 'This number has ten digits, such as 4100012345 or 0005012345.',
    numberTwice: 'This number stands in the file twice.',
    numberElsewhere: 'This number belongs to another agreement already.',
    personalAddress: 'This is a personal address; a work address is needed.',
    unknownTimeZone: 'There is no such time zone; one is named like Europe/Rome.',
    unknownLanguage: 'I do not know this language.',
    unknownCountry: 'I do not know this country or region.',
    unknownRole: 'There is no such role.',
    badDomain: 'This is no domain name, such as contoso.com.',
    badCharacters: 'This contains characters or a web address that do not belong here.',
  },

  /** Why something is not done, one sentence or two; what to do next stands on the buttons. */
  refusals: {
    mayNotInvite: 'Your role does not include inviting people. Account, Agreement and User Administrators may.',
    mayNotAddDomain: 'Your role does not include domains. Account Administrators and Account Managers may add them.',
    mayNotDecide: 'You are not among those who decide about this.',
    notPartner: 'This is for Microsoft partners, and your address does not belong to one that I know.',
    rolesNotAssignable: (p: { roles: string; assignable: string }) =>
      p.assignable ? `You may not give ${p.roles}. You may give ${p.assignable}.` : `You may not give ${p.roles}.`,
    personalAddress: 'This is a personal address. An invitation needs a work account: the address at the organization.',
    outsideDomain: (p: { domain: string; verified: string }) =>
      `${p.domain} is not one of the organization’s domains (${p.verified}). Is this address really meant?`,
    alreadyIn: (p: { roles: string }) => `This person is in already: ${p.roles}.`,
    alreadyInvited: (p: { when: string }) => `This person was invited already; the last mail went out on ${p.when}.`,
    alreadyInvitedUndeliverable: (p: { when: string }) =>
      `This person was invited already, but the mail of ${p.when} could not be delivered.`,
    alreadyAsked: (p: { when: string }) =>
      `You asked for this on ${p.when} already. The administrators have not answered yet.`,
    alreadyHasRoles: (p: { roles: string }) => `There is nothing to add: ${p.roles} is held already.`,
    nobodyCanDecide:
      'Nobody of your organization can answer yet: its administrator has not come in. Your Microsoft partner can send the administrator’s invitation again, and a person at our helpdesk can help too.',
    alreadyDecided: (p: { approved: boolean; by: string; when: string; roles: string }) =>
      p.approved ? `${p.by} approved this on ${p.when}: ${p.roles}.` : `${p.by} turned this down on ${p.when}.`,
    alreadyWithdrawn: (p: { by: string; when: string }) => `${p.by} withdrew this request on ${p.when}.`,
    notFound: 'I cannot find that, or it is not yours to change.',
    noLongerPending: (p: { state: string }) => `That invitation is no longer open: ${p.state}.`,
    limited: (p: { when: string }) => `That was often enough for now. Please try again from ${p.when}.`,
    publicSuffix: 'This is not a domain of one organization: anybody can register names under it.',
    personalMailProvider: 'This domain belongs to a provider of personal mail.',
    takenByAnother: 'This domain is verified by another purchasing account.',
    alreadyAdded: 'This domain was added already.',
    sameAdministrator: 'This person is the designated administrator already.',
    tooMany: (p: { most: number }) => `That is more than I can take at once: at most ${p.most}.`,
    duplicateLine: (p: { of: number }) =>
      `The same address as in line ${p.of}, which counts. If this person is to have other roles, write them there.`,
    nothingToDo: 'There is nothing to do.',
    invalid: 'Something in the form is not right yet.',
  },

  /** What belongs to no walk. */
  conversation: {
    greeting: (p: { name: string }) =>
      `Hello${p.name ? ` ${p.name}` : ''}, I am Usher. I help you into the Business Center: who can invite you, where your invitation is, and what you may do once you are in.`,
    menuTitle: 'What can I do for you?',
    menuHint: 'Choose one of these, or write it in your own words.',
    didYouMean: 'I am not sure what you need. Did you mean one of these?',
    speaks: (p: { languages: string }) => `I understand ${p.languages}.`,
    notUnderstood: 'I did not understand that. This is what I can do:',
    nothingToCancel: 'There is nothing to cancel. What can I do for you?',
    startedOver: 'Let us start over. What can I do for you?',
    cancelled: (p: { walk: string }) => `Cancelled: ${p.walk}.`,
    backTo: (p: { walk: string }) => `Back to: ${p.walk}.`,
    stillAt: (p: { walk: string }) =>
      `We are still at: ${p.walk}. Write “continue” to see it again, “cancel” to leave it.`,
    /** To a yes beside a form, which the form’s own button says; said above the form. */
    pressToGoOn: 'Nothing is done yet: please choose from what you find below.',
    /** How somebody asks for the card at which they are. */
    goOnWords: [
      'continue',
      'please continue',
      'go on',
      'carry on',
      'resume',
      'proceed',
      'where were we',
      'where are we',
      'where was I',
      'show it again',
      'show again',
      'show me the form',
      'show the form again',
      'show me the card',
    ],
    outOfDate: 'This card is out of date; nothing was done.',
    alreadyDone: (p: { what: string }) => `This was done already, and is not done twice. ${p.what}`,
    stepDone: 'That step was done already. This is where we are:',
    /** Beside a form that took what was written. */
    notSentYet: (p: { button: string }) => `Nothing has been sent yet: “${p.button}” sends what stands here.`,
    strangeCard: 'I did not get what that card should send, so nothing was done.',
    unreadableFile: {
      tooLarge: (p: { name: string }) => `${p.name} is too large. Please send a CSV file of at most 1 MB.`,
      notText: (p: { name: string }) => `I cannot read ${p.name}. Please send a CSV or text file.`,
      unreachable: (p: { name: string }) => `I could not fetch ${p.name}. Please send it again, or paste the lines.`,
    },
  },

  findAdministrator: {
    title: 'Your purchasing account administrator',
    accountTitle: (p: { organization: string; number: string }) => `${p.organization}, purchasing account ${p.number}`,
    administrator: 'Purchasing account administrator',
    administratorState: 'The administrator',
    administratorStates: {
      in: 'is in the Business Center and can invite you',
      invited: 'has been invited but has not come in yet',
      expired: 'has let the invitation expire and is not in',
      undeliverable: 'could not be reached by mail: the invitation came back',
      notInvited: 'has no open invitation and is not in',
    },
    otherInviters: 'Can invite you too',
    partner: 'Microsoft partner',
    signedBy: 'Signed the agreement',
    administratorIs: (p: { name: string; email: string; organization: string }) =>
      `The purchasing account administrator of ${p.organization} is ${p.name} (${p.email}).`,
    youAreIn: (p: { organization: string; roles: string }) => `You are in already at ${p.organization}: ${p.roles}.`,
    invitationWaiting: (p: { email: string }) => `There is an invitation waiting for you at ${p.email}.`,
    invitationNotOpened: (p: { sent: string; expires: string }) =>
      `It was sent on ${p.sent}, has not been opened yet and is good until ${p.expires}. Look in the junk folder too.`,
    invitationOpened: (p: { sent: string; expires: string }) =>
      `It was sent on ${p.sent}, has been opened and is good until ${p.expires}. Press “Start now” in it to come in.`,
    invitationBounced: (p: { sent: string }) =>
      `The mail of ${p.sent} could not be delivered. Ask your administrator to correct the address.`,
    invitationExpired: (p: { expired: string }) => `Your invitation expired on ${p.expired}.`,
    requestWaiting: (p: { when: string }) => `You asked for an invitation on ${p.when}; the answer is still open.`,
    requestDenied: (p: { by: string; when: string }) =>
      `You have asked for an invitation before; ${p.by} turned it down on ${p.when}.`,
    moreAccounts: (p: { count: number }) =>
      `There are ${p.count} more purchasing accounts. Write the number of the one you mean.`,
    ask: 'Ask for an invitation',
    askFor: (p: { number: string }) => `Ask for an invitation to ${p.number}`,
    askLead: (p: { organization: string }) =>
      `I will ask those who may invite people at ${fullStop(p.organization)} They get your name, your address and this message, and you hear from me as soon as one of them has answered.`,
    /** What holds where no role is chosen. */
    rolesOpen: 'left to the administrators',
    rolesNotGiven: (p: { roles: string }) => `Nobody who may invite you there can give ${p.roles}.`,
    askPlaceholder: 'For example what you need the Business Center for',
    askSend: 'Ask for an invitation',
    askedTitle: 'Your request is on its way',
    asked: (p: { who: string }) => `I asked ${p.who} for an invitation.`,
    askedNext:
      'I will tell you as soon as there is an answer, in Teams if I can write to you there, otherwise by mail. If it is a yes, the invitation comes by mail.',
    adviceLead: 'I cannot tell from your address who your administrator is. This is how to find out:',
    advice: [
      'Ask the person who signed the Microsoft Products and Services Agreement (MPSA) in your organization.',
      'Ask your Microsoft partner: they know who was named as purchasing account administrator.',
      'Look in the junk folder: an invitation may have come already and been held back by a filter.',
      'Use your work account, not a personal address.',
    ],
    haveNumbers: 'I know the numbers',
    numbersLead: 'With the numbers on the agreement I can look again.',
    search: 'Search',
  },

  resendInvitation: {
    title: 'Have the invitation resent',
    lead: 'I need three facts that stand on the agreement. The invitation goes to the designated administrator only, and only when all three match.',
    hint: 'Enter the address of the purchasing account administrator, not your own if that is somebody else.',
    toDecline: 'If you do not want it, reply to its mail with “I decline”; whoever invited you is told.',
    noneWaits: (p: { email: string }) => `No invitation waits for you at ${p.email}.`,
    ownInvitation:
      'This is about the administrator’s invitation. One of your own comes from those who may invite people: ask them.',
    administratorEmail: 'Address of the purchasing account administrator',
    send: 'Resend the invitation',
    anyway: 'Resend the administrator’s invitation',
    /** The reader’s own invitation, once more; of several, that to an account. */
    own: {
      sendAgain: {
        title: 'Send it to me again',
        of: (p: { number: string }) => `Send me that to ${p.number} again`,
      },
      askAnew: {
        title: 'Ask for a new one',
        of: (p: { number: string }) => `Ask for a new one to ${p.number}`,
      },
    },
    youAreIn: (p: { where: string }) => `You are in already: ${fullStop(p.where)} You need no invitation.`,
    sentTitle: 'The invitation is on its way',
    sent: (p: { who: string; email: string }) => `I sent the invitation to ${p.who} (${p.email}) again.`,
    sentNext: (p: { expires: string }) =>
      `The link in it is good until ${p.expires}; earlier links no longer work. If the mail does not arrive, look in the junk folder.`,
    administratorIsIn: (p: { name: string; email: string }) =>
      `${p.name} (${p.email}) is in the Business Center already, so there is no invitation to send. They can invite you.`,
    notDesignated: 'This is not the address of the designated administrator of that purchasing account.',
    uniformTitle: 'Thank you',
    uniform:
      'If these three facts match the agreement, the invitation is now on its way to the designated administrator.',
    uniformNext:
      'The mail can take a few minutes; look in the junk folder too. If nothing arrives, ask the person who signed the agreement or your Microsoft partner.',
  },

  checkRole: {
    title: 'Your roles',
    summary: (p: { roles: string; organization: string }) => `At ${p.organization} you are ${p.roles}.`,
    role: 'Role',
    permits: 'You may',
    permitsOf: (p: { role: string; what: string }) => `A person with the role ${p.role} may ${p.what}.`,
    since: 'Since',
    givenBy: 'Given by',
    byAgreement: (p: { agreementNumber: string; signer: string }) =>
      p.signer ? `Agreement ${p.agreementNumber}, signed by ${p.signer}` : `Agreement ${p.agreementNumber}`,
    askWhom: 'Ask for more',
    requestWaiting: (p: { when: string }) => `You asked for another role on ${p.when}; the answer is still open.`,
    moreAccounts: (p: { count: number }) => `… and ${p.count} more purchasing accounts.`,
    notIn: 'You have no role yet: you are not in the Business Center. Somebody of your organization has to invite you.',
    onlyInvited:
      'You have no role yet, but an invitation is waiting for you: press “Start now” in that mail. Look in the junk folder too.',
    askForAnother: 'Ask for another role',
    nothingToAsk: 'Your roles already include everything there is to ask for.',
    askLead: 'Which role do you need? The administrators of the account get your request and decide.',
    askPlaceholder: 'For example what you need it for',
    askSend: 'Send the request',
    askedTitle: 'Your request is on its way',
    asked: (p: { who: string }) => `I asked ${fullStop(p.who)}`,
    askedNext:
      'I will tell you as soon as there is an answer, in Teams if I can write to you there, otherwise by mail.',
  },

  /** How people ask for an invitation or a role in one sentence with why they need it; not folded. */
  wishes: {
    /** Says that something is asked for. */
    asking: [
      'need',
      'would like',
      "'d like",
      'want',
      'prefer',
      'rather',
      'ask for',
      'asking for',
      'request',
      'requesting',
      'apply for',
      'require',
      'give me',
      'get me',
      'send me',
      'make me',
      'add me',
      'assign me',
      'upgrade me',
      'promote me',
      'invite me',
    ],
    /** Asks for it by a question. */
    mayI: [
      'can I have',
      'could I have',
      'may I have',
      'can I get',
      'could I get',
      'may I get',
      'can I become',
      'could I become',
      'could you give me',
      'can you give me',
      'could you invite me',
      'can you invite me',
      'could you ask for',
      'can you ask for',
    ],
    invitation: ['invitation', 'invite'],
    role: ['role', 'roles'],
    anotherRole: [
      'another role',
      'other role',
      'a different role',
      'additional role',
      'an additional role',
      'a further role',
      'a higher role',
    ],
    /** Where one of these stands nothing is asked for, or not for oneself. */
    notAsked: [
      'not',
      "don't",
      "doesn't",
      "didn't",
      'never',
      'no longer',
      'who',
      'whom',
      'which',
      'what',
      'why',
      'when',
      'where',
      'how',
      'whether',
      'if',
      'know',
      'asked',
      'requested',
      'already',
      'still',
      'remove',
      'my colleague',
      'my colleagues',
      'he',
      'she',
      'they',
      'him',
      'her',
      'them',
    ],
    because: [
      'because',
      'since I',
      'as I',
      'so that I',
      'so I can',
      'in order to',
      'I need it',
      'I need this',
      'I need that',
      'I need them',
      'I have to',
      "I'll have to",
      'I must',
      'I manage',
      'I look after',
      'I am responsible for',
      "I'm responsible for",
      'I am in charge of',
      "I'm in charge of",
    ],
    /** Says what for where what is asked for stands before it. */
    inOrder: ['to', 'for'],
    /** Right after those it says what is wanted. */
    wanting: [
      'need',
      'want',
      'like',
      'love',
      'prefer',
      'wish',
      'have',
      'able',
      'going',
      'allowed',
      'ask',
      'request',
      'apply',
    ],
    /** A regular expression: after those, it says something else. */
    notInOrder:
      '^(?:to|for) (?:me|us|my|our|your|him|her|them|his|their|somebody|someone|a|an|be|become|have|get|this|that|account|accounts|agreement|purchasing|now|access|it|\\S*\\d\\S*)(?![\\p{L}\\p{N}])|^(?:to|for) the (?:account|agreement|business|portal|site|role|\\p{Lu})|^to (?:the|those|these|another) ',
  },

  /** To those who may invite: about who is in, and who is invited. */
  manageAccess: {
    /** How somebody asks who that is; not folded. */
    asking: [
      'who did I invite',
      'who did we invite',
      'whom did I invite',
      'who have I invited',
      'who have we invited',
      'whom have I invited',
      'who is invited',
      'who has been invited',
      'who was invited',
      "who's invited",
      'who has access',
      'everyone who has access',
      'everybody who has access',
      'everyone with access',
      'people with access',
      'people who have access',
      'who can get in',
      'list of users',
      'list the users',
      'list all users',
      'list users',
      'show me the users',
      'show all users',
      'all our users',
      'invitations I sent',
      'invitations that I sent',
      'invitations I have sent',
      'invitations we sent',
      'my open invitations',
      'open invitations',
      'pending invitations',
      'invitations pending',
      'list of invitations',
      'last invite',
      'last invitation',
    ],
    where:
      'Who is in and who is invited stands on the page “Manage access”. There an invitation can be sent again, corrected or withdrawn.',
    /** After “You need no invitation”. */
    ofOthers: 'If you mean the invitation of somebody else: all of them stand on the page “Manage access”.',
    standing: (p: { name: string; email: string; organization: string; roles: string }) =>
      `${p.name} (${p.email}) is in at ${p.organization}: ${p.roles}.`,
    change: (p: { roles: string }) =>
      `For one more role, invite them once more with it. I cannot take a role away: whoever has the role ${p.roles} does that in the Business Center.`,
  },

  person: {
    title: 'A person will help you',
    /** Says that a person is not wanted; not folded. */
    refusedWords: [
      "don't want to talk to",
      'do not want to talk to',
      "don't want to speak",
      'do not want to speak',
      "don't want a person",
      'do not want a person',
      "don't need a person",
      'do not need a person',
      "don't need to talk to",
      'do not need to talk to',
      'no need for a person',
      'no need for a human',
      'no need to talk to',
      'rather not talk to',
      "don't call a person",
      'do not call a person',
      'without talking to',
    ],
    /** Of a role or access that somebody is to lose; not folded. */
    takingAway: {
      verbs: ['remove', 'away', 'revoke', 'withdraw', 'delete', 'deactivate', 'disable', 'block', 'strip', 'offboard'],
      nouns: [
        'role',
        'roles',
        'access',
        'rights',
        'permission',
        'permissions',
        'user',
        'from the account',
        'from the users',
      ],
      /** What else can be withdrawn or removed. */
      others: ['invitation', 'invitations', 'invite', 'request', 'requests', 'domain', 'domains', 'password', 'data'],
    },
    cannotTakeAway: (p: { roles: string }) =>
      `I can withdraw an invitation that waits, but I cannot take a role or access away from somebody who is in: whoever has the role ${p.roles} does that in the Business Center.`,
    queued: 'I have asked our helpdesk; somebody will answer you here.',
    meanwhile: 'Until then I am still here: just go on writing.',
  },

  /** When somebody of the helpdesk is in the conversation. */
  operator: {
    joined: (p: { name: string }) => `${p.name} of our helpdesk is here`,
    joinedLine: 'From now on a person answers you. Buttons on cards still work.',
    joinedMailLine: 'A person answers you from now on. Just reply to this mail.',
    from: (p: { name: string }) => `${p.name}, helpdesk`,
    subject: 'An answer from our helpdesk',
    /** At the foot of a mail. */
    wroteThis: (p: { name: string }) =>
      `${p.name} of our helpdesk wrote this mail. You can reply to it: your answer goes into the same conversation.`,
    joinedClosing: 'You can reply to this mail: your answer goes into the same conversation.',
    left: (p: { name: string }) => `${p.name} has left the conversation`,
    leftLine: 'I am back. Write to me as usual; for a person, say so.',
    done: (p: { name: string }) => `${p.name} is done here`,
    doneLine: 'If anything is left open, just write: I am back, and will call somebody again if you ask for a person.',
  },

  /** In the helpdesk's own channel. */
  personWanted: {
    title: 'Somebody waits for a person',
    line: {
      teams: (p: { who: string }) => `${p.who} waits in Teams.`,
      mail: (p: { who: string }) => `${p.who} waits for an answer by mail.`,
    },
    unknown: 'Somebody whom Usher does not know',
    open: 'Open the conversation',
  },

  changeLanguage: {
    title: 'Which language do you prefer?',
    notSpoken: 'I do not speak that language yet. These I speak:',
    done: 'From now on I speak English with you.',
  },

  /** How people say that they have lost their password, and what they hear; not folded. */
  password: {
    lost: [
      'forgot my password',
      'forgotten my password',
      'forget my password',
      'forgot the password',
      'forgotten the password',
      'forgot password',
      'forgotten password',
      'lost my password',
      'lost the password',
      'lost password',
      'password forgotten',
      'password is lost',
      'reset my password',
      'reset the password',
      'password reset',
      'change my password',
      'recover my password',
      'remember my password',
      "don't know my password",
      'what is my password',
      "what's my password",
      'a new password',
      'my password has expired',
      'my password expired',
      'my password is expired',
      'my password does not work',
      "my password doesn't work",
      'my password is wrong',
      'my password is not accepted',
      'wrong password',
    ],
    /** Before what a password is for. */
    ofSomething: ['password for', 'password of', 'password to', 'password on', 'password at'],
    /** Of these it is the one that is meant here. */
    ours: [
      'the Business Center',
      'Business Center',
      'my work account',
      'the work account',
      'my account',
      'the account',
      'sign in',
      'log in',
      'get in',
      'enter',
    ],
    elsewhere: [
      'Windows',
      'SAP',
      'wifi',
      'wi-fi',
      'laptop',
      'computer',
      'PC',
      'phone',
      'Outlook',
      'Teams',
      'bank',
      'banking',
      'router',
      'Netflix',
    ],
    title: 'Your password',
    chooseNew:
      'You can choose a new password for the Business Center: type the address of your work account on the page, and a mail with a link comes to you.',
    microsoft: 'If you sign in with Microsoft, your password is kept there, and your organization helps with it.',
    noneYet:
      'You have no password for the Business Center yet: you choose it when you accept your invitation, with “Start now” in the invitation mail. Look in the junk folder too.',
    choose: 'Choose a new password',
  },

  /** A request in the chat of those who decide. */
  accessRequest: {
    title: { invitation: 'Somebody asks for an invitation', role: 'Somebody asks for another role' },
    lead: {
      invitation: (p: { who: string; organization: string }) =>
        `${p.who} asks for an invitation to the Business Center of ${fullStop(p.organization)}`,
      role: (p: { who: string; organization: string }) =>
        `${p.who} asks for another role at ${fullStop(p.organization)}`,
    },
    from: 'From',
    rolesAskedFor: 'Asked for',
    askedOn: 'Asked on',
    rolesToGive: 'Roles to give',
    chooseRole: 'Please choose at least one role.',
    reasonLabel: 'A word to the person',
    approve: 'Approve',
    deny: 'Turn down',
    approved: (p: { by: string; when: string; where: string; roles: string }) =>
      `Approved by ${p.by} on ${p.when} ${p.where}: ${p.roles}.`,
    denied: (p: { by: string; when: string; where: string; reason: string }) =>
      `Turned down by ${p.by} on ${p.when} ${p.where}${p.reason ? `: “${p.reason}”` : '.'}`,
    withdrawn: 'This request was withdrawn.',
    where: {
      teams: 'in Teams',
      mail: 'by mail',
      web: 'on the site',
      helpdesk: 'by the helpdesk',
      commandLine: 'by an operator',
      usher: 'by itself',
    },
    /** How somebody asks for the requests that wait; the answer shows them and decides nothing. */
    askWords: [
      'requests',
      'any requests',
      'any new requests',
      'new requests',
      'are there requests',
      'are there any requests',
      'who asked for access',
      'who has asked for access',
      'who wants access',
      'who requested access',
      'who asked for an invitation',
      'who wants to come in',
      'open requests',
      'waiting requests',
      'pending requests',
      'show requests',
      'show me the requests',
      'who is waiting',
      'people waiting',
      'approve',
      'approve request',
      'approve the request',
      'deny',
      'what do I have to approve',
      'what is there to approve',
      'anything to approve',
      'is there anything to approve',
      'is somebody waiting for me',
      'is anybody waiting for me',
      'who is waiting for me',
    ],
    /** How somebody speaks of what they have asked for themselves; not folded. */
    ownWords: [
      'my request',
      'my requests',
      'my access request',
      'my invitation request',
      'my role request',
      'my application',
      'the request I sent',
      'the request I made',
      'I asked for an invitation',
      'I have asked for an invitation',
      "I've asked for an invitation",
      'I requested an invitation',
      'I asked for access',
      'I have asked for access',
      "I've asked for access",
      'I requested access',
      'I asked for a role',
      'I asked for another role',
      'news about my invitation',
      'news of my invitation',
      'any news',
      'did they approve me',
      'have they approved me',
      'has he approved me',
      'has she approved me',
      'am I approved',
      'was I approved',
      'have I been approved',
      'did they answer',
      'did anybody answer',
      'has anybody answered',
      'who got my request',
      'still waiting for an answer',
    ],
    /** Of what a question for them is made; not folded. */
    asking: {
      requests: [
        'requests',
        'open request',
        'waiting request',
        'pending request',
        'request waiting',
        'request to approve',
        'request to decide',
        'any request',
      ],
      waiting: [
        'waiting',
        'wait',
        'open',
        'pending',
        'unanswered',
        'approve',
        'decide',
        'answer',
        'review',
        'for me',
        'to me',
      ],
      /** Said of one's own, or of requests that are over. */
      own: [
        'my request',
        'my requests',
        'mine',
        'I asked',
        'I have asked',
        "I've asked",
        'I made',
        'I have made',
        "I've made",
        'I sent',
        'approved',
        'turned down',
        'withdraw',
        'cancel',
      ],
      begins: [
        'which',
        'what',
        'show',
        'list',
        'see',
        'are there',
        'is there',
        'do I have',
        'have I',
        'any',
        'open',
        'waiting',
        'pending',
        'unanswered',
        'requests',
        'the requests',
        'who',
        'let me see',
        'can I see',
        'could I see',
        'I want to see',
        "I'd like to see",
        'I would like to see',
        'where',
        'please show',
        'please list',
        'can you show',
        'could you show',
        'give me',
      ],
    },
    /** A decision was typed; it is made on the card. */
    pressToDecide: 'Nothing is decided yet: I take a decision only by “Approve” or “Turn down” on the request itself.',
    noneWaiting: 'No requests are waiting for you.',
    moreWaiting: (p: { count: number }) =>
      `${p.count === 1 ? 'One more is' : `${p.count} more are`} waiting. Decide first what you see, then ask me again.`,
  },

  /** Somebody takes back what they have asked the administrators for. */
  withdrawRequest: {
    button: 'Withdraw the request',
    /** Where several requests may stand on one card. */
    buttonOf: {
      invitation: (p: { number: string }) => `Withdraw the request for an invitation (${p.number})`,
      role: (p: { number: string }) => `Withdraw the request for another role (${p.number})`,
    },
    title: 'Withdraw this request?',
    whichTitle: 'Which request do you want to withdraw?',
    about: {
      invitation: (p: { organization: string }) => `You asked for an invitation to ${fullStop(p.organization)}`,
      role: (p: { organization: string }) => `You asked for another role at ${fullStop(p.organization)}`,
    },
    lead: 'The administrators will see that it is withdrawn, and nobody can answer it any more.',
    yes: 'Withdraw it',
    no: 'Keep it',
    doneTitle: 'Request withdrawn',
    done: {
      invitation: (p: { organization: string }) => `Your request for an invitation to ${p.organization} is withdrawn.`,
      role: (p: { organization: string }) => `Your request for another role at ${p.organization} is withdrawn.`,
    },
    doneNext: 'The administrators see that there is nothing left to answer. You can ask again when you need it.',
    kept: 'Your request stays open. I will tell you as soon as there is an answer.',
    doneBefore: (p: { when: string }) => `You withdrew this request on ${p.when}.`,
    tooLate: 'It can no longer be withdrawn.',
    noneOpen: 'You have no request that is waiting for an answer.',
    /** How somebody says that they want it back; not folded. */
    verbs: [
      'withdraw',
      'withdrawing',
      'take back',
      'take it back',
      'cancel',
      'cancelling',
      'canceling',
      'retract',
      'recall',
      'revoke',
      'drop',
      'delete',
      'undo',
    ],
    nouns: ['request', 'requests', 'application'],
  },

  /** What became of an invitation, for whoever follows it: in Teams and by mail. */
  invitationNews: {
    title: {
      accepted: 'Invitation accepted',
      declined: 'Invitation declined',
      notMe: 'The invitation reached the wrong person',
      expired: 'Invitation expired',
      undeliverable: 'The invitation could not be delivered',
    },
    line: {
      accepted: (p: { name: string; email: string; organization: string; roles: string }) =>
        `${p.name} (${p.email}) has accepted the invitation to ${p.organization} and is in: ${p.roles}.`,
      declined: (p: { name: string; email: string; organization: string; roles: string }) =>
        `${p.name} (${p.email}) has declined the invitation to ${p.organization} (${p.roles}).`,
      notMe: (p: { name: string; email: string; organization: string; roles: string }) =>
        `${p.name} (${p.email}) says that the invitation to ${p.organization} (${p.roles}) is meant for somebody else.`,
      expired: (p: { name: string; email: string; organization: string; roles: string }) =>
        `The invitation of ${p.name} (${p.email}) to ${p.organization} (${p.roles}) has expired; nobody accepted it.`,
      undeliverable: (p: { name: string; email: string; organization: string; roles: string }) =>
        `The invitation of ${p.name} to ${p.organization} (${p.roles}) did not reach ${p.email}.`,
    },
    reason: (p: { reason: string }) => `Reason given: “${p.reason}”`,
    instead: (p: { who: string }) => `Named instead: ${fullStop(p.who)}`,
    next: {
      accepted: 'There is nothing more to do.',
      declined: 'The link no longer works. You can invite somebody else.',
      notMe: 'The link no longer works. You can invite the right person.',
      expired: 'You can send it again; the new link is good for another 60 days.',
      undeliverable: 'Check the address, correct it, or send the invitation again.',
    },
    partnerNext: 'Under “My customers” you can resend the invitation or designate another administrator.',
    open: 'See the invitation',
    alreadyDone: (p: { email: string }) => `Something has happened to the invitation of ${p.email} meanwhile.`,
  },

  /** Nobody has answered a request for days: for its requester, in Teams and by mail. */
  requestUnanswered: {
    title: 'No answer yet',
    line: {
      invitation: (p: { organization: string; who: string }) =>
        `Your request for an invitation to ${p.organization} is still open. I have reminded ${p.who} twice.`,
      role: (p: { organization: string; who: string }) =>
        `Your request for another role at ${p.organization} is still open. I have reminded ${p.who} twice.`,
    },
    nobody: {
      invitation: (p: { organization: string }) =>
        `Your request for an invitation to ${p.organization} is still open, and at the moment nobody is there to answer it.`,
      role: (p: { organization: string }) =>
        `Your request for another role at ${p.organization} is still open, and at the moment nobody is there to answer it.`,
    },
    askDirectly: (p: { who: string }) => `You can talk to them directly: ${fullStop(p.who)}`,
    askPartner: (p: { partner: string }) => `Your organization’s Microsoft partner, ${p.partner}, can help too.`,
    askPerson: 'Or let a person of our helpdesk look after it: reply “I want to talk to a person”.',
    withdraw: 'If you do not need it any more, reply “Withdraw the request”.',
  },

  /** Mails: subject, the line shown beside it in the list of mails, heading, sentences. */
  mail: {
    senderName: 'Usher, Business Center',
    greeting: (p: { name: string }) => `Hello ${p.name},`,
    greetingWithoutName: 'Hello,',
    signature: 'Usher, the onboarding assistant of the Business Center',
    /** Every mail begins with it, and a reply ends where it comes back. */
    replyAbove: 'Reply above this line',
    automatic:
      'This mail was sent automatically, but you can reply to it: Usher reads what you write, here and in Microsoft Teams.',
    linkFallback: 'If the button does not work, copy this address into your browser:',
    organization: 'Organization',
    accountNumber: 'Purchasing account',
    person: 'Person',
    email: 'E-mail address',
    roles: (p: { count: number }): string => (p.count === 1 ? 'Role' : 'Roles'),
    rolesAskedFor: (p: { count: number }): string => (p.count === 1 ? 'Role asked for' : 'Roles asked for'),
    rolesOpen: 'left to you',
    permits: (p: { permissions: string }) => `May ${p.permissions}.`,
    messageFrom: (p: { name: string }) => `Message from ${p.name}`,
    reasonFrom: (p: { name: string }) => `Reason given by ${p.name}`,

    invitation: {
      subject: (p: { organization: string }) => `Invitation to the Business Center: ${p.organization}`,
      preheader: (p: { date: string }) => `Select “Start now” to accept, by ${p.date}.`,
      heading: 'Welcome to the Business Center',
      invitedBy: (p: { name: string; email: string; organization: string }) =>
        `On behalf of ${p.organization}, ${p.name} (${p.email}) invites you to the Business Center.`,
      designated: (p: { organization: string }) =>
        `You are the purchasing account administrator of ${p.organization} under its Microsoft Products and Services Agreement (MPSA). You enter the Business Center first and then invite everyone else.`,
      about:
        'The Business Center is the secure site where organizations with an MPSA look after their volume licences: viewing agreements and orders, downloading software, managing users and much more, depending on each person’s role.',
      yourRoles: (p: { count: number }): string => (p.count === 1 ? 'Your role' : 'Your roles'),
      toStart:
        'Select the button to accept. You then set up your work account, or sign in with it if you have one already.',
      startNow: 'Start now',
      subjectReminder: (p: { organization: string; days: number }) =>
        p.days === 1
          ? `Your invitation expires tomorrow: ${p.organization}`
          : `Your invitation expires in ${p.days} days: ${p.organization}`,
      headingReminder: 'Your invitation is still waiting',
      reminder: (p: { date: string }) =>
        `You have not accepted this invitation yet. Its link is good until ${p.date}; after that you would have to ask for another. If you do not want it, reply “I decline”.`,
      validity: (p: { days: number; date: string }) =>
        `The link is good for ${p.days} days, until ${p.date}, and works once. It is meant for you alone: please do not forward this mail.`,
      workAccount: (p: { email: string }) =>
        `Sign in with your work account, ${p.email}. A personal Microsoft account, such as one for Outlook.com or Xbox, does not work here.`,
      junk: (p: { mailbox: string }) =>
        `Was this mail in your junk folder? Add ${p.mailbox} to your safe senders, so that you do not miss what comes next.`,
      unexpected: 'If you did not expect this invitation, do nothing: without you it gives nobody access.',
      unexpectedAsk: (p: { name: string; email: string }) =>
        `If you have questions about it, ask ${p.name} (${p.email}).`,
    },

    accessRequested: {
      subjectInvitation: (p: { name: string }) => `${p.name} asks for an invitation to the Business Center`,
      subjectRole: (p: { name: string }) => `${p.name} asks for another role in the Business Center`,
      preheader: (p: { organization: string }) =>
        `${p.organization}: reply to this mail, or answer in Microsoft Teams.`,
      headingInvitation: 'Somebody asks for an invitation',
      headingRole: 'Somebody asks for another role',
      askedInvitation: (p: { name: string; organization: string }) =>
        `${p.name} would like to use the Business Center for ${p.organization} and asks its administrators for an invitation.`,
      askedRole: (p: { name: string; organization: string }) =>
        `${p.name} already uses the Business Center for ${p.organization} and asks its administrators for another role.`,
      answer:
        'Simply reply to this mail: “approve”, “yes, as Report Viewer”, or “no” with a word to the person. You can also answer in your chat with Usher in Microsoft Teams, or on the page behind the button. The first answer of an administrator counts.',
      nameRole: 'No role was asked for: say in your reply which one to give.',
      open: 'Open the request',
      reply: (p: { subject: string }) => `Re: ${p.subject}`,
      headingReminder: 'Somebody is waiting for your answer',
      reminder: 'Nobody has answered this request yet.',
      care: 'Approve it only if you know this person and the address is right.',
    },

    /** To those who were asked, in the same thread: who has decided. */
    accessRequestClosed: {
      heading: 'This request is settled',
      preheader: 'You need do nothing more.',
      approved: (p: { by: string; where: string; roles: string }) => `${p.by} has approved it ${p.where}: ${p.roles}.`,
      denied: (p: { by: string; where: string }) => `${p.by} has turned it down ${p.where}.`,
      withdrawn: (p: { by: string }) => `${p.by} has withdrawn the request.`,
      nothingMore: 'You need do nothing more. An answer that you give now changes nothing.',
    },

    /** Answers to what people write by mail. */
    answer: {
      heading: 'Your answer from Usher',
      youWrote: 'You wrote',
      approvedHeading: 'Approved',
      approved: {
        invitation: (p: { name: string; roles: string }) =>
          `You have approved the request of ${p.name}, with: ${p.roles}. The invitation goes out now; ${p.name} and the other administrators are told.`,
        role: (p: { name: string; roles: string }) =>
          `You have approved the request of ${p.name}: ${p.roles}. It counts from now on; ${p.name} and the other administrators are told.`,
      },
      deniedHeading: 'Turned down',
      denied: (p: { name: string }) =>
        `You have turned down the request of ${p.name}, who is told, as are the other administrators.`,
      passedOn: (p: { name: string }) => `Passed on to ${p.name}`,
      settledHeading: 'Settled already',
      nothingDoneHeading: 'Nothing was done',
      unclearHeading: 'I am not sure what you have decided',
      unclear: (p: { name: string }) =>
        `I could not tell from your reply whether you approve the request of ${p.name}, so I have done nothing.`,
      howToDecide:
        'Reply with “approve”, “approve, as Report Viewer” or “no”, and a word to the person if you like. In Microsoft Teams the same request waits in your chat with Usher.',
      othersMayDecide: (p: { count: number; who: string }) =>
        `${p.who} may decide it too, and the first answer counts: if it is not for you to decide, you need do nothing more.`,
      whichRole:
        'Which role shall it be? No role was asked for, so I have done nothing yet. Reply for example “approve, as Report Viewer”.',
      rolesToChoose: (p: { roles: string }) => `You can give: ${p.roles}.`,
      takeBack: (p: { email: string }) =>
        `If that was a mistake: as long as the invitation is not accepted, you can take it back. Reply “withdraw the invitation of ${p.email}”.`,
      inviteInstead: (p: { email: string }) => `If you want to give access all the same, reply “invite ${p.email}”.`,
      askedOfAnother:
        'This question was put to somebody else, so your reply decides nothing. If you may decide it too, you got a mail of your own, and the request waits in your chat with Usher in Microsoft Teams.',
      declinedHeading: 'Invitation declined',
      declined: (p: { organization: string }) =>
        `You have declined the invitation to the Business Center of ${fullStop(p.organization)} Whoever invited you is told.`,
      notMe: (p: { organization: string }) =>
        `Thank you for telling me. The invitation to the Business Center of ${p.organization} is void now, and whoever invited you is told.`,
      declinedBefore: (p: { organization: string }) =>
        `The invitation to the Business Center of ${p.organization} was declined before. Nothing has changed, and nobody is told again.`,
      namedToo: (p: { organization: string; who: string }) =>
        `Thank you for telling me. The invitation to the Business Center of ${p.organization} was declined before; whoever invited you now also hears of ${fullStop(p.who)}`,
      declinedNext: 'The link in the earlier mail no longer works. If this was a mistake, ask for another invitation.',
      acceptWithButton: (p: { organization: string; date: string }) =>
        `Good to hear. An answer alone does not accept the invitation to the Business Center of ${p.organization} yet: press “Start now” in the invitation mail, by ${p.date}.`,
      acceptedBefore: (p: { organization: string }) =>
        `You have accepted the invitation to the Business Center of ${p.organization} already: sign in there with your work account.`,
      acceptNext:
        'If the link does not work, answer the invitation mail with “the link has expired”, and you get a new one.',
      renewHeading: 'Your invitation',
      renewed: (p: { organization: string; date: string }) =>
        `The invitation to the Business Center of ${p.organization} is on its way to you again, with a new link that is good until ${p.date}. Earlier links no longer work.`,
      renewAsked: (p: { who: string; organization: string; state: string }) =>
        `Your invitation to the Business Center of ${p.organization} is no longer open: ${p.state}. I have asked ${p.who} for another; you hear from me as soon as there is an answer.`,
      acknowledgedHeading: 'Thank you for your mail',
      acknowledged: 'A person of our helpdesk will read it and answer you here.',
      delayedHeading: 'Your mails wait a little',
      delayed: (p: { when: string }) =>
        `You have written more mails in an hour than I may deal with. Nothing is lost, and you need not write again: after ${p.when} I go on, and answer each of them.`,
      whatICanDo:
        'If it is one of these, you can also just write it to me: who is my administrator, resend my invitation, invite a user, what is my role, add a domain.',
      toCopy: 'To be copied as it is',
      needed: '– still needed –',
      optional: '–',
      wrong: (p: { value: string; problem: string }) => `${p.value} – ${p.problem}`,
      neededOneOf: (p: { choices: string }) => `– still needed, one or more of: ${p.choices} –`,
      openOneOf: (p: { open: string; choices: string }) => `– ${p.open}, or one or more of: ${p.choices} –`,
      sendMissing: 'I have not done anything yet. Reply with what is still missing, in your own words.',
      sayYes: (p: { title: string }) => `I have not done anything yet: reply “${p.title}”, or just “yes”, and I do it.`,
      /** What says yes to a button that goes on or sends, beside the usual words. */
      goAheads: [
        'send',
        'send it',
        'send it off',
        'invite',
        'invite her',
        'invite him',
        'invite them',
        'please do',
        'do it',
        'go ahead',
        'go on',
        'proceed',
        'carry on',
      ],
      replyWith: (p: { titles: string }) => `You can reply with one of these: ${p.titles}, or in your own words.`,
    },

    /** To the one in whose name a mail came that proves nothing. */
    mailUnproven: {
      subject: 'Did you write this mail?',
      heading: 'Please confirm it yourself',
      preheader: 'Nothing was done.',
      line: (p: { subject: string; when: string }) =>
        `On ${p.when} a mail in your name reached me: “${p.subject}”. I could not verify that it is from you, so I have done nothing.`,
      ifHere: 'If you wrote it, tell me here once more what you wanted: I do nothing by that mail.',
      ifHereDecision: 'If you wrote it, decide here, with the buttons of the request: that mail counts for nothing.',
      /** What people answer to that; folded, without a yes before it. */
      wroteItWords: [
        'i wrote it',
        'i wrote that',
        'i wrote this',
        'i wrote that mail',
        'i wrote the mail',
        'i wrote it myself',
        'it was me',
        'that was me',
        'i sent it',
        'i sent that',
        'it is mine',
        'the mail is mine',
        'it is from me',
      ],
      wroteIt:
        'Thank you. By that mail I can do nothing, though: please tell me here once more what you wanted. What others ask of you is decided with the buttons of their request: write “requests” to see it.',
      ifYou: 'If you wrote it, confirm it in your chat with Usher in Microsoft Teams or on the site.',
      ifNot:
        'If you did not, somebody is using your name; you need do nothing, but may want to tell your IT department.',
      open: 'Open the request',
    },

    passwordReset: {
      subject: 'Your new password for the Business Center',
      preheader: 'The link is good for one hour.',
      heading: 'Choose a new password',
      asked: (p: { email: string }) =>
        `Somebody, probably you, has forgotten the password of the work account ${p.email}.`,
      choose: 'Choose a new password',
      validity: 'The link is good for one hour and for one use. If you ask for another one, this one stops working.',
      ifNot: 'If it was not you, you need do nothing: your password stays as it is.',
    },

    passwordChanged: {
      subject: 'Your password for the Business Center was changed',
      preheader: 'Was it you?',
      heading: 'Your password was changed',
      line: (p: { email: string; when: string }) =>
        `On ${p.when} (UTC) the password of the work account ${p.email} was changed. Wherever you were signed in before, you have been signed out.`,
      ifNot: 'If it was not you, choose a new one at once, and tell your IT department.',
      again: 'Choose a new password',
    },

    accessRequestDecided: {
      subjectApproved: (p: { organization: string }) => `Your request was approved: ${p.organization}`,
      subjectDenied: (p: { organization: string }) => `Your request was not approved: ${p.organization}`,
      preheaderInvitation: 'Your invitation comes in a mail of its own.',
      preheaderRole: 'See what you may do now.',
      preheaderDenied: (p: { name: string }) => `${p.name} has answered your request.`,
      headingApproved: 'Your request was approved',
      headingDenied: 'Your request was not approved',
      approvedInvitation: (p: { name: string; email: string }) =>
        `${p.name} (${p.email}) has approved your request for an invitation to the Business Center.`,
      approvedRole: (p: { name: string; email: string }) =>
        `${p.name} (${p.email}) has approved your request for another role in the Business Center.`,
      deniedInvitation: (p: { name: string; email: string }) =>
        `${p.name} (${p.email}) has not approved your request for an invitation to the Business Center.`,
      deniedRole: (p: { name: string; email: string }) =>
        `${p.name} (${p.email}) has not approved your request for another role in the Business Center.`,
      invitationFollows:
        'The invitation comes in a mail of its own, with a “Start now” link. If it has not arrived within the hour, look in the junk folder too.',
      rolesNow: 'The roles apply from now on; the next time you sign in you will see what they add.',
      deniedNext: (p: { name: string }) =>
        `If you think this is a mistake, talk to ${fullStop(p.name)} Usher tells you in Microsoft Teams who else you may ask.`,
    },

    administratorChanged: {
      subject: (p: { organization: string }) => `New purchasing account administrator: ${p.organization}`,
      preheader: (p: { name: string }) => `${p.name} is the purchasing account administrator now.`,
      heading: 'The purchasing account administrator has changed',
      headingNew: 'You are the purchasing account administrator',
      changedOld: (p: { by: string; byOrganization: string; name: string; email: string; organization: string }) =>
        `${p.by} of ${p.byOrganization} has designated ${p.name} (${p.email}) as purchasing account administrator of ${p.organization} in your place.`,
      changedNew: (p: { by: string; byOrganization: string; name: string; organization: string }) =>
        `${p.by} of ${p.byOrganization} has designated you as purchasing account administrator of ${p.organization}, in place of ${fullStop(p.name)}`,
      oldInvitation:
        'An invitation that was still waiting for you is no longer valid: its link does not work any more.',
      invitationFollows:
        'You are the one who enters the Business Center first and invites everyone else. Your invitation comes in a mail of its own, with a “Start now” link; if it has not arrived within the hour, look in the junk folder too.',
      questions: (p: { by: string; email: string }) => `If this is not what was agreed, write to ${p.by} (${p.email}).`,
    },

    domainVerified: {
      subject: (p: { domain: string }) => `Domain verified: ${p.domain}`,
      preheader: (p: { domain: string }) => `People with an address at ${p.domain} may use the online services.`,
      heading: 'The domain is verified',
      verified: (p: { domain: string }) =>
        `The TXT record was found: ${p.domain} is now associated with this purchasing account.`,
      consequence: (p: { domain: string }) =>
        `Everyone whose address ends in @${p.domain} may use your organization’s online services.`,
      domain: 'Domain',
    },

    domainNotVerified: {
      subject: (p: { domain: string }) => `Domain not verified: ${p.domain}`,
      preheader: (p: { domain: string }) => `The TXT record was not found at ${p.domain}.`,
      heading: 'The domain could not be verified',
      notFound: (p: { domain: string; organization: string }) =>
        `Usher has looked for the TXT record that associates ${p.domain} with the purchasing account of ${p.organization}, and has not found it. It has stopped looking by itself.`,
      expected: 'TXT record to publish',
      foundInstead: 'Found there instead',
      nothingFound: 'No TXT record at all was found there.',
      unanswered: (p: { domain: string }) =>
        `At the last look the name servers of ${p.domain} gave no usable answer, so it is not known what is there.`,
      takenPreheader: (p: { domain: string }) => `Another purchasing account has verified ${p.domain}.`,
      taken: (p: { domain: string; organization: string }) =>
        `Another purchasing account has verified ${p.domain}, so it cannot be verified for the purchasing account of ${p.organization} as well.`,
      takenNext:
        'Remove the domain from your account; if it should belong to it, ask for a person in your chat with Usher in Microsoft Teams, or answer this mail.',
      next: (p: { domain: string; checkNow: string }) =>
        `Publish the record exactly as it stands here, at ${p.domain} itself, together with any others that are there. Then select “${p.checkNow}” in your chat with Usher in Microsoft Teams.`,
    },
  },

  /** How people shorten a word in a hurry; folded. */
  shorthands: {
    you: ['u', 'ya'],
    your: ['ur'],
    are: ['r'],
    please: ['pls', 'plz'],
    people: ['ppl'],
    password: ['pwd', 'pw', 'passwd', 'pass word'],
  } as Record<string, readonly string[]>,

  /** Short answers to a question that wants a yes, folded: small letters, no accents, no punctuation. */
  answers: {
    yes: ['yes', 'y', 'yes please', 'yep', 'sure', 'ok', 'okay', 'confirm', 'do it', 'go ahead', "i'm sure"],
    no: ['no', 'n', 'nope', 'no thanks', 'better not', 'do not', "don't"],
  },

  addDomain: {
    title: 'Domains of your organization',
    lead: 'Whoever has an address in a verified domain may use the online services.',
    noneYet: 'No domain has been added yet.',
    domainName: (p: { name: string; ascii: string }) => (p.ascii === p.name ? p.name : `${p.name} (${p.ascii})`),
    states: {
      pending: 'not verified yet',
      verified: 'verified',
      failed: 'not verified in time',
      takenByAnother: 'verified by another purchasing account',
    },
    verifiedSince: (p: { when: string }) => `verified since ${p.when}`,
    foundNothing: (p: { when: string }) => `When I last looked, on ${p.when}, there was no TXT record at all.`,
    foundInstead: (p: { when: string; count: number }) =>
      p.count === 1
        ? `When I last looked, on ${p.when}, this record was not there. I found this one instead:`
        : `When I last looked, on ${p.when}, this record was not there. I found these instead:`,
    lookFailed: (p: { when: string }) =>
      `When I last looked, on ${p.when}, the domain’s name servers gave no usable answer, so I do not know whether the record is there.`,
    notLookedYet: 'I have not looked yet.',
    moreFound: (p: { count: number }) => `and ${p.count} more`,
    show: (p: { name: string }) => `Show ${p.name}`,
    page: (p: { from: number; to: number; of: number }) => `${p.from} to ${p.to} of ${p.of}`,
    next: 'More',
    previous: 'Previous',
    addLead: 'Add another domain:',
    addFirst: 'Add a domain:',
    add: 'Add',
    chooseAccount: 'To which purchasing account does the domain belong?',
    accountChoice: (p: { organization: string; number: string }) => `${p.organization}, ${p.number}`,
    /** Beside the field, when an e-mail address was typed into it. */
    addressTyped: (p: { domain: string }) =>
      `That was an e-mail address. Its domain is ${p.domain}: choose “Add” if that is the one you mean.`,
    lookAtIt: 'Is this the domain you mean? Choose “Add” to go on.',
    notAmongYours: (p: { name: string }) => `${p.name} is not among your domains.`,
    /** Words that say what is to be done with a domain, folded; in a sentence with several the first kind counts. */
    wishes: {
      remove: ['remove', 'delete', 'drop', 'withdraw'],
      add: ['add', 'associate', 'register', 'new'],
      check: ['check', 'look', 'verify', 'verified', 'status', 'state', 'is'],
      show: ['show', 'see', 'list', 'record', 'txt', 'value'],
    },
    addedTitle: 'The domain has been added',
    added: (p: { name: string; organization: string; number: string }) =>
      `I added ${p.name} to ${p.organization}, purchasing account ${p.number}.`,
    cardTitle: 'Domain',
    verifiedTitle: 'The domain is verified',
    notVerifiedYet: (p: { name: string }) => `${p.name} is not verified yet.`,
    verifiedLine: (p: { name: string; organization: string }) =>
      `${p.name} is verified: whoever has an address in it may use the online services of ${fullStop(p.organization)}`,
    failedLine: (p: { name: string }) =>
      `I did not find the record for ${p.name} in time and no longer look by myself. Once it is published, choose “Check now”.`,
    takenLine: (p: { name: string }) =>
      `${p.name} is verified by another purchasing account, so it cannot be verified here as well. Remove it here; if it should belong to this account, talk to a person.`,
    publish: 'Publish this TXT record where the domain’s DNS is managed:',
    host: 'Host',
    hostValue: (p: { name: string }) => `@ (that is ${p.name} itself)`,
    type: 'Type',
    value: 'Value',
    copy: 'Copy the value',
    checkNow: 'Check now',
    remove: 'Remove',
    all: 'All domains',
    looksAgain: (p: { next: string; until: string }) =>
      `I look again by myself on ${p.next}, with growing pauses until ${p.until}, and tell you as soon as it is verified.`,
    takesTime: 'It can take a while until a new record is seen everywhere.',
    looksUntil: (p: { until: string }) => `I look by myself until ${p.until} and tell you as soon as it is verified.`,
    limited: (p: { when: string }) => `I have just looked. You can have me look again from ${p.when}.`,
    removeTitle: 'Remove this domain?',
    removeQuestion: (p: { name: string; organization: string; number: string }) =>
      `${p.name} would no longer belong to ${p.organization}, purchasing account ${p.number}.`,
    removeVerified: 'People whose address ends in it may then no longer use the online services.',
    removePending: 'The TXT record would no longer be of use.',
    removeYes: 'Yes, remove it',
    removeNo: 'No, keep it',
    removedTitle: 'The domain has been removed',
    removed: (p: { name: string; organization: string }) =>
      `${p.name} no longer belongs to ${fullStop(p.organization)}`,
    removedNext: 'You may delete its TXT record now.',
    kept: (p: { name: string }) => `${p.name} stays as it is.`,
    whoMay: (p: { who: string; organization: string }) => `At ${p.organization} you can ask ${fullStop(p.who)}`,
  },

  /** The page behind the copy button of a domain’s card. */
  copyPage: {
    title: 'Copy the TXT record – Usher',
    heading: 'Value of the TXT record',
    lead: 'Paste this value where the domain’s DNS is managed: host @, type TXT.',
    label: 'Value',
    copy: 'Copy',
    copied: 'Copied.',
    copyYourself: 'It is selected: press Ctrl+C, or hold it and choose Copy.',
    noValue: 'There is no value in this address. It stands where you came from: select it there.',
    noScript: 'Without JavaScript this page cannot show the value. It stands where you came from: select it there.',
    back: 'You can close this page and go back to where you came from.',
  },

  onlineServices: {
    yesTitle: 'Yes, you may use the online services',
    yes: (p: { domain: string; organizations: string }) =>
      `Your address ends in ${p.domain}, a verified domain of ${fullStop(p.organizations)}`,
    yesNext: 'Sign in to them with your work account.',
    pendingTitle: 'Not yet',
    pending: (p: { domain: string }) =>
      `${p.domain}, the domain of your address, has been added but is not verified yet.`,
    pendingNext: 'As soon as it is verified you may use the online services; you need not do anything.',
    pendingNextForYou: 'It is verified once its TXT record is published.',
    noTitle: 'No, not yet',
    no: (p: { domain: string }) =>
      `${p.domain}, the domain of your address, is not associated with a purchasing account.`,
    /** What people call a personal address; not folded. */
    personalWords: [
      'gmail',
      'hotmail',
      'yahoo',
      'icloud',
      'personal address',
      'personal mail',
      'personal e-mail',
      'personal email',
      'personal e-mail address',
      'personal email address',
      'personal account',
      'personal Microsoft account',
      'private address',
      'private mail',
      'private e-mail',
      'private email',
      'private e-mail address',
      'private email address',
      'private account',
    ],
    notWithPersonalTitle: 'No, not with a personal address',
    notWithPersonal:
      'A personal address does not work here: the Business Center and the online services need a work account, the address at the organization.',
    noPersonal: (p: { domain: string }) =>
      `${p.domain} belongs to a provider of personal mail. The online services need a work account: the address at the organization.`,
    noAsk: (p: { who: string }) => `Ask ${p.who} to add the domain.`,
    noAskSomebody:
      'Your purchasing account administrator can add the domain. If you do not know who that is, I can help you find out.',
    noAddIt: 'You may add the domain yourself.',
    addIt: (p: { domain: string }) => `Add ${p.domain}`,
    showDomains: 'Show the domains',
  },

  partner: {
    summary: (p: { partner: string; count: number }) =>
      p.count === 1 ? `${p.partner} has 1 customer account.` : `${p.partner} has ${p.count} customer accounts.`,
    noCustomers: 'No agreement names you as its partner at the moment.',
    customer: (p: { organization: string; number: string }) => `${p.organization}, purchasing account ${p.number}`,
    agreement: 'Agreement',
    administrator: 'Administrator',
    invitation: 'Invitation',
    states: {
      in: 'accepted: the administrator is in the Business Center',
      none: 'none has been sent yet',
      sent: (p: { sent: string; expires: string }) => `sent on ${p.sent}, not opened yet, good until ${p.expires}`,
      opened: (p: { sent: string; opened: string; expires: string }) =>
        `sent on ${p.sent}, opened on ${p.opened}, good until ${p.expires}`,
      bounced: (p: { sent: string; reason: string }) =>
        `sent on ${p.sent}, could not be delivered${p.reason ? `: ${p.reason}` : ''}`,
      expired: (p: { sent: string; expired: string }) => `sent on ${p.sent}, expired on ${p.expired}`,
      declined: (p: { sent: string }) => `sent on ${p.sent}, declined`,
      revoked: (p: { sent: string }) => `sent on ${p.sent}, withdrawn`,
    },
    resend: 'Resend',
    designate: 'Designate another administrator',
    resendThis: (p: { who: string; email: string; organization: string }) =>
      `Shall I send the invitation for ${p.organization} to ${p.who} (${p.email}) again?`,
    resendFor: (p: { customer: string }) => `Resend for ${p.customer}`,
    designateFor: (p: { customer: string }) => `Designate another administrator for ${p.customer}`,
    forWhich: {
      resend: 'For which customer is the invitation to be sent again? Write its name or number.',
      designate: 'For which customer is there to be another administrator? Write its name or number.',
    },
    /** How people say it; not folded. */
    wordings: {
      resend: [
        'resend',
        're-send',
        'send again',
        'send it again',
        'send the invitation again',
        'send the invite again',
        'sent again',
        'resent',
        'the invitation again',
        'the invitation once more',
        'a new invitation',
        'another invitation',
      ],
      designate: [
        'designate',
        'another administrator',
        'a new administrator',
        'new administrator',
        'other administrator',
        'different administrator',
        'change the administrator',
        'change administrator',
        'replace the administrator',
      ],
    },
    shown: (p: { from: number; to: number; of: number }) => `${p.from} to ${p.to} of ${p.of}`,
    filtered: (p: { filter: string }) => `Customers that match “${p.filter}”`,
    noneMatch: (p: { filter: string }) => `No customer matches “${p.filter}”. Here are all of them:`,
    filterLabel: 'Search by organization, number or administrator',
    filterPlaceholder: 'For example Fabrikam or 0005054321',
    search: 'Search',
    showAll: 'Show all',
    more: 'More',
    previous: 'Previous',
    /** What people write for the next page; folded. */
    moreWords: ['more', 'next', 'next page', 'show more'],
    whichCustomer: (p: { name: string }) =>
      `For which customer is ${p.name} to become the administrator? Write its name or number, or choose “Designate another administrator” there.`,
    sentTitle: 'The invitation is on its way',
    sent: (p: { who: string; email: string; organization: string }) =>
      `I sent ${p.who} (${p.email}) the invitation for ${p.organization} again.`,
    sentNext: (p: { expires: string }) =>
      `The new link is good until ${p.expires}; the old one no longer works. If it does not arrive, have them look in the junk folder.`,
    administratorIsIn: (p: { who: string; email: string; organization: string }) =>
      `${p.who} (${p.email}) is in at ${p.organization} already and needs no invitation.`,
    gone: 'This customer is not on your list any more.',
    backToList: 'My customers',
    designateLead: (p: { organization: string; number: string; who: string; email: string }) =>
      `The purchasing account administrator of ${p.organization}, purchasing account ${p.number}, is ${p.who} (${p.email}). Who is it to be from now on?`,
    goOn: 'Go on',
    confirmTitle: 'Is this right?',
    confirm: (p: { who: string; email: string; organization: string; number: string }) =>
      `${p.who} (${p.email}) becomes purchasing account administrator of ${p.organization}, purchasing account ${p.number}.`,
    confirmNewInvitation: (p: { language: string }) =>
      `The new administrator gets an invitation by mail (${p.language}); somebody who is in already gets the role at once.`,
    confirmOldInvitation: (p: { who: string }) => `The invitation of ${p.who} stops working at once.`,
    confirmOldIsIn: (p: { who: string }) =>
      `${p.who} has come in already and keeps the access that goes with the roles held.`,
    confirmBothTold: 'Both are told who changed it.',
    confirmYes: 'Yes, change it',
    correct: 'Correct it',
    designatedTitle: 'The administrator has been changed',
    designated: (p: { who: string; email: string; organization: string }) =>
      `${p.who} (${p.email}) is now the designated administrator of ${fullStop(p.organization)}`,
    designatedNext: (p: { who: string; old: string }) =>
      `${p.who} and ${p.old} are told, and the invitation goes out by mail. Under “My customers” you see when it is opened and accepted.`,
  },

  /** What Usher tells by itself in Teams. */
  notices: {
    accessRequestDecided: {
      approvedTitle: 'Your request was approved',
      deniedTitle: 'Your request was turned down',
      approved: {
        invitation: (p: { by: string; organization: string; roles: string }) =>
          `${p.by} invites you to the Business Center of ${p.organization} as ${p.roles}.`,
        role: (p: { by: string; organization: string; roles: string }) =>
          `${p.by} has given you a role at ${p.organization}: ${p.roles}.`,
      },
      approvedNext: {
        invitation:
          'The invitation is on its way to your mailbox. Press “Start now” in it; look in the junk folder too.',
        role: 'It counts from now on.',
      },
      denied: {
        invitation: (p: { by: string; organization: string }) =>
          `${p.by} has turned down your request for an invitation to ${fullStop(p.organization)}`,
        role: (p: { by: string; organization: string }) =>
          `${p.by} has turned down your request for another role at ${fullStop(p.organization)}`,
      },
      deniedNext: 'You can talk to another administrator, or to a person of our helpdesk.',
      reason: (p: { by: string; reason: string }) => `${p.by} says: ${p.reason}`,
    },
    administratorChangedTitle: 'The purchasing account administrator has changed',
    youAreNewAdministrator: (p: { organization: string; number: string; by: string; partner: string }) =>
      `${p.by} of ${p.partner} designated you as purchasing account administrator of ${p.organization}, purchasing account ${p.number}.`,
    youAreNewAdministratorNext: (p: { email: string }) =>
      `Your invitation is on its way to ${p.email}. Press “Start now” in it to come in.`,
    youWereAdministrator: (p: { organization: string; number: string; by: string; partner: string; who: string }) =>
      `${p.by} of ${p.partner} designated ${p.who} as purchasing account administrator of ${p.organization}, purchasing account ${p.number}, in your place.`,
    youWereAdministratorNext:
      'An invitation that you may still have no longer works. If this is a mistake, ask your partner, or talk to a person.',
    domainVerifiedTitle: 'Your domain is verified',
    domainVerified: (p: { domain: string; organization: string; number: string }) =>
      `${p.domain} is verified for ${p.organization}, purchasing account ${p.number}.`,
    domainVerifiedNext:
      'Whoever has an address in it may use the online services from now on. The TXT record may stay.',
    domainNotVerifiedTitle: 'Your domain is not verified',
    domainNotVerified: (p: { domain: string; organization: string; number: string }) =>
      `I did not find the TXT record of ${p.domain} for ${p.organization}, purchasing account ${p.number}, and have stopped looking.`,
    domainNotVerifiedExpected: 'This value should stand there:',
    domainNotVerifiedFound: 'I found this instead:',
    domainNotVerifiedNothing: 'There was no TXT record at all.',
    domainNotVerifiedUnanswered:
      'At the last look the domain’s name servers gave no usable answer, so I do not know what is there.',
    domainNotVerifiedNext: 'Publish it at the domain itself (host @, type TXT) and choose “Check now”.',
    domainTaken: (p: { domain: string; organization: string; number: string }) =>
      `Another purchasing account has verified ${p.domain}, so it cannot be verified for ${p.organization}, purchasing account ${p.number}, as well.`,
    domainTakenNext: 'Remove it here; if it should belong to your account, talk to a person.',
  },

  inviteUser: {
    title: 'Invite a user',
    accountLine: (p: { organization: string; number: string }) => `${p.organization}, purchasing account ${p.number}`,
    emailPlaceholder: 'name@contoso.com',
    invite: 'Invite',
    inviteAnother: 'Invite another',
    several: 'Several people at once',
    otherAccount: 'Another account',
    mayNot: 'Your administrator can invite people, or give you a role that may.',
    notIn: 'You have no role in the Business Center, so you cannot invite people.',
    forYourself: 'If you meant an invitation for yourself: your administrator can send you one.',
    chooseAccount: 'In which purchasing account?',
    chooseAccountLead: 'You may invite people in several purchasing accounts, and not the same roles in each.',
    continue: 'Continue',
    noSuchAccount: (p: { number: string }) => `${p.number} is no account in which you may invite people.`,
    rolesLeftOut: (p: { roles: string }) => `You may not give ${p.roles} here, so it is not on the form.`,
    languageLeftOut: (p: { language: string }) =>
      `I do not write ${p.language} yet. Choose the language of the invitation below.`,
    /** Somebody stood on the form when it was filled in for another. */
    notInvited: (p: { name: string; email: string }) => `${p.name} (${p.email}) has not been invited.`,
    taken: (p: { fields: string }) => `Filled in: ${p.fields}. Have a look and choose “Invite”.`,
    justInvited: (p: { name: string; email: string }) => `Invited: ${p.name}, ${p.email}. Who is next?`,
    sentTitle: 'The invitation is on its way',
    sentAgainTitle: 'The invitation is on its way again',
    correctedTitle: 'The invitation goes to the new address',
    invited: (p: { name: string; email: string }) => `${p.name} (${p.email}) is invited.`,
    sentAgain: (p: { name: string; email: string }) =>
      `The invitation for ${p.name} was sent to ${p.email} again. The link in the earlier mail no longer works.`,
    corrected: (p: { name: string; email: string }) =>
      `The invitation for ${p.name} now goes to ${p.email}. The link in the earlier mail no longer works.`,
    validUntil: 'Good until',
    next: 'They get a mail with “Start now”. I tell you when the invitation is accepted or declined, or when the mail does not arrive.',
    outsideTitle: 'Is this the right address?',
    outside: (p: { email: string; verified: string }) =>
      p.verified
        ? `${p.email} does not belong to the domains of this account (${p.verified}). Whoever reads that mailbox gets access.`
        : `${p.email} does not belong to the domain of this account’s administrator. Whoever reads that mailbox gets access.`,
    inviteAnyway: 'Invite anyway',
    inviteAnywayAnother: 'Invite anyway, then another',
    sendAnyway: 'Send it there anyway',
    correctAddress: 'Correct the address',
    alreadyInTitle: (p: { email: string }) => `${p.email} is in already`,
    alreadyIn: (p: { roles: string }) =>
      `Roles there: ${p.roles}. There is nothing to accept, so no invitation is needed.`,
    missingRoles: (p: { roles: string }) => `Not held yet: ${p.roles}.`,
    giveRoles: (p: { roles: string }) => `Give ${p.roles} too`,
    giveTheseRoles: 'Give these roles too',
    given: (p: { email: string; roles: string }) => `${p.email} now also has: ${p.roles}.`,
    givenTitle: 'Roles given',
    alreadyInvitedTitle: (p: { email: string }) => `${p.email} is invited already`,
    alreadyInvited: (p: { email: string; when: string }) =>
      `The invitation went to ${p.email} on ${p.when} and has not been accepted yet. It may be in the junk folder.`,
    alreadyInvitedUndeliverable: (p: { email: string; when: string }) =>
      `The invitation of ${p.when} could not be delivered to ${p.email}. Check the address.`,
    alreadyInvitedRoles: (p: { roles: string }) => `Roles in it: ${p.roles}.`,
    sendAgain: 'Send again',
    withdraw: 'Withdraw the invitation',
    withdrawTitle: 'Withdraw this invitation?',
    withdrawLead: (p: { email: string }) => `The link in the mail to ${p.email} stops working at once.`,
    withdrawYes: 'Withdraw it',
    withdrawn: (p: { email: string }) => `The invitation for ${p.email} is withdrawn.`,
    withdrawnNext: 'They can be invited again at any time.',
    correctTitle: 'Correct the address',
    correctLead: (p: { email: string }) =>
      `The invitation went to ${p.email}. It gets a new link and goes to the address that you enter here; the old link stops working.`,
    administratorsAddress:
      'This is the designated administrator’s invitation. Only your Microsoft partner can change whom it goes to.',
    sameAddress: 'The invitation went to this address already.',
    newAddress: 'Right address',
    correctSend: 'Send it there',
  },

  inviteMany: {
    title: 'Invite several people',
    lead: 'One person a line: address; first name; last name; then, if you like, language; country/region; roles (several with + between them).',
    fileHint: (p: { most: number }) =>
      `In the chat in Microsoft Teams you can also send a CSV file, with up to ${p.most.toLocaleString('en')} people. Nothing is sent before you have seen the list checked.`,
    people: 'People',
    example: 'maria.rossi@contoso.com; Maria; Rossi; it; IT; Report Viewer',
    defaults: 'For lines that do not say it themselves',
    check: 'Check the list',
    keptTitle: 'What holds for these people?',
    kept: (p: { count: number; name?: string }) =>
      `${p.count === 1 ? 'One line' : `${p.count} lines`}${p.name ? ` from ${p.name}` : ''}. Some of them do not say everything.`,
    noLines: 'There are no people in this list. Each line begins with an address.',
    tooLong: 'This list is too long for one message. Please send it as a CSV file, in parts if need be.',
    tooMany: (p: { most: number }) =>
      `This list has more than ${p.most.toLocaleString('en')} people, and that is the most I take at once. Nothing was sent. Please divide it.`,
    checkedTitle: 'The list is checked',
    invitable: (p: { count: number; total: number }) =>
      p.count === 0
        ? `None of the ${p.total} can be invited as the list stands.`
        : p.count === p.total
          ? p.total === 1
            ? 'The one person on the list can be invited.'
            : `All ${p.total} people can be invited.`
          : `${p.count} of ${p.total} can be invited.`,
    nothingSent: 'Nothing has been sent yet.',
    changed: 'Something changed meanwhile. Please look again before you send.',
    outside: (p: { count: number; included: boolean }) =>
      p.included
        ? `Among them ${p.count} outside the account’s verified domains.`
        : `${p.count} more ${p.count === 1 ? 'is' : 'are'} outside the account’s verified domains and left out.`,
    includeOutside: (p: { count: number }) => `Include the ${p.count === 1 ? 'one' : p.count} outside the domains`,
    leaveOutside: (p: { count: number }) => `Leave out the ${p.count === 1 ? 'one' : p.count} outside the domains`,
    problems: 'Lines that are left out',
    line: (p: { line: number }) => `Line ${p.line}`,
    moreProblems: (p: { count: number }) => `And ${p.count} more.`,
    showProblems: 'Show all problems',
    range: (p: { from: number; to: number; total: number }) => `${p.from} to ${p.to} of ${p.total}`,
    previous: 'Previous',
    next: 'Next',
    invite: (p: { count: number }) => (p.count === 1 ? 'Invite 1 person' : `Invite ${p.count} people`),
    correct: 'Correct the list',
    correctWrong: (p: { shown: number }) =>
      `${p.shown === 1 ? 'This line' : `These ${p.shown} lines`} can be corrected here; the others stay in the list as they are.`,
    startedTitle: 'They are being invited',
    started: (p: { count: number }) =>
      p.count === 1 ? 'One invitation is on its way.' : `${p.count} invitations are on their way.`,
    startedNext: 'A card here shows how it goes on and, at the end, the result line by line.',
    startedNextByMail:
      'If you chat with me in Microsoft Teams, a card there shows how it goes on. I tell you what becomes of each invitation.',
    doneTitle: 'The list is done',
    progressTitle: (p: { organization: string }) => `Invitations for ${p.organization}`,
    progress: (p: { done: number; total: number; percent: number }) => `${p.done} of ${p.total} (${p.percent} %)`,
    finished: (p: { invited: number; total: number }) =>
      p.invited === p.total ? `Done: all ${p.total} are invited.` : `Done: ${p.invited} of ${p.total} are invited.`,
    failedSoFar: (p: { count: number }) => `Not invited so far: ${p.count}`,
    failed: (p: { count: number }) => `Not invited: ${p.count}`,
    invitedLines: (p: { count: number }) => `Invited: ${p.count}`,
    refresh: 'How far is it?',
    showLines: 'Show the lines',
    result: {
      invited: 'invited',
      waiting: 'not reached yet',
      personalAddress: 'personal address; a work account is needed',
      outsideDomain: 'outside the account’s verified domains',
      alreadyIn: 'is in already',
      alreadyInvited: 'is invited already',
      rolesNotAssignable: 'you may no longer give these roles',
      mayNotInvite: 'you may no longer invite here',
      limited: 'too many invitations at the moment; try again later',
      invalid: 'something in the line is not right',
      duplicateLine: 'the same address as in an earlier line',
      other: 'could not be invited',
    },
  },

  /** The page of local mode that shows what was sent to whom. */
  sandboxMailbox: {
    title: 'Mailboxes',
    about: 'Everyone’s mail in local mode: read it, answer it, write to Usher. Nothing here leaves this machine.',
    mailboxes: 'Mailboxes',
    mailboxOf: (p: { name: string }) => `Mailbox of ${p.name}`,
    mails: 'Mails',
    unread: (p: { count: number }) => `${p.count} unread`,
    unreadMark: 'Unread',
    none: 'No mail yet. It appears here by itself.',
    choose: 'Select a mail to read it.',
    chooseMailbox: 'Select a mailbox to see its mails.',
    back: 'Back',
    from: 'From',
    to: 'To',
    sent: 'Sent',
    formatted: 'As a mail program shows it',
    text: 'Text',
    source: 'Source',
    content: 'Content of the mail',
    views: 'View',
    notFound: 'This mail does not exist.',
    someNew: 'New mail has arrived.',
    folder: 'Folder',
    signature: 'Signature',
    signedBy: (p: { domain: string }) => `of ${p.domain}`,
    unsigned: 'none',
    write: 'Write',
    reply: 'Reply',
    writeTitle: 'New mail',
    replyTitle: (p: { subject: string }) => `Reply: ${p.subject}`,
    writeAs: 'From',
    recipients: 'To',
    recipientsHint: 'Addresses, with commas between them.',
    subject: 'Subject',
    message: 'Message',
    quoted: 'The mail that is quoted below',
    forged: 'Forged',
    forgedHint:
      'Goes out from another server and without the signature of the sender’s domain, as a forger would send it, to try what Usher does with it.',
    send: 'Send',
    cancel: 'Cancel',
    sentTo: (p: { recipients: string }) => `Sent to ${p.recipients}.`,
    sentForged: (p: { recipients: string }) => `Sent to ${p.recipients}, without a signature.`,
    mistakes: 'The mail was not sent yet. Please look at what is marked.',
    mistake: {
      as: 'Choose whom you write as.',
      noRecipient: 'Say whom it goes to.',
      wrongRecipient: (p: { what: string }) => `“${p.what}” is no e-mail address.`,
      manyRecipients: (p: { most: number }) => `These are more than ${p.most} recipients.`,
      longSubject: (p: { most: number; length: number }) =>
        `The subject has ${p.length} characters; at most ${p.most} are possible.`,
      noMessage: 'Write something first.',
      longMessage: (p: { most: number; length: number }) =>
        `The message has ${p.length} characters; at most ${p.most} are possible.`,
    },
    tooLarge: 'This is too large to be sent. Go back, what you typed is still there, and shorten it.',
    /** The words of Outlook in this language, as it writes them into replies. */
    outlook: {
      from: 'From',
      sent: 'Sent',
      to: 'To',
      cc: 'Cc',
      subject: 'Subject',
      reply: 'RE: ',
      /** Tokens of luxon. */
      sentFormat: 'cccc, LLLL d, yyyy h:mm a',
    },
  },

  /** The page of local mode that stands in for signing in at Microsoft. */
  sandboxIdentity: {
    title: 'Test sign-in: who are you?',
    lead: 'This page stands in for Microsoft’s and believes everybody. It runs on this machine only.',
    other: 'Somebody else, by address',
    go: 'Sign in',
    cancel: 'Cancel',
    staff: { 'Helpdesk.Act': 'Helpdesk, may step in', 'Helpdesk.Read': 'Helpdesk, to look only' },
  },

  /** The console of the helpdesk: one page, run in the browser. */
  helpdesk: {
    title: 'Usher helpdesk',
    loading: 'Loading…',
    sections: {
      label: 'Sections',
      conversations: 'Conversations',
      figures: 'Figures',
      stuck: 'Stuck',
      audit: 'Audit',
      cannedAnswers: 'Answers',
      cannedAnswersLong: 'Canned answers',
    },
    waitingCount: (p: { count: number }) => (p.count === 1 ? '1 person is waiting' : `${p.count} people are waiting`),
    stuckCount: (p: { count: number }) => (p.count === 1 ? '1 thing is stuck' : `${p.count} things are stuck`),
    signedInAs: (p: { name: string }) => `Signed in as ${p.name}`,
    signOut: 'Sign out',
    readOnly: 'You can look, but not act.',
    /** A switch: these keys lead there, or do nothing. */
    characterKeys: 'Keys / and r lead to the search and to the answer',
    close: 'Close',
    cancel: 'Cancel',
    back: 'Back',
    retry: 'Try again',
    more: 'Load more',

    session: {
      ended: 'Your session has ended',
      endedLong: 'Sign in again in the window that opens. What you typed stays here.',
      signIn: 'Sign in',
      signInAgain: 'Sign in again',
      signInFirst: 'Sign in to see the helpdesk’s conversations.',
      signedIn: 'You are signed in',
      signedInLong: 'Close this window; where you were before, everything goes on.',
      noRole: 'You have no role here',
      noRoleLong:
        'The helpdesk is for people with the role Helpdesk.Read or Helpdesk.Act. Ask whoever manages Usher in your organization.',
    },

    connection: {
      offline: 'No connection. What you see may be out of date; what you type stays here.',
      reconnecting: 'Reconnecting… What you see may be out of date.',
    },

    faults: {
      title: 'Something went wrong',
      /** The reference stands in the service's log. */
      reference: (p: { reference: string }) => `Reference: ${p.reference}`,
      unreachable: 'The helpdesk cannot be reached at the moment.',
      unexpected: 'This page came upon something unexpected. Reload it; what happened before is kept on the server.',
      reload: 'Reload',
    },

    /** Why something was not done. */
    refusals: {
      notSignedIn: 'Your session has ended. Sign in again.',
      mayNot: 'Your role does not include this.',
      wrongInput: 'Something that was typed is not right.',
      notFound: 'This is no longer there, or it never was.',
      joinedByOther: (p: { by: string }) => `${p.by} speaks in this conversation already.`,
      joinedBySomebody: 'Somebody else speaks in this conversation already.',
      notJoined: 'You are no longer in this conversation. Join it again to answer.',
      cannotReach: 'This person cannot be reached: there is no way for an answer to get to them.',
      tooOften: 'That was too often. Wait a moment and try again.',
      outOfDate: 'Somebody else changed this meanwhile. Look at it again.',
      signedInAnew: 'Somebody has signed in anew in another window, so nothing was done. If that was you, try again.',
      failed: 'It did not work. Try again.',
    },

    /** Why a control cannot be used, said beside it. */
    mayNotAct: 'Your role lets you look only (Helpdesk.Read).',

    list: {
      label: 'Conversations',
      search: 'Search everything that was said',
      searchShort: 'Search',
      clearSearch: 'Clear search',
      filters: 'Filters',
      filtersActive: (p: { count: number }) => (p.count === 1 ? '1 filter' : `${p.count} filters`),
      clearFilters: 'Clear filters',
      state: 'State',
      anyState: 'All',
      moreStates: 'More states',
      states: {
        waiting: 'Waiting',
        joined: 'Joined',
        stuck: 'Stuck',
        open: 'With Usher',
        done: 'Done',
      },
      channel: 'Channel',
      anyChannel: 'Chat and mail',
      channels: { teams: 'Teams', mail: 'Mail' },
      organization: 'Organization',
      anyOrganization: 'All organizations',
      walk: 'Walk',
      anyWalk: 'All walks',
      language: 'Language',
      anyLanguage: 'All languages',
      from: 'From',
      to: 'To',
      person: 'Person’s address',
      export: 'Export',
      exportCsv: 'As CSV, one row per message',
      exportJson: 'As JSON, one object per message',
      unknownPerson: 'Unknown person',
      claims: (p: { address: string }) => `Claims to be ${p.address}, not proven`,
      waitingFor: (p: { duration: string }) => `Waiting for ${p.duration}`,
      joinedBy: (p: { name: string }) => `With ${p.name}`,
      joinedByYou: 'With you',
      done: 'Done',
      stuck: 'Stuck',
      fromHelpdesk: 'Note',
      fromUsher: 'Usher',
      empty: 'No conversations yet',
      emptyLong: 'As soon as somebody writes to Usher, in Teams or by mail, it appears here by itself.',
      emptyFiltered: 'No conversation fits these filters',
      nobodyWaits: 'Nobody is waiting',
      nobodyWaitsLong: 'Whoever asks for a person appears here by themselves.',
    },

    search: {
      results: 'Search results',
      found: (p: { count: number; more: boolean }) =>
        p.more ? `More than ${p.count} messages` : p.count === 1 ? '1 message' : `${p.count} messages`,
      nothing: 'Nothing was found',
      nothingLong:
        'Words, addresses, domains and numbers can be found, signs alone cannot. All of them must be in one message; the last may be the beginning of one. Accents and case do not matter.',
      tooLong: 'That is too much to look for',
      tooLongLong: 'A few words are enough: at most twelve, 300 characters in all.',
      backToList: 'Back to the list',
    },

    conversation: {
      choose: 'Choose a conversation',
      chooseLong: 'Its messages appear here, its person beside it.',
      keys: 'Keyboard',
      keyMove: 'up and down in the list',
      keyOpen: 'open the conversation',
      keySearch: 'search',
      keyAnswer: 'answer',
      keyEscape: 'back',
      notFound: 'This conversation does not exist',
      notFoundLong: 'It may have been erased, or its time was over.',
      messages: 'Messages',
      alsoHere: (p: { names: string }) => `Also here: ${p.names}`,
      showPerson: 'Show person',
      hidePerson: 'Hide person',
      menu: 'More',
      export: 'Export',
      exportJson: 'Export as JSON',
      exportCsv: 'Export as CSV',
      copyLink: 'Copy link',
      linkCopied: 'The link is copied.',
      linkNotCopied: 'The browser does not let the link be copied from here. Copy it by hand:',
      join: 'Join',
      joinTip: 'Usher falls silent here, and the person is told that somebody is there.',
      handBack: 'Hand back',
      handBackTip: 'Usher takes over again.',
      done: 'Done',
      doneTip: 'Nothing is left to do here, until the person writes again.',
      joinedNow: 'You have joined. Usher is silent here until you hand back.',
      handedBackNow: 'Usher has taken over again.',
      doneNow: 'The conversation is done.',
      alreadyDone: 'This conversation is done already.',
      joinedByOther: (p: { name: string }) => `${p.name} speaks here. You can leave a note.`,
      notJoinFirst: 'Join to answer. Usher falls silent, and the person is told that somebody is there.',
      startedAt: (p: { when: string }) => `Since ${p.when}`,
      walkAt: (p: { walk: string; step: string }) => `${p.walk}: ${p.step}`,
    },

    /** Where a walk stands; the log holds it by its name. */
    steps: {
      begin: 'beginning',
      account: 'choice of the purchasing account',
      form: 'form',
      outsideDomain: 'address outside the domains',
      alreadyIn: 'is in already',
      alreadyInvited: 'was invited already',
      waiting: 'requests that wait',
      withdraw: 'withdrawing the invitation',
      correctAddress: 'correcting the address',
      outsideCorrection: 'corrected address outside the domains',
      people: 'list of people',
      defaults: 'what holds for all of them',
      checked: 'list before it is sent',
      numbers: 'agreement and account number',
      list: 'list',
      remove: 'whether to remove a domain',
      confirm: 'confirmation',
      designate: 'another administrator',
      ask: 'question',
      cancelled: 'cancelled',
      end: 'ended',
    },

    transcript: {
      beginning: 'Here it began',
      loadingEarlier: 'Loading earlier messages…',
      toNewest: 'To the newest',
      newMessages: (p: { count: number }) => (p.count === 1 ? '1 new message' : `${p.count} new messages`),
      said: (p: { who: string; when: string }) => `${p.who}, ${p.when}`,
      usher: 'Usher',
      you: 'You',
      note: 'Note, for the helpdesk only',
      showAll: (p: { size: string }) => `Show all (${p.size})`,
      showLess: 'Show less',
      subject: 'Subject',
      mailFrame: 'Content of the mail',
      card: 'Card',
      cardBroken: 'This card cannot be drawn.',
      submitted: 'Filled in',
      details: 'Details',
      understood: 'Understood',
      notUnderstood: 'Not understood',
      /** What an answer by mail was taken for; the log holds it by its name. */
      answers: {
        'decision.approve': 'Approval',
        'decision.deny': 'Denial',
        'decision.unclear': 'Unclear answer to a request',
        'invitation.accept': 'Acceptance of the invitation',
        'invitation.decline': 'Refusal of the invitation',
        'invitation.expired': 'The link does not work any more',
        'invitation.notMe': 'Somebody else is meant',
      },
      confidence: (p: { percent: string }) => `${p.percent} certain`,
      language: 'Language',
      walk: 'Walk',
      step: 'Step',
      outcome: 'Outcome',
      /** What came of a message; the log holds it by its name. */
      outcomes: {
        invited: 'Invited',
        invitingMany: 'Several people are being invited',
        sentAgain: 'Invitation sent again',
        addressCorrected: 'Invitation sent to the corrected address',
        revoked: 'Invitation withdrawn',
        rolesGiven: 'Roles given',
        invitationAsked: 'Invitation asked of the administrators',
        roleAsked: 'Role asked of the administrators',
        requestWithdrawn: 'Request withdrawn',
        approved: 'Request approved',
        denied: 'Request denied',
        domainAdded: 'Domain added',
        domainVerified: 'Domain verified',
        domainNotVerified: 'Domain looked up: the record is not there yet',
        domainRemoved: 'Domain removed',
        designated: 'Another administrator designated',
        languageChanged: 'Language changed',
        personAsked: 'Waits for a person',
        alreadyIn: 'Is in already',
        notDesignated: 'Not the designated address: nothing sent',
        administratorIsIn: 'The administrator is in already: nothing sent',
        uniform: 'Same answer as to everybody; sent only if all three match',
        declined: 'Invitation declined',
        notMe: 'Invitation declined: somebody else is meant',
        askedBack: 'Unclear: asked back, nothing done',
        unclear: 'Unclear: asked back often enough, nothing done',
        answered: 'Answered',
        askedOfAnother: 'Answers what was asked of somebody else: nothing done',
        forHelpdesk: 'For the helpdesk',
        toldToStart: 'Accepts the invitation: told to press “Start now”',
        leftToHelpdesk: 'Left to the helpdesk',
        thanks: 'Thanks: nothing to do',
        unproven: 'Not proven to be from whom it says: nothing done',
        unprovenAsked: 'Not proven to be from whom it says: nothing done, the real person was asked to confirm',
        automatic: 'Automatic mail: never answered',
        bounce: 'A mail came back',
        bounceDelayed: 'Delivery is delayed, or not of its recipient',
        bounceOfInvitation: 'The invitation came back: undeliverable',
        unreadable: 'Could not be read',
        bounced: 'This mail came back',
        dropped: 'Not sent any more: overtaken by something else',
        handedBackIdle: 'Nobody answered for 30 minutes: handed back to Usher',
        'refused.invalid': 'Refused: something in the form was not right',
        'refused.mayNotInvite': 'Refused: may not invite',
        'refused.mayNotAddDomain': 'Refused: may not change domains',
        'refused.mayNotDecide': 'Refused: may not decide about it',
        'refused.notPartner': 'Refused: not a known partner',
        'refused.rolesNotAssignable': 'Refused: may not give these roles',
        'refused.personalAddress': 'Refused: a personal address',
        'refused.outsideDomain': 'Outside the organization’s domains: asked whether it is meant',
        'refused.alreadyIn': 'Refused: is in already',
        'refused.alreadyInvited': 'Refused: was invited already',
        'refused.alreadyAsked': 'Refused: was asked for already',
        'refused.alreadyHasRoles': 'Refused: has these roles already',
        'refused.nobodyCanDecide': 'Refused: nobody there can decide yet',
        'refused.alreadyDecided': 'Refused: was decided or withdrawn already',
        'refused.notFound': 'Refused: not there, or none of their business',
        'refused.noLongerPending': 'Refused: the invitation is not open any more',
        'refused.limited': 'Refused: too often',
        'refused.publicSuffix': 'Refused: not the domain of one organization',
        'refused.personalMailProvider': 'Refused: domain of a personal mail provider',
        'refused.takenByAnother': 'Refused: another account has verified this domain',
        'refused.alreadyAdded': 'Refused: the domain was added already',
        'refused.sameAdministrator': 'Refused: is the designated administrator already',
        'refused.tooMany': 'Refused: too many at once',
        'refused.duplicateLine': 'Refused: the same address twice',
        'refused.nothingToDo': 'Nothing to do',
      },
      fault: 'Fault',
      deliveryFailed: 'Did not get through',
      deliveryWaiting: 'On its way',
      empty: 'Nothing was said here yet',
      copyMessageLink: 'Copy link to this message',
      removedPicture: 'Picture from elsewhere, not loaded',
    },

    composer: {
      label: 'Write',
      kind: 'What you write',
      answer: 'Answer',
      note: 'Note',
      answerPlaceholder: (p: { name: string }) => `Answer ${p.name}`,
      mailPlaceholder: (p: { name: string }) => `Answer ${p.name} by mail`,
      notePlaceholder: 'A note for the helpdesk; the person does not see it',
      send: 'Send',
      addNote: 'Add note',
      keys: 'Ctrl+Enter sends',
      sending: 'Sending…',
      tooLong: (p: { most: number; length: number }) => `${p.length} of at most ${p.most} characters`,
      cannedAnswers: 'Canned answers',
      searchCanned: 'Search answers',
      noCanned: 'There are no canned answers yet.',
      noCannedFound: 'No answer fits.',
    },

    person: {
      label: 'Person',
      unknown: 'Who this is, is not known',
      unknownLong: 'As soon as an address is proven to be theirs, it stands here.',
      claimsLong: (p: { address: string }) =>
        `The mail says that it is from ${p.address}. Nothing proves it: anybody could have written that.`,
      workAccount: 'Has a work account',
      noWorkAccount: 'No work account yet',
      partner: 'Partner',
      customers: (p: { names: string }) => `Customers: ${p.names}`,
      noCustomers: 'No customers yet.',
      memberships: 'Access',
      noMemberships: 'No access to any purchasing account.',
      account: (p: { number: string }) => `Purchasing account ${p.number}`,
      since: (p: { when: string }) => `since ${p.when}`,
      sinceBy: (p: { when: string; by: string }) => `since ${p.when}, given by ${p.by}`,
      invitations: 'Invitations',
      noInvitations: 'No invitation.',
      sent: (p: { when: string }) => `Sent ${p.when}`,
      sentTimes: (p: { when: string; times: number }) => `Sent ${p.when}, ${p.times} times in all`,
      expires: (p: { when: string }) => `good until ${p.when}`,
      expired: (p: { when: string }) => `ended ${p.when}`,
      invitedBy: (p: { who: string }) => `Invited by ${p.who}`,
      bounced: (p: { reason: string }) => `Came back: ${p.reason}`,
      history: 'History',
      resend: 'Send again',
      resendTip: 'A new link goes out by mail; the old one stops working; 60 days begin anew.',
      mayNotResend: 'Only an invitation that is still open or has expired can be sent again.',
      resent: 'The invitation is on its way again.',
      requests: 'Requests',
      noRequests: 'No request.',
      madeAt: (p: { when: string }) => `Asked ${p.when}`,
      decidedBy: (p: { who: string }) => `Decided by ${p.who}`,
      requestStates: {
        open: 'waiting for a decision',
        pending: 'waiting for a decision',
        approved: 'approved',
        denied: 'turned down',
        withdrawn: 'withdrawn',
        expired: 'expired',
      },
      domains: 'Domains',
      noDomains: 'No domain.',
      domainStates: {
        pending: 'not verified yet',
        verified: 'verified',
        failed: 'never verified',
        notVerified: 'never verified',
        removed: 'removed',
      },
      all: 'All conversations of this person',
      erase: 'Erase this person',
      eraseTip: 'Removes what they said everywhere; the audit log keeps who did what and when, without text.',
      eraseTitle: (p: { who: string }) => `Erase ${p.who}?`,
      eraseLong:
        'Everything this person said and was told, in chat and by mail, is removed for good. Access, invitations and requests stay as they are; the audit log keeps who did what and when.',
      eraseType: 'To confirm, type the address',
      erased: (p: { messages: number; conversations: number }) =>
        `Erased: ${p.messages === 1 ? '1 message' : `${p.messages} messages`} in ${p.conversations === 1 ? '1 conversation' : `${p.conversations} conversations`}.`,
    },

    figures: {
      title: 'Figures',
      period: 'Period',
      periods: { week: '7 days', month: '30 days', quarter: '90 days', own: 'From … to …' },
      from: 'From',
      to: 'To',
      table: 'Table',
      chart: 'Chart',
      view: (p: { title: string }) => `${p.title}: chart or table`,
      nothing: 'Nothing in this period.',
      conversations: 'Conversations',
      messages: 'Messages',
      messagesIn: 'From people',
      messagesOut: 'From Usher',
      day: 'Day',
      perDay: 'Conversations and messages a day',
      walks: 'Walks',
      begun: 'Begun',
      finished: 'Finished',
      givenUp: 'Given up',
      goingOn: 'Going on',
      givenUpAt: 'Where people gave up',
      step: 'Step',
      times: 'Times',
      share: 'Share',
      invitations: 'Invitations by state',
      state: 'State',
      count: 'Count',
      invitationsAccepted: 'Invitations accepted',
      median: 'Half within',
      ninetieth: 'Nine of ten within',
      decisions: 'Decisions by channel',
      approved: 'Approved',
      denied: 'Turned down',
      timeToDecision: 'Half decided within',
      channel: 'Channel',
      channels: {
        teams: 'Teams',
        mail: 'Mail',
        web: 'Page',
        helpdesk: 'Helpdesk',
        commandLine: 'Command line',
        usher: 'By itself',
      },
      notUnderstood: 'Not understood',
      utterances: 'Download as utterance lines',
      sentence: 'Sentence',
      language: 'Language',
      mailsSent: 'Mails sent',
      mailsFailed: 'Failed',
      mailsBounced: 'Bounced',
      waiting: 'Waiting for a person',
    },

    stuck: {
      title: 'Stuck',
      nothing: 'Nothing is stuck',
      nothingLong: 'Mails go out, work is done in time, domains are looked up. Whatever stops doing so appears here.',
      kinds: {
        mail: 'Mail',
        message: 'Teams message',
        bounce: 'Bounce',
        work: 'Work',
        incomingMail: 'Incoming mail',
        subscription: 'Subscription',
        domain: 'Domain',
      },
      what: {
        mail: 'A mail does not go out',
        message: 'A message does not get through',
        bounce: 'A mail came back',
        work: 'Work is over its time',
        incomingMail: 'A mail that came in could not be dealt with',
        subscription: 'Usher is no longer told of new mail',
        domain: 'A domain was never verified',
      },
      advice: {
        mail: 'Look whether the mailbox may send; then try again. The mail goes out once, even if this is pressed twice.',
        message: 'The person may have removed Usher from Teams. Write to them by mail, or try again.',
        bounce: 'The address is wrong or full. Ask the inviter for the right one and have the invitation corrected.',
        work: 'Whatever it waits for did not answer. Try again; if it stays, give the reference to whoever runs Usher.',
        incomingMail:
          'Try again; if it fails again, read the mail in the mailbox and give the reference to whoever runs Usher.',
        subscription:
          'Mail is still fetched every few minutes. Look whether the service can be reached from outside, then try again.',
        domain: 'The TXT record was not found for 72 hours. Ask the administrator to publish it and to check again.',
      },
      /** Where how it stands says more than what it is. */
      adviceByState: {
        takenByAnother:
          'Another purchasing account has verified this domain. Find out to which of the two it belongs; the other has to remove it.',
        unreadable:
          'Usher cannot read this mail, and trying again would change nothing. Read it in the mailbox and answer it there; then dismiss it here.',
      },
      /** Names of facts. */
      facts: {
        to: 'To',
        from: 'From',
        subject: 'Subject',
        attempts: 'Attempts',
        invitedBy: 'Invited by',
        channel: 'Channel',
        expected: 'TXT record',
        expiresAt: 'Ends',
        domain: 'Domain',
        reason: 'Reason',
        work: 'Work',
        state: 'State',
        mailbox: 'Mailbox',
        kind: 'Kind',
        found: 'Found instead',
      },
      /** Values of facts: what a mail or a message is about, what was to be done, how it stands. */
      about: {
        invitation: 'Invitation',
        invitationNews: 'News of an invitation',
        accessRequested: 'Request for access',
        accessRequestUnanswered: 'Request that nobody answered',
        accessRequestDecided: 'Decision on a request',
        accessRequestClosed: 'Request that is closed',
        administratorChanged: 'Change of the administrator',
        domainVerified: 'Verified domain',
        domainNotVerified: 'Domain that was not verified',
        mailAnswer: 'Answer to a mail',
        helpdesk: 'Words of the helpdesk',
        personWanted: 'Somebody who waits for a person',
        mailUnproven: 'Question whether a mail is genuine',
        passwordReset: 'New password',
        passwordChanged: 'Changed password',
        batchProgress: 'Invitation of many',
        conversation: 'Answer in a conversation',
        notifications: 'Notifications of new mail',
        reading: 'Reading the inbox',
      },
      works: {
        mail: 'Record a mail',
        message: 'Record a message',
        tell: 'Tell somebody',
        closeRequest: 'Close a request everywhere',
        audit: 'Write to the audit log',
        invite: 'Invite',
        grant: 'Give roles',
        admit: 'Let somebody in who has accepted',
        checkDomain: 'Look a domain up',
        matchResend: 'Look up whose invitation is to be sent again',
        matchPasswordReset: 'Look up who wants a new password',
        inviteBatch: 'Invite many',
        inviteAdministrator: 'Invite the administrator',
        remindInvitee: 'Remind of an invitation',
        expireInvitation: 'End an invitation',
        tellInviter: 'Tell the inviter',
        remindDeciders: 'Remind of a request',
        helpdeskSays: 'Pass on the helpdesk’s words',
        handBackIdle: 'Hand a conversation back to Usher',
        announceWaiting: 'Announce who waits for a person',
        noteWait: 'Note how long somebody waited',
        endAdministratorInvitation: 'End the old administrator’s invitation',
      },
      states: {
        waiting: 'waiting',
        drafted: 'drafted, not sent',
        sent: 'sent',
        failed: 'given up',
        dropped: 'not sent any more',
        found: 'not fetched yet',
        recorded: 'not dealt with yet',
        acted: 'not filed yet',
        filed: 'filed',
        unreadable: 'cannot be read',
        takenByAnother: 'verified by another purchasing account',
      },
      since: (p: { when: string }) => `for ${p.when}`,
      fault: 'Fault',
      conversation: 'Conversation',
      tryAgain: 'Try again',
      dismiss: 'Dismiss',
      tried: 'It is being tried again.',
      dismissed: 'It was taken off the list.',
    },

    audit: {
      title: 'Audit',
      about:
        'Who did what, when and for whom. Nothing here can be changed; a chain of hashes shows whether anything was.',
      when: 'When',
      who: 'Who',
      what: 'What',
      forWhom: 'For whom',
      channel: 'Channel',
      organization: 'Organization',
      details: 'Details',
      whoFilter: 'Who (address)',
      forWhomFilter: 'For whom (address)',
      actionFilter: 'What',
      anyAction: 'Everything',
      nothing: 'Nothing fits these filters',
      bySystem: 'Usher',
      /** Names of details. */
      facts: {
        roles: 'Roles',
        insteadOf: 'Instead of',
        domain: 'Domain',
        request: 'Request',
        proven: 'Proven by',
        found: 'Found',
        people: 'People',
        conversations: 'Conversations',
        zone: 'Time zone',
        format: 'Format',
        kind: 'What',
        state: 'State',
        channel: 'Channel',
        organization: 'Organization',
        walk: 'Walk',
        language: 'Language',
        person: 'Person',
        from: 'From',
        to: 'To',
        sentences: 'Sentences',
        entries: 'Entries',
      },
      actions: {
        agreementLoaded: 'Agreement loaded',
        invitationSent: 'Invitation sent',
        invitationSentAgain: 'Invitation sent again',
        invitationRevoked: 'Invitation withdrawn',
        invitationAccepted: 'Invitation accepted',
        invitationDeclined: 'Invitation declined',
        invitationExpired: 'Invitation expired',
        invitationAddressCorrected: 'Address of an invitation corrected',
        requestMade: 'Request made',
        requestApproved: 'Request approved',
        requestDenied: 'Request turned down',
        requestWithdrawn: 'Request withdrawn',
        rolesGranted: 'Roles given',
        rolesRemoved: 'Roles taken away',
        administratorDesignated: 'Administrator designated',
        domainAdded: 'Domain added',
        domainVerified: 'Domain verified',
        domainNotVerified: 'Domain never verified',
        domainRemoved: 'Domain removed',
        passwordChanged: 'Password changed',
        transcriptRead: 'Transcript read',
        searched: 'Searched',
        exported: 'Exported',
        sentencesRead: 'Sentences that were not understood read',
        personErased: 'Person erased',
        conversationJoined: 'Conversation joined',
        stuckTriedAgain: 'Tried again',
        stuckDismissed: 'Dismissed',
        auditChainBegun: 'Chain of hashes begun',
      },
    },

    canned: {
      title: 'Canned answers',
      about: 'Answers that are needed again and again. While one is written they are at hand below the conversation.',
      add: 'New answer',
      edit: 'Change',
      delete: 'Delete',
      deleteTitle: (p: { title: string }) => `Delete “${p.title}”?`,
      deleteLong: 'Nobody will be offered it any more. What was sent stays.',
      name: 'Title',
      language: 'Language',
      text: 'Text',
      textHint: 'Filled in when it is used: {name}, {firstName}, {organization}, {operator}',
      save: 'Save',
      saved: 'The answer is saved.',
      deleted: 'The answer is deleted.',
      nothing: 'No canned answers yet',
      nothingLong: 'Write down what you explain often, once for each language.',
      missing: 'Please fill this in.',
      preview: 'As it is sent',
      /** Stands for a person while there is none. */
      examplePerson: 'Giulia Romano',
      exampleFirstName: 'Giulia',
      exampleOrganization: 'Contoso S.p.A.',
    },

    duration: {
      moment: 'a moment',
    },
  },

  /** Pages reached by a link. */
  /** Pages before the console: signing in, and why not. */
  helpdeskSignIn: {
    title: 'Sign in to the helpdesk',
    lead: 'The console shows what people said to Usher in confidence. Every look at a conversation is noted.',
    link: 'On this machine you can also open one of the links that were printed when Usher started. Each works once, for 15 minutes; “npm run -s usher -- helpdesk-link” makes another.',
    linkDeadTitle: 'This link does not work any more',
    linkDead:
      'A sign-in link works once, for 15 minutes. Where Usher runs, “npm run -s usher -- helpdesk-link” makes another.',
    noRoleTitle: 'You have no role in the helpdesk',
    noRole: (p: { email: string }) =>
      `Microsoft says that you are ${p.email}, but this account has no role here. Ask whoever administers Usher for “Helpdesk.Read” (look) or “Helpdesk.Act” (look and step in), then sign in again.`,
    foreign: 'This account does not belong to the organization whose helpdesk this is. Sign in with another account.',
    notBuiltTitle: 'The console was not built',
    notBuilt: 'Its page is missing. “npm run build” makes it; “npm start” does so by itself.',
  },

  pages: {
    brand: 'Usher, the Business Center’s onboarding assistant',
    start:
      'Usher helps people of organizations with a Microsoft Products and Services Agreement (MPSA) into the Business Center: who can invite them, where their invitation is, and what they may do once they are in.',
    inTeams: 'Usher is at work in Microsoft Teams and in e-mail. Look for “Usher” among your apps in Teams.',
    /** The sample people. */
    sampleTitles: {
      employee: 'Employee, at first without access',
      accountAdministrator: 'Account Administrator',
      invitedAdministrator: 'Designated administrator, invited',
      partner: 'Partner',
      reportViewer: 'Report Viewer',
    },
    chatsTitle: 'Chats of the sample people',
    chatsHint: 'Each opens in a window of its own, as that person’s chat with Usher in Teams.',
    chatStarting: 'is starting; reload this page in a moment',
    mailboxTitle: 'Mailbox',
    mailboxLink: 'Open everyone’s mailboxes: what Usher sends arrives here, and here you answer it',
    privacyTitle: 'Privacy',
    privacy: [
      'Usher keeps what it needs to help you into the Business Center: your name and work address, your roles and invitations, your requests, and the conversation.',
      'Links of invitations and for new passwords are kept only as a fingerprint from which they cannot be restored. They stand in no log and in no transcript.',
      'Where you sign in with a password, a cookie keeps for a year that it was on this browser, so that nobody can lock you out by trying passwords elsewhere. It does not say who you are.',
      'Every change of access is noted: who, what, for whom, and where. Ask the administrator of your purchasing account or our helpdesk if you want to know what is kept about you, or want it erased.',
    ],
    termsTitle: 'Terms of use',
    terms: [
      'Usher is for people of organizations that signed a Microsoft Products and Services Agreement, and for their Microsoft partners.',
      'Use it for your own organization, or for those that you act for, and with your work account. An invitation is meant for the person it is addressed to.',
    ],
    failedTitle: 'That did not work',
    failed: 'Something broke on our side. Please try again in a few minutes.',
    frame: {
      skip: 'Skip to content',
      faultyTitle: (p: { title: string }) => `Error: ${p.title}`,
      signIn: 'Sign in',
      signOut: 'Sign out',
      myProfile: 'My profile',
      footer: 'About these pages',
    },
    /** What is said before a page is come to at all. */
    door: {
      outOfDateTitle: 'This page is out of date',
      outOfDate:
        'It was open too long, or somebody has signed in or out since. Nothing was done. Please open the page again and send the form once more.',
      notKept:
        'Your session had ended, so nothing was sent yet. What you had typed is too long to be kept: copy it from here, open the page again, and paste it.',
      kept: 'You had to sign in again, so nothing was sent yet. What you had typed stands here: check it and send it once more.',
      unreadableTitle: 'This form could not be read',
      unreadable: 'It did not arrive as our pages send it. Nothing was done.',
      tooLarge: 'It is larger than any of our forms. Nothing was done.',
      tooOftenTitle: 'That was too often',
      tooOften: 'Too many forms came from your network in a short time. Please try again in a few minutes.',
      busyTitle: 'There is a lot going on just now',
      busy: 'Nothing was done. Please try again in a moment.',
      again: 'Open the page again',
      notFoundTitle: 'There is no such page',
      notFound: 'The address may be mistyped or incomplete, or what stood here has moved.',
      toStart: 'Go to the start page',
      reference: 'If it happens again, tell the helpdesk this reference:',
    },
    /** What is wrong, above a form. */
    faults: {
      title: 'Something is not right yet',
    },
    home: {
      title: (p: { name: string }) => (p.name ? `Welcome, ${p.name}` : 'Welcome'),
      lead: 'You are in the Business Center. These are your roles and what they permit.',
      account: (p: { organization: string; number: string }) => `${p.organization}, purchasing account ${p.number}`,
      invitations: (p: { count: number }) =>
        p.count === 1
          ? 'Another invitation is waiting for you. Its link is in your mailbox.'
          : `${p.count} more invitations are waiting for you. Their links are in your mailbox.`,
    },
    /** *Manage access*: for those who are signed in, as far as their roles go. */
    access: {
      around: 'Business Center',
      tabs: {
        profile: 'My profile',
        access: 'Manage access',
        requests: 'Requests',
        domains: 'Domains',
        agreements: 'Agreements',
      },
      account: (p: { organization: string; number: string }) => `${p.organization}, purchasing account ${p.number}`,
      accounts: 'Purchasing accounts',
      usersTitle: 'Manage access',
      members: (p: { count: string }) => `Users (${p.count})`,
      invitations: (p: { count: string }) => `Invitations (${p.count})`,
      noInvitations: 'Nobody has been invited yet.',
      more: 'There are more; this page shows the first of them.',
      olderInvitations:
        'There are older ones; this page shows the newest. “Invite a user” leads to one that is still waiting if you type its address there.',
      name: 'Name',
      since: 'Since',
      sentOn: 'Last sent on',
      validUntil: 'Good until',
      opened: 'opened',
      undeliverable: 'Could not be delivered',
      invitationOf: (p: { name: string }) => `Invitation of ${p.name}`,
      seeInvitation: 'See this invitation',
      inviteAgain: 'Invite again',
      rolesGiven: 'The roles were given: they count from now on.',
      sendAgainHint:
        'Sending again makes a new link that is good for 60 days; the link in the earlier mail stops working.',
      invitedNext: 'The invitation is on its way. Who is next?',
      done: {
        invited: (p: { email: string }) => `The invitation is on its way to ${p.email}.`,
        sentAgain: (p: { email: string }) => `The invitation is on its way to ${p.email} again.`,
        corrected: (p: { email: string }) => `The invitation now goes to ${p.email}.`,
        revoked: (p: { email: string }) => `The invitation for ${p.email} is withdrawn.`,
      },
      problems: {
        personalAddress:
          'This is a personal address. An invitation needs a work account: the address at the organization.',
        alreadyIn: 'Whoever has this address is in already.',
        alreadyInvited: 'There is an open invitation to this address already.',
      },
      backToUsers: 'Users and invitations',
      requestsTitle: 'Requests waiting for you',
      ownRequestTitle: 'Your request',
      backToRequests: 'All requests',
      late: 'Somebody was faster: this is how it was decided. What you pressed had no effect.',
      decidedBefore: 'You had decided this already, as you see here. What you pressed now had no effect.',
      sentMeanwhile: (p: { email: string; when: string }) =>
        `This invitation was sent to ${p.email} meanwhile, on ${p.when}. What you pressed now had no effect.`,
      withdrawTitle: 'Withdraw the invitation',
      addDomain: 'Add a domain',
      noDomains: 'No domain has been added yet.',
      domainStates: {
        pending: 'waiting for the TXT record',
        verified: 'verified',
        failed: 'TXT record not found in time',
        takenByAnother: 'verified by another purchasing account',
      },
      txtRecord: 'TXT record',
      publishHint:
        'Publish this value as a TXT record at the domain itself (host @). Usher looks for it by itself for 72 hours.',
      publishHintFailed:
        'Publish this value as a TXT record at the domain itself (host @), then select “Check now”. Usher no longer looks for it by itself.',
      domainTaken:
        'Another purchasing account has verified this domain, so it cannot be verified here as well. Remove it here; if it should belong to this account, ask for a person in your chat with Usher.',
      domainUnanswered:
        'The domain’s name servers gave no usable answer, so it is not known whether the record is there. If this goes on, ask whoever manages the domain’s DNS.',
      lastChecked: 'Last looked',
      foundInstead: 'Found instead',
      domainFound: 'The record is there: the domain is verified.',
      domainNotFound: 'The record is not there yet. It can take a while until it is seen everywhere.',
      checkNow: 'Check now',
      remove: 'Remove',
      removeLead: (p: { domain: string }) =>
        `People with an address in ${p.domain} will no longer be able to use the online services through it.`,
      removeUnverifiedLead: (p: { domain: string }) =>
        `${p.domain} is not verified here, so nobody loses anything. Its TXT record will be of no use any more.`,
      removeYes: 'Yes, remove it',
      domainRemoved: 'The domain has been removed. You may delete its TXT record now.',
      agreementsTitle: 'Agreements and purchasing accounts',
      yourRoles: 'Your roles',
      notDoneTitle: 'That was not done',
      notShownTitle: 'This cannot be shown',
      back: 'Back',
      notYours: 'Your roles do not include this. In “My profile” you see what they permit and whom to ask for more.',
      toProfile: 'My profile',
    },
    noAccess: {
      title: 'You have no access yet',
      lead: (p: { email: string }) =>
        `You are signed in as ${p.email}, but this address has no role in any purchasing account, or no longer has one.`,
      invited: 'An invitation is waiting for you: press “Start now” in the mail. Look in the junk folder too.',
      expired: (p: { organization: string; when: string }) =>
        `Your invitation to the purchasing account of ${p.organization} was good until ${p.when}.`,
      sendAgain:
        'As the administrator whom the agreement designates you can have it sent again; you need the numbers of the agreement and of the purchasing account.',
      askAnew: (p: { who: string }) =>
        p.who
          ? `Ask ${p.who} for a new one, or have Usher in Teams ask the administrators for you.`
          : 'Ask the administrator of your organization for a new one, or have Usher in Teams ask for you.',
      next: 'Nobody gets in without an invitation. Ask the administrator of your organization, or ask Usher in Teams who that is.',
      partner:
        'As a partner you see no customer’s pages. Say “my customers” to Usher in Teams or by mail: there you have an invitation sent again or designate another administrator.',
    },
    signIn: {
      title: 'Sign in to the Business Center',
      email: 'Work account',
      emailHint: 'Your address at the organization, such as name@contoso.com',
      password: 'Password',
      go: 'Sign in',
      or: 'or',
      microsoft: 'Sign in with Microsoft',
      wrong: 'Address and password do not match, or there is no access for this address.',
      wrongHint: 'Check both. If you have not entered yet, you need an invitation first.',
      limited: (p: { when: string }) =>
        `There were too many attempts. Please try again from ${p.when}, or sign in with Microsoft if your organization offers it.`,
      toAccept:
        'There is a work account with your address already. Sign in with it, and you can accept the invitation.',
      noInvitation: 'Didn’t get the invitation? Click here.',
      kept: 'Your session had ended, so nothing was sent yet. Sign in again: what you had typed is still there.',
      signedOut: 'You are signed out.',
      microsoftFailedTitle: 'The sign-in with Microsoft did not work',
      microsoftFailed: 'It was broken off, took too long, or was refused. Please try again.',
      microsoftForeign:
        'Microsoft did not confirm an address of an organization that signs in this way, e.g. because you are a guest there. Use your password, or ask your administrator.',
      microsoftOther:
        'This address belongs to another person’s Microsoft account here. Ask your administrator, or our helpdesk.',
      again: 'Back to the sign-in',
    },
    password: {
      forgotTitle: 'Forgot your password?',
      forgotLead:
        'Type the address of your work account. A mail with a link goes there, with which you choose a new password.',
      microsoft: 'If you sign in with Microsoft, your password is kept there and not here.',
      ask: 'Send the link',
      askedTitle: 'Look in your mailbox',
      asked:
        'If there is a work account with a password for this address, a mail with a link is on its way. It can take a few minutes; look in the junk folder too.',
      askedNext: 'The link is good for one hour. If you asked before, only the newest one works.',
      resetTitle: 'Choose a new password',
      resetLead: 'After this you sign in with it. Wherever you are signed in now, you will be signed out.',
      newPassword: 'New password',
      set: 'Set the new password',
      isSet: 'Your new password is set. Sign in with it.',
      deadTitle: 'This link does not work any more',
      dead: 'It is good for one hour and for one use, and only the newest one works.',
      askAgain: 'Ask for a new link',
      changeTitle: 'Change password',
      changeLead: 'You stay signed in here. Wherever else you are signed in, you will be signed out.',
      current: 'Current password',
      currentProblems: {
        missing: 'Type the password that you sign in with.',
        wrong: 'This is not your current password.',
      },
      changed: 'Your password was changed.',
      limited: (p: { when: string }) => `There were too many attempts. Please try again from ${p.when}.`,
      noPassword: 'You sign in with Microsoft. There is no password here that could be changed.',
    },
    resend: {
      title: 'Didn’t get the invitation?',
      lead: 'The purchasing account administrator’s invitation can be sent again, to the address that the agreement names, and only there.',
      notAdministrator:
        'If you are not the purchasing account administrator, your invitation comes from that person or another administrator of your organization. Ask one of them.',
      administratorEmail: 'Address of the purchasing account administrator',
      numberHint: 'Ten digits; both numbers stand on the agreement',
      send: 'Send',
      doneTitle: 'Thank you',
      done: 'If all three match, the invitation is on its way to the administrator’s address. It can take a few minutes; look in the junk folder too.',
      doneNext:
        'If nothing arrives, ask your Microsoft partner, who can send it again and change who the administrator is.',
    },
    invitation: {
      title: 'Create a work account',
      lead: (p: { organization: string }) =>
        `You are invited to the Business Center of ${fullStop(p.organization)} Check your name and address, and choose a password: then you are in.`,
      leadSignedIn: (p: { organization: string; email: string }) =>
        `You are invited to the Business Center of ${fullStop(p.organization)} You are signed in as ${p.email}: accept, and you are in.`,
      acceptTitle: 'Accept the invitation',
      detailsTitle: 'What you are invited to',
      invitedBy: 'Invited by',
      validUntil: 'Good until',
      /** `who` invited; nobody when the invitation comes from the agreement itself. */
      emailHint: (p: { who?: string }) =>
        `With this address you will sign in; the invitation is for it alone. If it is wrong, ask ${p.who ?? 'your Microsoft partner'} to correct it: the invitation then comes to the right one.`,
      password: 'Create password',
      passwordRules: [
        'At least 12 characters; a few words in a row are easy to remember.',
        'Any characters, blanks too. None of the passwords that many people use, and not your name, address or organization.',
        'A new one: not that of your mailbox.',
      ],
      confirmation: 'Confirm password',
      start: 'Start',
      accept: 'Accept',
      otherAccount: (p: { email: string; signedInAs: string }) =>
        `This invitation is for ${p.email}, and you are signed in as ${p.signedInAs}. If it is for you, sign out first.`,
      signOutAndOpen: 'Sign out and open the invitation',
      personal:
        'This invitation went to a personal address, and a personal address cannot accept: a work account is needed, the address at the organization. Ask whoever invited you to correct it.',
      signInInstead: 'Go to the sign-in',
      askAgain: 'Ask for the invitation again',
      outOfDate:
        'The page was open too long, or somebody has signed in or out since. Nothing was done yet: please do it once more.',
      toHome: 'Go to the home page',
      yours: 'You accepted it and are signed in.',
      titles: {
        expired: 'This invitation has expired',
        revoked: 'This invitation was withdrawn',
        used: 'This invitation was used already',
        declined: 'This invitation was declined',
        unknown: 'This link leads nowhere',
        personal: 'A work account is needed',
        other: 'This invitation is for somebody else',
      },
      reasons: {
        expired: 'An invitation is good for 60 days from its last sending.',
        revoked: 'Whoever invited you has withdrawn the invitation.',
        used: 'A link works once. If it was you, sign in.',
        declined: 'It was answered with a no, and is over.',
        unknown:
          'It may be incomplete, or a newer invitation has taken its place: when one is sent again, only the newest link works.',
      },
      next: {
        administrator:
          'You are the purchasing account administrator: the invitation can be sent to you again right here, or by your Microsoft partner.',
        user: (p: { who: string }) =>
          `Ask ${p.who} to send it again, or write to Usher in Teams: “I need my invitation again”.`,
        anew: (p: { who: string }) =>
          `It cannot be sent again, but you can be invited anew. Ask ${p.who} for a new invitation, or write to Usher, in Teams or in reply to its mail: “I need access to the Business Center”. Usher tells you who can invite you, and passes your request on.`,
        anewWithoutInviter:
          'It cannot be sent again. Somebody else may be the administrator now: write to Usher, in Teams or in reply to its mail: “I need access to the Business Center”. Usher tells you who can invite you, and passes your request on. Your Microsoft partner can help as well.',
        newest: 'Look in your mailbox first: the link that works is in the newest mail from Usher.',
        invitedTitle: 'Somebody in your organization invited you',
        invited:
          'Ask whoever invited you to send the invitation again, or write to Usher, in Teams or in reply to its mail: “I need my invitation again”.',
        administratorTitle: 'You are the purchasing account administrator',
        byNumbers:
          'With the two numbers on your agreement you can have your invitation sent to you again. Your Microsoft partner can send it again as well.',
      },
    },
    passwordProblems: {
      missing: 'Choose a password.',
      tooShort: 'Take at least 12 characters.',
      tooLong: 'Take at most 256 characters.',
      common: 'This is too easy to guess: many people use it, or it repeats itself or counts up.',
      personal: 'This is too easy to guess: it is made of your name, your address or your organization.',
      different: 'The two passwords are not the same. Type both again.',
      current: 'This is your current password. Choose another one.',
    },
  },

  /** What people say to be polite, and what Usher says back. Whole messages; case and accents do not count. */
  smallTalk: {
    /** Of a mail whose subject says it all. */
    seeSubject: [
      'see subject',
      'see the subject',
      'as per subject',
      'subject says it all',
      'as in the subject',
      'please see the subject',
    ],
    greetings: [
      'hi',
      'hi there',
      'hello',
      'hello there',
      'hey',
      'hey there',
      'hiya',
      'good morning',
      'good afternoon',
      'good evening',
      'good day',
      'who are you',
      'what are you',
      'are you a bot',
      'are you a robot',
      'are you a person',
      'are you a machine',
      'are you human',
      'are you real',
      'morning',
      'hi how are you',
      'hello how are you',
      'how are you',
      'greetings',
    ],
    thanks: [
      'thanks',
      'thank you',
      'thank you very much',
      'thanks a lot',
      'many thanks',
      'thx',
      'tks',
      'ty',
      'ta',
      'ok thx',
      'you are the best',
      'you are great',
      'cheers',
      'great thanks',
      'ok thanks',
      'ok thank you',
      'perfect thanks',
      'perfect thank you',
      'great thank you',
      'thanks bye',
      'bye',
      'goodbye',
    ],
    welcome: 'You are welcome. Write to me whenever you need me.',
  },
};

/** What each language file provides. */
export type Texts = typeof en;
