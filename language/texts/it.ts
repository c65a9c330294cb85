import type { Texts } from './en.ts';
import { fullStop } from './fullStop.ts';

/** Tutto ciò che Usher dice in italiano. I termini sono quelli della guida italiana. */
export const it: Texts = {
  languageName: 'Italiano',

  bot: {
    fault: ({ reference }) =>
      `Da parte mia qualcosa non ha funzionato. Riprova; se succede di nuovo, comunica all’assistenza questo riferimento: **${reference}**`,
    unknownPerson:
      'Non riesco a vedere chi sei: Teams non mi mostra un indirizzo aziendale che sia sicuramente tuo. Se qui sei ospite, scrivimi dal Teams della tua organizzazione; altrimenti accedi con il tuo account aziendale oppure rivolgiti all’amministratore di Teams.',
    continuePersonally: 'Qui possono leggere anche altre persone. Apri una chat personale con me e ti aiuto lì.',
    continuedPersonally: 'Ti ho scritto nella nostra chat personale.',
  },

  roles: {
    accountAdministrator: 'Amministratore account',
    agreementAdministrator: 'Amministratore contratti',
    userAdministrator: 'Amministratore utenti',
    accountManager: 'Gestione account',
    reportViewer: 'Visualizzatore report',
    accountViewer: 'Visualizzatore account',
  },

  permissions: {
    everything: 'gestire tutte le attività nel Business Center',
    viewAgreements: 'visualizzare i contratti',
    changeAgreements: 'modificare i contratti attivi',
    inviteUsers: 'invitare persone',
    manageUsers: 'gestire gli utenti',
    manageProvisioning: 'gestire il provisioning self-service',
    downloadSoftware: 'scaricare software',
    viewKeys: 'visualizzare i codici',
    viewOrders: 'visualizzare gli ordini',
    viewLicenceDetails: 'visualizzare i dettagli delle licenze',
    viewReports: 'visualizzare i report',
    addDomains: 'aggiungere domini',
  },

  invitationStates: {
    pending: 'in attesa di essere accettato',
    accepted: 'accettato',
    declined: 'rifiutato',
    expired: 'scaduto',
    revoked: 'ritirato',
    undeliverable: 'non recapitabile',
  },

  walks: {
    findAdministrator: 'Trova il mio amministratore',
    resendInvitation: 'Fai inviare di nuovo un invito',
    inviteUser: 'Invita un utente',
    checkRole: 'Verifica il mio ruolo',
    addDomain: 'Domini',
    onlineServices: 'Posso usare i servizi online?',
    partner: 'I miei clienti',
    help: 'Aiuto',
    person: 'Parla con una persona',
    changeLanguage: 'Cambia lingua',
    decideRequest: 'Richieste in attesa di te',
  },

  buttons: {
    cancel: 'Annulla',
    send: 'Invia',
    back: 'Indietro',
    startAgain: 'Ricomincia',
  },

  fields: {
    email: 'Indirizzo di posta elettronica',
    firstName: 'Nome',
    lastName: 'Cognome',
    language: 'Lingua preferita',
    country: 'Paese/area geografica',
    roles: 'Ruoli',
    agreementNumber: 'Numero di contratto',
    accountNumber: 'Numero dell’account acquisti',
    account: 'Account acquisti',
    organization: 'Organizzazione',
    message: 'Messaggio',
    reason: 'Motivo',
    domain: 'Dominio',
    state: 'Stato',
    optional: ({ label }) => `${label} (facoltativo)`,
    required: ({ label }) => `${label}: campo obbligatorio`,
  },

  problems: {
    missing: 'Questo campo è obbligatorio.',
    tooLong: 'Il testo è troppo lungo.',
    badAddress: 'Non è un indirizzo di posta elettronica completo, come nome@contoso.com.',
    noAddress: 'In questa riga non c’è un indirizzo e-mail. Scrivi prima l’indirizzo, poi nome e cognome.',
    severalAddresses: 'In questa riga c’è più di un indirizzo e-mail. Scrivi ogni persona su una riga a sé.',
    badNumber: 'Il numero ha dieci cifre, come 4100012345 o 0005012345.',
    numberTwice: 'Questo numero compare due volte nel file.',
    numberElsewhere: 'Questo numero appartiene già a un altro contratto.',
    personalAddress: 'È un indirizzo personale; serve un indirizzo aziendale.',
    unknownTimeZone: 'Questo fuso orario non esiste; un esempio è Europe/Rome.',
    unknownLanguage: 'Non conosco questa lingua.',
    unknownCountry: 'Non conosco questo paese o quest’area geografica.',
    unknownRole: 'Questo ruolo non esiste.',
    badDomain: 'Non è un nome di dominio, come contoso.com.',
    badCharacters: 'Contiene caratteri o un indirizzo Web che qui non sono ammessi.',
  },

  refusals: {
    mayNotInvite:
      'Il tuo ruolo non consente di invitare persone. Possono farlo Amministratore account, Amministratore contratti e Amministratore utenti.',
    mayNotAddDomain:
      'Il tuo ruolo non comprende i domini. Possono aggiungerli Amministratore account e Gestione account.',
    mayNotDecide: 'Non sei tra le persone che possono decidere.',
    notPartner:
      'Questa funzione è riservata ai partner Microsoft e il tuo indirizzo non appartiene a un partner che conosco.',
    rolesNotAssignable: ({ roles, assignable }) =>
      assignable ? `Non puoi assegnare ${roles}. Puoi assegnare ${assignable}.` : `Non puoi assegnare ${roles}.`,
    personalAddress:
      'È un indirizzo personale. Per un invito serve un account aziendale: l’indirizzo assegnato dall’organizzazione.',
    outsideDomain: ({ domain, verified }) =>
      `${domain} non è tra i domini dell’organizzazione (${verified}). L’indirizzo è proprio quello giusto?`,
    alreadyIn: ({ roles }) => `Questa persona ha già accesso: ${roles}.`,
    alreadyInvited: ({ when }) => `Questa persona è già stata invitata; l’ultimo messaggio è partito il ${when}.`,
    alreadyInvitedUndeliverable: ({ when }) =>
      `Questa persona è già stata invitata, ma il messaggio del ${when} non è stato recapitato.`,
    alreadyAsked: ({ when }) => `L’hai già chiesto il ${when}. Gli amministratori non hanno ancora risposto.`,
    alreadyHasRoles: ({ roles }) => `Non c’è nulla da aggiungere: ${roles} è già assegnato.`,
    nobodyCanDecide:
      'Nella tua organizzazione non c’è ancora nessuno che possa rispondere: l’amministratore non è ancora entrato. Il partner Microsoft può inviare di nuovo il suo invito; può aiutarti anche una persona del nostro supporto.',
    alreadyDecided: ({ approved, by, when, roles }) =>
      approved
        ? `${by} ha approvato la richiesta il ${when}: ${roles}.`
        : `${by} ha rifiutato la richiesta il ${when}.`,
    alreadyWithdrawn: ({ by, when }) => `${by} ha ritirato la richiesta il ${when}.`,
    notFound: 'Non lo trovo, oppure non spetta a te modificarlo.',
    noLongerPending: ({ state }) => `L’invito non è più aperto: ${state}.`,
    limited: ({ when }) => `Per ora basta così. Riprova a partire dal ${when}.`,
    publicSuffix: 'Non è il dominio di una sola organizzazione: chiunque può registrare nomi sotto di esso.',
    personalMailProvider: 'Il dominio appartiene a un fornitore di posta personale.',
    takenByAnother: 'Il dominio è già verificato per un altro account acquisti.',
    alreadyAdded: 'Il dominio è già stato aggiunto.',
    sameAdministrator: 'Questa persona è già l’amministratore designato.',
    tooMany: ({ most }) => `Sono troppi per una volta sola: al massimo ${most}.`,
    duplicateLine: ({ of }) =>
      `Lo stesso indirizzo della riga ${of}, che vale. Se la persona deve avere altri ruoli, scrivili lì.`,
    nothingToDo: 'Non c’è nulla da fare.',
    invalid: 'Nel modulo c’è ancora qualcosa da correggere.',
  },

  conversation: {
    greeting: ({ name }) =>
      `Ciao${name ? ` ${name}` : ''}, sono Usher. Ti accompagno nel Business Center: chi può invitarti, dov’è il tuo invito e che cosa puoi fare dopo l’accesso.`,
    menuTitle: 'Come posso aiutarti?',
    menuHint: 'Premi un pulsante oppure scrivilo con parole tue.',
    didYouMean: 'Non ho capito bene. Intendevi una di queste cose?',
    notUnderstood: 'Non ho capito. Ecco che cosa posso fare:',
    nothingToCancel: 'Non c’è nulla da annullare. Come posso aiutarti?',
    startedOver: 'Ricominciamo da capo. Come posso aiutarti?',
    cancelled: ({ walk }) => `Annullato: ${walk}.`,
    backTo: ({ walk }) => `Torniamo a: ${walk}.`,
    stillAt: ({ walk }) => `Siamo ancora a: ${walk}. Scrivi “annulla” per uscirne.`,
    outOfDate: 'Questa scheda non è più valida; non è stato fatto nulla.',
    alreadyDone: ({ what }) => `È già stato fatto e non viene ripetuto. ${what}`,
    stepDone: 'Questo passaggio è già stato fatto. Ecco dove siamo:',
    strangeCard: 'Non ho ricevuto ciò che quella scheda dovrebbe inviare, quindi non è stato fatto nulla.',
    unreadableFile: {
      tooLarge: ({ name }) => `${name} è troppo grande. Invia un file CSV di al massimo 1 MB.`,
      notText: ({ name }) => `Non riesco a leggere ${name}. Invia un file CSV o di testo.`,
      unreachable: ({ name }) => `Non sono riuscito a scaricare ${name}. Invialo di nuovo oppure incolla le righe.`,
    },
  },

  findAdministrator: {
    title: 'Il tuo Amministratore account acquisti',
    accountTitle: ({ organization, number }) => `${organization}, account acquisti ${number}`,
    administrator: 'Amministratore account acquisti',
    administratorState: 'L’amministratore',
    administratorStates: {
      in: 'ha accesso al Business Center e può invitarti',
      invited: 'è stato invitato, ma non è ancora entrato',
      expired: 'ha lasciato scadere l’invito e non è entrato',
      undeliverable: 'non è raggiungibile per posta: l’invito è tornato indietro',
      notInvited: 'non ha un invito aperto e non è entrato',
    },
    otherInviters: 'Possono invitarti anche',
    partner: 'Partner Microsoft',
    signedBy: 'Ha firmato il contratto',
    administratorIs: ({ name, email, organization }) =>
      `L’Amministratore account acquisti di ${organization} è ${name} (${email}).`,
    youAreIn: ({ organization, roles }) => `Hai già accesso per ${organization}: ${roles}.`,
    invitationWaiting: ({ email }) => `C’è un invito che ti aspetta all’indirizzo ${email}.`,
    invitationNotOpened: ({ sent, expires }) =>
      `È stato inviato il ${sent}, non è ancora stato aperto ed è valido fino al ${expires}. Controlla anche la posta indesiderata.`,
    invitationOpened: ({ sent, expires }) =>
      `È stato inviato il ${sent}, è stato aperto ed è valido fino al ${expires}. Per entrare premi “Inizia ora” nel messaggio.`,
    invitationBounced: ({ sent }) =>
      `Il messaggio del ${sent} non è stato recapitato. Chiedi all’amministratore di correggere l’indirizzo.`,
    invitationExpired: ({ expired }) => `Il tuo invito è scaduto il ${expired}. Chiedine uno nuovo.`,
    requestWaiting: ({ when }) => `Hai chiesto un invito il ${when}; la risposta è ancora in sospeso.`,
    moreAccounts: ({ count }) => `Ci sono altri ${count} account acquisti. Scrivi il numero di quello che ti serve.`,
    ask: 'Chiedi un invito',
    askFor: ({ number }) => `Chiedi un invito per ${number}`,
    askLead: ({ organization }) =>
      `Lo chiederò a chi può invitare persone in ${fullStop(organization)} Riceveranno il tuo nome, il tuo indirizzo e questo messaggio; appena uno di loro risponde te lo dirò.`,
    askPlaceholder: 'Ad esempio, per che cosa ti serve il Business Center',
    askSend: 'Chiedi un invito',
    askedTitle: 'La tua richiesta è partita',
    asked: ({ who }) => `Ho chiesto un invito a ${who}.`,
    askedNext: 'Ti avviserò qui appena c’è una risposta. Se è positiva, l’invito arriva per posta elettronica.',
    adviceLead: 'Dal tuo indirizzo non posso dire chi è il tuo amministratore. Ecco come scoprirlo:',
    advice: [
      'Chiedi alla persona che ha firmato il Contratto per i Prodotti e i Servizi Microsoft (MPSA) nella tua organizzazione.',
      'Chiedi al partner Microsoft: sa chi è stato nominato Amministratore account acquisti.',
      'Controlla la posta indesiderata: un invito potrebbe essere già arrivato ed essere stato bloccato da un filtro.',
      'Usa il tuo account aziendale, non un indirizzo personale.',
    ],
    haveNumbers: 'Conosco i numeri',
    numbersLead: 'Con i numeri che trovi nel contratto posso cercare di nuovo.',
    search: 'Cerca',
  },

  resendInvitation: {
    title: 'Secondo invio dell’invito',
    lead: 'Mi servono tre dati che si trovano nel contratto. L’invito viene inviato solo all’amministratore designato, e solo se tutti e tre corrispondono.',
    hint: 'Inserisci l’indirizzo dell’Amministratore account acquisti, non il tuo se si tratta di un’altra persona.',
    administratorEmail: 'Indirizzo dell’Amministratore account acquisti',
    send: 'Invia di nuovo l’invito',
    anyway: 'Invia di nuovo l’invito dell’amministratore',
    youAreIn: ({ where }) => `Hai già accesso: ${where}. Non ti serve alcun invito.`,
    sentTitle: 'L’invito è partito',
    sent: ({ who, email }) => `Ho inviato di nuovo l’invito a ${who} (${email}).`,
    sentNext: ({ expires }) =>
      `Il link è valido fino al ${expires}; i link precedenti non funzionano più. Se il messaggio non arriva, controlla la posta indesiderata.`,
    administratorIsIn: ({ name, email }) =>
      `${name} (${email}) ha già accesso al Business Center, quindi non c’è un invito da inviare. Può invitarti direttamente.`,
    notDesignated: 'Non è l’indirizzo dell’amministratore designato di questo account acquisti.',
    uniformTitle: 'Grazie',
    uniform: 'Se i tre dati corrispondono al contratto, l’invito è ora in viaggio verso l’amministratore designato.',
    uniformNext:
      'Il messaggio può impiegare qualche minuto; controlla anche la posta indesiderata. Se non arriva nulla, rivolgiti a chi ha firmato il contratto o al partner Microsoft.',
  },

  checkRole: {
    title: 'I tuoi ruoli',
    summary: ({ roles, organization }) => `Per ${organization} il tuo ruolo è: ${roles}.`,
    role: 'Ruolo',
    permits: 'Puoi',
    since: 'Dal',
    givenBy: 'Assegnato da',
    askWhom: 'Per avere di più, chiedi a',
    requestWaiting: ({ when }) => `Hai chiesto un altro ruolo il ${when}; la risposta è ancora in sospeso.`,
    moreAccounts: ({ count }) => `… e altri ${count} account acquisti.`,
    notIn:
      'Non hai ancora un ruolo: non hai accesso al Business Center. Deve invitarti qualcuno della tua organizzazione.',
    onlyInvited:
      'Non hai ancora un ruolo, ma c’è un invito che ti aspetta: premi “Inizia ora” in quel messaggio. Controlla anche la posta indesiderata.',
    askForAnother: 'Chiedi un altro ruolo',
    nothingToAsk: 'I tuoi ruoli comprendono già tutto ciò che si può chiedere.',
    askLead: 'Quale ruolo ti serve? La richiesta arriva agli amministratori dell’account, che decidono.',
    askPlaceholder: 'Ad esempio, per che cosa ti serve',
    askSend: 'Invia la richiesta',
    askedTitle: 'La tua richiesta è partita',
    asked: ({ who }) => `L’ho chiesto a ${who}.`,
    askedNext: 'Ti avviserò qui appena c’è una risposta.',
  },

  person: {
    title: 'Ti aiuterà una persona',
    queued: 'Ho avvisato il nostro supporto; qualcuno ti risponderà qui.',
    meanwhile: 'Nel frattempo sono ancora qui: scrivi pure.',
  },

  operator: {
    joined: (p) => `${p.name} del nostro supporto è qui`,
    joinedLine: 'Da adesso ti risponde una persona. I pulsanti delle schede continuano a funzionare.',
    joinedMailLine: 'Da adesso ti risponde una persona. Basta rispondere a questo messaggio.',
    from: (p) => `${p.name}, supporto`,
    subject: 'Una risposta dal nostro supporto',
    left: (p) => `${p.name} ha lasciato la conversazione`,
    leftLine: 'Sono di nuovo qui. Scrivimi come al solito; se vuoi parlare con una persona, dimmelo.',
    done: (p) => `${p.name} ha concluso`,
    doneLine:
      'Se è rimasto qualcosa in sospeso, scrivi pure: sono di nuovo qui, e se chiedi di una persona ne avviso un’altra volta una.',
  },

  personWanted: {
    title: 'Qualcuno aspetta una persona',
    line: { teams: (p) => `${p.who} aspetta in Teams.`, mail: (p) => `${p.who} aspetta una risposta per posta.` },
    unknown: 'Qualcuno che Usher non conosce',
    open: 'Apri la conversazione',
  },

  changeLanguage: {
    title: 'Quale lingua preferisci?',
    notSpoken: 'Questa lingua non la parlo ancora. Parlo queste:',
    done: 'D’ora in poi parlo italiano con te.',
  },

  accessRequest: {
    title: { invitation: 'Qualcuno chiede un invito', role: 'Qualcuno chiede un altro ruolo' },
    lead: {
      invitation: ({ who, organization }) => `${who} chiede un invito al Business Center di ${fullStop(organization)}`,
      role: ({ who, organization }) => `${who} chiede un altro ruolo per ${fullStop(organization)}`,
    },
    from: 'Da',
    rolesAskedFor: 'Ruoli richiesti',
    askedOn: 'Richiesta del',
    rolesToGive: 'Ruoli da assegnare',
    chooseRole: 'Scegli almeno un ruolo.',
    reasonLabel: 'Messaggio per la persona',
    approve: 'Approva',
    deny: 'Rifiuta',
    approved: ({ by, when, where, roles }) => `Approvata da ${by} il ${when} ${where}: ${roles}.`,
    denied: ({ by, when, where, reason }) => `Rifiutata da ${by} il ${when} ${where}${reason ? `: “${reason}”` : '.'}`,
    withdrawn: 'La richiesta è stata ritirata.',
    where: {
      teams: 'in Teams',
      mail: 'per posta elettronica',
      web: 'nel sito',
      helpdesk: 'dall’assistenza',
      commandLine: 'da un operatore',
      usher: 'automaticamente',
    },
    askWords: [
      'richieste',
      'richieste aperte',
      'richieste in attesa',
      'richieste in sospeso',
      'mostra le richieste',
      'mostrami le richieste',
      'chi aspetta',
      'approva',
      'approvo',
      'approva la richiesta',
      'rifiuta',
    ],
    noneWaiting: 'Nessuna richiesta ti aspetta.',
    moreWaiting: ({ count }) => `Ne aspettano altre ${count}. Decidi prima queste, poi chiedimelo di nuovo.`,
  },

  invitationNews: {
    title: {
      accepted: 'Invito accettato',
      declined: 'Invito rifiutato',
      notMe: 'L’invito è arrivato alla persona sbagliata',
      expired: 'Invito scaduto',
      undeliverable: 'L’invito non è stato recapitato',
    },
    line: {
      accepted: ({ name, email, organization, roles }) =>
        `${name} (${email}) ha accettato l’invito per ${organization} e ora può accedere: ${roles}.`,
      declined: ({ name, email, organization, roles }) =>
        `${name} (${email}) non ha accettato l’invito per ${organization} (${roles}).`,
      notMe: ({ name, email, organization, roles }) =>
        `${name} (${email}) dice che l’invito per ${organization} (${roles}) è destinato a un’altra persona.`,
      expired: ({ name, email, organization, roles }) =>
        `L’invito di ${name} (${email}) per ${organization} (${roles}) è scaduto senza essere stato accettato.`,
      undeliverable: ({ name, email, organization, roles }) =>
        `L’invito di ${name} per ${organization} (${roles}) non è arrivato a ${email}.`,
    },
    reason: ({ reason }) => `Motivo indicato: “${reason}”`,
    instead: ({ who }) => `Al suo posto viene indicato: ${who}.`,
    next: {
      accepted: 'Non c’è altro da fare.',
      declined: 'Il link non funziona più. Puoi invitare un’altra persona.',
      notMe: 'Il link non funziona più. Puoi invitare la persona giusta.',
      expired: 'Puoi inviarlo di nuovo: il nuovo link vale altri 60 giorni.',
      undeliverable: 'Controlla l’indirizzo, correggilo oppure invia di nuovo l’invito.',
    },
    partnerNext: 'In “I miei clienti” puoi inviare di nuovo l’invito o designare un altro amministratore.',
    open: 'Vedi l’invito',
    alreadyDone: ({ email }) => `Nel frattempo è cambiato qualcosa nell’invito di ${email}.`,
  },

  requestUnanswered: {
    title: 'Ancora nessuna risposta',
    line: {
      invitation: ({ organization, who }) =>
        `La tua richiesta di un invito per ${organization} è ancora aperta. L’ho ricordata due volte a ${who}.`,
      role: ({ organization, who }) =>
        `La tua richiesta di un altro ruolo per ${organization} è ancora aperta. L’ho ricordata due volte a ${who}.`,
    },
    nobody: {
      invitation: ({ organization }) =>
        `La tua richiesta di un invito per ${organization} è ancora aperta e al momento non c’è nessuno che possa rispondere.`,
      role: ({ organization }) =>
        `La tua richiesta di un altro ruolo per ${organization} è ancora aperta e al momento non c’è nessuno che possa rispondere.`,
    },
    askDirectly: ({ who }) => `Puoi parlarne direttamente con loro: ${who}.`,
    askPartner: ({ partner }) => `Anche ${partner}, il partner Microsoft della tua organizzazione, può aiutarti.`,
    askPerson: 'Oppure affida la richiesta a una persona dell’assistenza: rispondi “vorrei parlare con una persona”.',
  },

  mail: {
    senderName: 'Usher, Business Center',
    greeting: (p) => `Gentile ${p.name},`,
    greetingWithoutName: 'Salve,',
    signature: 'Usher, l’assistente per l’accesso al Business Center',
    replyAbove: 'Rispondi sopra questa riga',
    automatic:
      'Questo messaggio è stato inviato automaticamente, ma puoi rispondere: Usher legge ciò che scrivi, qui e in Microsoft Teams.',
    linkFallback: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
    organization: 'Organizzazione',
    accountNumber: 'Account acquisti',
    person: 'Persona',
    email: 'Indirizzo e-mail',
    roles: (p) => (p.count === 1 ? 'Ruolo' : 'Ruoli'),
    rolesAskedFor: (p) => (p.count === 1 ? 'Ruolo richiesto' : 'Ruoli richiesti'),
    rolesOpen: 'a tua scelta',
    permits: (p) => `Permette di ${p.permissions}.`,
    messageFrom: (p) => `Messaggio di ${p.name}`,
    reasonFrom: (p) => `Motivo indicato da ${p.name}`,

    invitation: {
      subject: (p) => `Invito al Business Center: ${p.organization}`,
      preheader: (p) => `Seleziona “Inizia ora” per configurare il tuo account aziendale entro il ${p.date}.`,
      heading: 'Ti diamo il benvenuto nel Business Center',
      invitedBy: (p) => `Per conto di ${p.organization}, ${p.name} (${p.email}) ti invita a usare il Business Center.`,
      designated: (p) =>
        `Nel Contratto per i Prodotti e i Servizi Microsoft (MPSA) di ${p.organization} sei la persona designata come Amministratore account acquisti: accedi per prima al Business Center e inviti poi le altre.`,
      about:
        'Il Business Center è il sito sicuro in cui le organizzazioni che hanno sottoscritto un contratto MPSA gestiscono le proprie multilicenze: visualizzare contratti e ordini, scaricare software, gestire gli utenti e molto altro ancora, in base al ruolo di ciascuno.',
      yourRoles: (p) => (p.count === 1 ? 'Il tuo ruolo' : 'I tuoi ruoli'),
      toStart:
        'Seleziona il pulsante per configurare il tuo account aziendale: ti servirà soltanto una nuova password.',
      startNow: 'Inizia ora',
      subjectReminder: (p) =>
        p.days === 1
          ? `Il tuo invito scade domani: ${p.organization}`
          : `Il tuo invito scade tra ${p.days} giorni: ${p.organization}`,
      headingReminder: 'Il tuo invito ti aspetta ancora',
      reminder: (p) =>
        `Non hai ancora accettato questo invito. Il link è valido fino al ${p.date}; dopo dovrai chiederne un altro. Se non ti interessa, rispondi “non accetto”.`,
      validity: (p) =>
        `Il link è valido ${p.days} giorni, fino al ${p.date}, e funziona una sola volta. È destinato solo a te: non inoltrare questo messaggio.`,
      workAccount: (p) =>
        `Accedi con il tuo account aziendale, ${p.email}. Un account Microsoft personale, come quello di Outlook.com o Xbox, qui non funziona.`,
      junk: (p) =>
        `Questo messaggio era nella posta indesiderata? Aggiungi ${p.mailbox} ai mittenti attendibili, per non perdere i prossimi.`,
      unexpected: 'Se non aspettavi questo invito, non occorre fare nulla: senza di te non dà accesso a nessuno.',
      unexpectedAsk: (p) => `Per qualsiasi domanda rivolgiti a ${p.name} (${p.email}).`,
    },

    accessRequested: {
      subjectInvitation: (p) => `${p.name} chiede un invito al Business Center`,
      subjectRole: (p) => `${p.name} chiede un altro ruolo nel Business Center`,
      preheader: (p) => `${p.organization}: rispondi a questo messaggio oppure in Microsoft Teams.`,
      headingInvitation: 'Una persona chiede un invito',
      headingRole: 'Una persona chiede un altro ruolo',
      askedInvitation: (p) =>
        `${p.name} vorrebbe usare il Business Center per ${p.organization} e chiede un invito agli amministratori.`,
      askedRole: (p) =>
        `${p.name} usa già il Business Center per ${p.organization} e chiede un altro ruolo agli amministratori.`,
      answer:
        'Basta rispondere a questo messaggio: “approvo”, “sì, come Visualizzatore report” oppure “no”, con una parola per la persona. Puoi rispondere anche nella chat con Usher in Microsoft Teams, o nella pagina a cui porta il pulsante. Vale la prima risposta di un amministratore.',
      nameRole: 'Non è stato chiesto un ruolo preciso: indica nella risposta quale assegnare.',
      open: 'Apri la richiesta',
      reply: (p) => `Re: ${p.subject}`,
      headingReminder: 'Una persona aspetta la tua risposta',
      reminder: 'Nessuno ha ancora risposto a questa richiesta.',
      care: 'Approva la richiesta solo se conosci questa persona e l’indirizzo è corretto.',
    },

    accessRequestClosed: {
      heading: 'La richiesta è chiusa',
      preheader: 'Non devi fare altro.',
      approved: (p) => `${p.by} l’ha approvata ${p.where}: ${p.roles}.`,
      denied: (p) => `${p.by} l’ha rifiutata ${p.where}.`,
      withdrawn: (p) => `${p.by} ha ritirato la richiesta.`,
      nothingMore: 'Non devi fare altro: una risposta data adesso non cambia nulla.',
    },

    answer: {
      heading: 'La risposta di Usher',
      youWrote: 'Hai scritto',
      approvedHeading: 'Richiesta approvata',
      approved: {
        invitation: ({ name, roles }) =>
          `Hai approvato la richiesta di ${name}, con: ${roles}. L’invito parte adesso; ${name} e gli altri amministratori ricevono un avviso.`,
        role: ({ name, roles }) =>
          `Hai approvato la richiesta di ${name}: ${roles}. Vale da subito; ${name} e gli altri amministratori ricevono un avviso.`,
      },
      deniedHeading: 'Richiesta rifiutata',
      denied: ({ name }) =>
        `Hai rifiutato la richiesta di ${name}, che riceve un avviso come gli altri amministratori.`,
      passedOn: ({ name }) => `Riferito a ${name}`,
      settledHeading: 'Già deciso',
      nothingDoneHeading: 'Non è stato fatto nulla',
      unclearHeading: 'Non ho capito che cosa hai deciso',
      unclear: ({ name }) =>
        `Dalla tua risposta non ho capito se approvi la richiesta di ${name}, perciò non ho fatto nulla.`,
      howToDecide:
        'Rispondi “approvo”, “approvo, come Visualizzatore report” oppure “no”, con una parola per la persona se vuoi. La stessa richiesta ti aspetta nella chat con Usher in Microsoft Teams.',
      whichRole:
        'Quale ruolo vuoi assegnare? La richiesta non ne indica uno, perciò non ho ancora fatto nulla. Rispondi per esempio “approvo, come Visualizzatore report”.',
      askedOfAnother:
        'Questa domanda era rivolta a un’altra persona, perciò la tua risposta non decide nulla. Se puoi decidere anche tu, hai ricevuto un messaggio tuo, e la richiesta ti aspetta nella chat con Usher in Microsoft Teams.',
      declinedHeading: 'Invito rifiutato',
      declined: ({ organization }) =>
        `Non hai accettato l’invito al Business Center di ${organization}. Chi ti ha invitato riceve un avviso.`,
      notMe: ({ organization }) =>
        `Grazie per avermelo detto. L’invito al Business Center di ${organization} non è più valido e chi ti ha invitato riceve un avviso.`,
      declinedNext: 'Il link del messaggio precedente non funziona più. Se è stato un errore, chiedi un altro invito.',
      renewHeading: 'Il tuo invito',
      renewed: ({ organization, date }) =>
        `L’invito al Business Center di ${organization} è di nuovo in viaggio verso di te, con un nuovo link valido fino al ${date}. I link precedenti non funzionano più.`,
      renewAsked: ({ who, organization }) =>
        `Il tuo invito al Business Center di ${organization} è scaduto. Ne ho chiesto un altro a ${who}; ti scrivo appena c’è una risposta.`,
      acknowledgedHeading: 'Grazie del tuo messaggio',
      acknowledged: 'Una persona dell’assistenza lo leggerà e ti risponderà qui.',
      delayedHeading: 'I tuoi messaggi aspettano un po’',
      delayed: ({ when }) =>
        `In un’ora hai scritto più messaggi di quanti io possa trattare. Non si perde nulla e non serve riscrivere: riprendo dopo il ${when} e rispondo a ciascuno.`,
      whatICanDo:
        'Se si tratta di una di queste cose puoi anche scriverla direttamente a me: chi è il mio amministratore, inviami di nuovo l’invito, invita un utente, qual è il mio ruolo, aggiungi un dominio.',
      toCopy: 'Da copiare così com’è',
      needed: '– manca ancora –',
      optional: '–',
      neededOneOf: ({ choices }) => `– manca ancora, uno o più tra: ${choices} –`,
      sendMissing: 'Rispondi con ciò che manca ancora, con parole tue.',
      replyWith: ({ titles }) => `Puoi rispondere con una di queste voci: ${titles}, oppure con parole tue.`,
    },

    mailUnproven: {
      subject: 'Hai scritto tu questo messaggio?',
      heading: 'Conferma di persona',
      preheader: 'Non è stato fatto nulla.',
      line: ({ subject, when }) =>
        `Il ${when} mi è arrivato un messaggio a tuo nome: “${subject}”. Non ho potuto verificare che sia davvero tuo, perciò non ho fatto nulla.`,
      ifHere: 'Se l’hai scritto tu, dillo qui di persona.',
      ifYou: 'Se l’hai scritto tu, confermalo nella chat con Usher in Microsoft Teams oppure nel sito.',
      ifNot: 'Se non l’hai scritto tu, qualcuno usa il tuo nome: non devi fare nulla, ma puoi avvisare il reparto IT.',
      open: 'Apri la richiesta',
    },

    passwordReset: {
      subject: 'La tua nuova password per il Business Center',
      preheader: 'Il link vale un’ora.',
      heading: 'Scegli una nuova password',
      asked: ({ email }) => `Qualcuno, probabilmente tu, ha dimenticato la password dell’account aziendale ${email}.`,
      choose: 'Scegli una nuova password',
      validity: 'Il link vale un’ora e una volta sola. Se ne chiedi un altro, questo smette di funzionare.',
      ifNot: 'Se non l’hai chiesto tu, non devi fare nulla: la tua password resta com’è.',
    },

    passwordChanged: {
      subject: 'La tua password per il Business Center è stata cambiata',
      preheader: 'L’hai cambiata tu?',
      heading: 'La tua password è stata cambiata',
      line: ({ email, when }) =>
        `Il ${when} (UTC) la password dell’account aziendale ${email} è stata cambiata. Le sessioni aperte prima sono state chiuse.`,
      ifNot: 'Se non l’hai cambiata tu, scegline subito una nuova e avvisa il reparto IT.',
      again: 'Scegli una nuova password',
    },

    accessRequestDecided: {
      subjectApproved: (p) => `La tua richiesta è stata approvata: ${p.organization}`,
      subjectDenied: (p) => `La tua richiesta non è stata approvata: ${p.organization}`,
      preheaderInvitation: 'L’invito arriva in un messaggio a parte.',
      preheaderRole: 'Ecco che cosa puoi fare adesso.',
      preheaderDenied: (p) => `${p.name} ha risposto alla tua richiesta.`,
      headingApproved: 'La tua richiesta è stata approvata',
      headingDenied: 'La tua richiesta non è stata approvata',
      approvedInvitation: (p) =>
        `${p.name} (${p.email}) ha approvato la tua richiesta di un invito al Business Center.`,
      approvedRole: (p) =>
        `${p.name} (${p.email}) ha approvato la tua richiesta di un altro ruolo nel Business Center.`,
      deniedInvitation: (p) =>
        `${p.name} (${p.email}) non ha approvato la tua richiesta di un invito al Business Center.`,
      deniedRole: (p) =>
        `${p.name} (${p.email}) non ha approvato la tua richiesta di un altro ruolo nel Business Center.`,
      invitationFollows:
        'L’invito arriva in un messaggio a parte, con il link “Inizia ora”. Se entro un’ora non lo ricevi, controlla anche la posta indesiderata.',
      rolesNow: 'I ruoli valgono da subito: al prossimo accesso troverai ciò che aggiungono.',
      deniedNext: (p) =>
        `Se pensi che si tratti di un errore, parlane con ${p.name}. In Microsoft Teams Usher ti dice a chi altro puoi rivolgerti.`,
    },

    administratorChanged: {
      subject: (p) => `Nuovo Amministratore account acquisti: ${p.organization}`,
      preheader: (p) => `Il nuovo Amministratore account acquisti è ${p.name}.`,
      heading: 'L’Amministratore account acquisti è cambiato',
      headingNew: 'Il tuo nuovo ruolo: Amministratore account acquisti',
      changedOld: (p) =>
        `${p.by} di ${p.byOrganization} ha designato ${p.name} (${p.email}) come Amministratore account acquisti di ${p.organization} al tuo posto.`,
      changedNew: (p) =>
        `${p.by} di ${p.byOrganization} ti ha designato come Amministratore account acquisti di ${p.organization}, al posto di ${p.name}.`,
      oldInvitation:
        'Un invito ancora in attesa di essere accettato da te non è più valido: il suo link non funziona più.',
      invitationFollows:
        'Sei la persona che accede per prima al Business Center e invita tutte le altre. L’invito arriva in un messaggio a parte, con il link “Inizia ora”; se entro un’ora non lo ricevi, controlla anche la posta indesiderata.',
      questions: (p) => `Se non è quanto concordato, scrivi a ${p.by} (${p.email}).`,
    },

    domainVerified: {
      subject: (p) => `Dominio verificato: ${p.domain}`,
      preheader: (p) => `Chi ha un indirizzo di ${p.domain} può usare i servizi online.`,
      heading: 'Il dominio è verificato',
      verified: (p) => `Il record TXT è stato trovato: ora ${p.domain} è associato a questo account acquisti.`,
      consequence: (p) =>
        `Tutte le persone con un indirizzo che termina con @${p.domain} possono usare i servizi online dell’organizzazione.`,
      domain: 'Dominio',
    },

    domainNotVerified: {
      subject: (p) => `Dominio non verificato: ${p.domain}`,
      preheader: (p) => `Il record TXT non è stato trovato in ${p.domain}.`,
      heading: 'Non è stato possibile verificare il dominio',
      notFound: (p) =>
        `Usher ha cercato il record TXT che associa ${p.domain} all’account acquisti di ${p.organization} e non lo ha trovato. La ricerca automatica è terminata.`,
      expected: 'Record TXT da pubblicare',
      foundInstead: 'Trovato al suo posto',
      nothingFound: 'Non è stato trovato alcun record TXT.',
      next: (p) =>
        `Pubblica il record esattamente come è scritto qui, nel dominio ${p.domain} stesso, insieme agli altri eventualmente presenti. Seleziona poi “${p.checkNow}” nella chat con Usher in Microsoft Teams.`,
    },
  },

  answers: {
    yes: ['si', 'si grazie', 'certo', 'va bene', 'ok', 'okay', 'confermo', 'conferma', 'procedi', 'esatto'],
    no: ['no', 'no grazie', 'meglio di no', 'lascia stare'],
  },

  addDomain: {
    title: 'Domini della tua organizzazione',
    lead: 'Chi ha un indirizzo in un dominio verificato può usare i servizi online.',
    noneYet: 'Non è ancora stato aggiunto alcun dominio.',
    domainName: ({ name, ascii }) => (ascii === name ? name : `${name} (${ascii})`),
    states: {
      pending: 'non ancora verificato',
      verified: 'verificato',
      failed: 'non verificato in tempo',
    },
    verifiedSince: ({ when }) => `verificato dal ${when}`,
    foundNothing: ({ when }) => `All’ultimo controllo, il ${when}, non c’era alcun record TXT.`,
    foundInstead: ({ when, count }) =>
      count === 1
        ? `All’ultimo controllo, il ${when}, questo record non c’era. Al suo posto ho trovato questo:`
        : `All’ultimo controllo, il ${when}, questo record non c’era. Al suo posto ho trovato questi:`,
    lookFailed: ({ when, fault }) =>
      `All’ultimo controllo, il ${when}, i server dei nomi del dominio non hanno dato una risposta utilizzabile (${fault}).`,
    notLookedYet: 'Non ho ancora controllato.',
    moreFound: ({ count }) => (count === 1 ? 'e un altro' : `e altri ${count}`),
    show: ({ name }) => `Mostra ${name}`,
    page: ({ from, to, of }) => `Da ${from} a ${to} di ${of}`,
    next: 'Altri',
    previous: 'Precedenti',
    addLead: 'Aggiungi un altro dominio:',
    addFirst: 'Aggiungi un dominio:',
    add: 'Aggiungi',
    chooseAccount: 'A quale account acquisti appartiene il dominio?',
    accountChoice: ({ organization, number }) => `${organization}, ${number}`,
    addressTyped: ({ domain }) =>
      `È un indirizzo di posta elettronica. Il suo dominio è ${domain}: se è quello giusto, premi Aggiungi.`,
    lookAtIt: 'È questo il dominio che intendi? Premi Aggiungi per continuare.',
    notAmongYours: ({ name }) => `${name} non è tra i tuoi domini.`,
    notAdding: [
      'rimuovi',
      'rimuovere',
      'elimina',
      'eliminare',
      'cancella',
      'cancellare',
      'togli',
      'togliere',
      'controlla',
      'controllare',
      'verifica',
      'verificare',
      'verificato',
      'stato',
      'mostra',
      'elenco',
    ],
    addedTitle: 'Il dominio è stato aggiunto',
    added: ({ name, organization, number }) => `Ho aggiunto ${name} a ${organization}, account acquisti ${number}.`,
    cardTitle: 'Dominio',
    verifiedTitle: 'Il dominio è verificato',
    notVerifiedYet: ({ name }) => `${name} non è ancora verificato.`,
    verifiedLine: ({ name, organization }) =>
      `${name} è verificato: chi ha un indirizzo in questo dominio può usare i servizi online di ${fullStop(organization)}`,
    failedLine: ({ name }) =>
      `Non ho trovato in tempo il record per ${name} e non controllo più in automatico. Dopo averlo pubblicato, premi Controlla ora.`,
    publish: 'Pubblica questo record TXT dove viene gestito il DNS del dominio:',
    host: 'Host',
    hostValue: ({ name }) => `@ (cioè ${name} stesso)`,
    type: 'Tipo',
    value: 'Valore',
    copy: 'Copia il valore',
    checkNow: 'Controlla ora',
    remove: 'Rimuovi',
    all: 'Tutti i domini',
    looksAgain: ({ next, until }) =>
      `Ricontrollo in automatico il ${next}, a intervalli crescenti fino al ${until}, e ti avviso appena il dominio è verificato.`,
    takesTime: 'Prima che un nuovo record sia visibile ovunque può passare un po’ di tempo.',
    looksUntil: ({ until }) => `Controllo in automatico fino al ${until} e ti avviso appena il dominio è verificato.`,
    limited: ({ when }) => `Ho appena controllato. Puoi farmi controllare di nuovo dal ${when}.`,
    removeTitle: 'Rimuovere questo dominio?',
    removeQuestion: ({ name, organization, number }) =>
      `${name} non apparterrebbe più a ${organization}, account acquisti ${number}.`,
    removeVerified: 'Le persone con un indirizzo in questo dominio non potrebbero più usare i servizi online.',
    removePending: 'Il record TXT non servirebbe più.',
    removeYes: 'Sì, rimuovi',
    removeNo: 'No, mantieni',
    removedTitle: 'Il dominio è stato rimosso',
    removed: ({ name, organization }) => `${name} non appartiene più a ${fullStop(organization)}`,
    removedNext: 'Ora puoi eliminare il suo record TXT.',
    kept: ({ name }) => `${name} resta com’è.`,
    whoMay: ({ who, organization }) => `In ${organization} puoi chiedere a ${who}.`,
  },

  copyPage: {
    title: 'Copia il record TXT – Usher',
    heading: 'Valore del record TXT',
    lead: 'Incolla questo valore dove viene gestito il DNS del dominio: host @, tipo TXT.',
    label: 'Valore',
    copy: 'Copia',
    copied: 'Copiato.',
    copyYourself: 'È selezionato: premi CTRL+C, oppure tieni premuto e scegli Copia.',
    noValue: 'In questo indirizzo non c’è alcun valore. Si trova nella scheda in chat: selezionalo lì.',
    noScript:
      'Senza JavaScript questa pagina non può mostrare il valore. Si trova nella scheda in chat: selezionalo lì.',
    back: 'Puoi chiudere questa pagina e tornare alla chat.',
  },

  onlineServices: {
    yesTitle: 'Sì, puoi usare i servizi online',
    yes: ({ domain, organizations }) =>
      `Il tuo indirizzo termina con ${domain}, un dominio verificato di ${fullStop(organizations)}`,
    yesNext: 'Accedi con il tuo account aziendale.',
    pendingTitle: 'Non ancora',
    pending: ({ domain }) => `${domain}, il dominio del tuo indirizzo, è stato aggiunto ma non è ancora verificato.`,
    pendingNext: 'Appena sarà verificato potrai usare i servizi online; non devi fare nulla.',
    pendingNextForYou: 'Sarà verificato quando il suo record TXT verrà pubblicato.',
    noTitle: 'No, non ancora',
    no: ({ domain }) => `${domain}, il dominio del tuo indirizzo, non è associato a un account acquisti.`,
    noPersonal: ({ domain }) =>
      `${domain} appartiene a un fornitore di posta personale. Per i servizi online serve un account aziendale: l’indirizzo assegnato dall’organizzazione.`,
    noAsk: ({ who }) => `Chiedi a ${who} di aggiungere il dominio.`,
    noAskSomebody:
      'Il tuo Amministratore account acquisti può aggiungere il dominio. Se non sai chi è, ti aiuto a scoprirlo.',
    noAddIt: 'Puoi aggiungere tu il dominio.',
    addIt: ({ domain }) => `Aggiungi ${domain}`,
    showDomains: 'Mostra i domini',
  },

  partner: {
    summary: ({ partner, count }) =>
      count === 1 ? `${partner} ha un account cliente.` : `${partner} ha ${count} account cliente.`,
    noCustomers: 'Al momento nessun contratto ti indica come partner.',
    customer: ({ organization, number }) => `${organization}, account acquisti ${number}`,
    agreement: 'Contratto',
    administrator: 'Amministratore',
    invitation: 'Invito',
    states: {
      in: 'accettato: l’amministratore ha accesso al Business Center',
      none: 'non ne è ancora stato inviato nessuno',
      sent: ({ sent, expires }) => `inviato il ${sent}, non ancora aperto, valido fino al ${expires}`,
      opened: ({ sent, opened, expires }) => `inviato il ${sent}, aperto il ${opened}, valido fino al ${expires}`,
      bounced: ({ sent, reason }) => `inviato il ${sent}, non recapitato${reason ? `: ${reason}` : ''}`,
      expired: ({ sent, expired }) => `inviato il ${sent}, scaduto il ${expired}`,
      declined: ({ sent }) => `inviato il ${sent}, rifiutato`,
      revoked: ({ sent }) => `inviato il ${sent}, ritirato`,
    },
    resend: 'Invia di nuovo',
    designate: 'Designa un altro amministratore',
    shown: ({ from, to, of }) => `Da ${from} a ${to} di ${of}`,
    filtered: ({ filter }) => `Clienti che corrispondono a “${filter}”`,
    noneMatch: ({ filter }) => `Nessun cliente corrisponde a “${filter}”. Eccoli tutti:`,
    filterLabel: 'Cerca per organizzazione, numero o amministratore',
    filterPlaceholder: 'Ad esempio Fabrikam o 0005054321',
    search: 'Cerca',
    showAll: 'Mostra tutti',
    more: 'Altri',
    previous: 'Precedenti',
    moreWords: ['altri', 'ancora', 'avanti', 'mostra altri', 'pagina successiva'],
    whichCustomer: ({ name }) =>
      `Per quale cliente ${name} deve diventare amministratore? Premi lì “Designa un altro amministratore”.`,
    sentTitle: 'L’invito è partito',
    sent: ({ who, email, organization }) =>
      `Ho inviato di nuovo a ${who} (${email}) l’invito per ${fullStop(organization)}`,
    sentNext: ({ expires }) =>
      `Il nuovo link è valido fino al ${expires}; quello precedente non funziona più. Se non arriva, suggerisci di controllare la posta indesiderata.`,
    administratorIsIn: ({ who, email, organization }) =>
      `${who} (${email}) ha già accesso per ${organization} e non ha bisogno di un invito.`,
    gone: 'Questo cliente non è più nel tuo elenco.',
    backToList: 'I miei clienti',
    designateLead: ({ organization, number, who, email }) =>
      `L’Amministratore account acquisti di ${organization}, account acquisti ${number}, è ${who} (${email}). Chi deve esserlo d’ora in poi?`,
    goOn: 'Continua',
    confirmTitle: 'È corretto?',
    confirm: ({ who, email, organization, number }) =>
      `${who} (${email}) diventa Amministratore account acquisti di ${organization}, account acquisti ${number}.`,
    confirmNewInvitation: ({ language }) =>
      `Il nuovo amministratore riceve un invito per posta elettronica (${language}); chi ha già accesso riceve subito il ruolo.`,
    confirmOldInvitation: ({ who }) => `L’invito di ${who} smette subito di funzionare.`,
    confirmOldIsIn: ({ who }) => `${who} ha già accesso e mantiene quello previsto dai ruoli che ha.`,
    confirmBothTold: 'Entrambi vengono informati di chi ha fatto la modifica.',
    confirmYes: 'Sì, cambia',
    correct: 'Correggi',
    designatedTitle: 'L’amministratore è stato cambiato',
    designated: ({ who, email, organization }) =>
      `${who} (${email}) è ora l’amministratore designato di ${fullStop(organization)}`,
    designatedNext: ({ who, old }) =>
      `${who} e ${old} vengono informati e l’invito parte per posta elettronica. Qui vedi quando viene aperto e accettato.`,
  },

  notices: {
    accessRequestDecided: {
      approvedTitle: 'La tua richiesta è stata approvata',
      deniedTitle: 'La tua richiesta è stata rifiutata',
      approved: {
        invitation: ({ by, organization, roles }) =>
          `${by} ti invita al Business Center di ${organization} con il ruolo: ${roles}.`,
        role: ({ by, organization, roles }) => `${by} ti ha assegnato un ruolo per ${organization}: ${roles}.`,
      },
      approvedNext: {
        invitation:
          'L’invito è in viaggio verso la tua cassetta postale. Premi “Inizia ora” nel messaggio; controlla anche la posta indesiderata.',
        role: 'Vale da subito.',
      },
      denied: {
        invitation: ({ by, organization }) =>
          `${by} ha rifiutato la tua richiesta di un invito per ${fullStop(organization)}`,
        role: ({ by, organization }) =>
          `${by} ha rifiutato la tua richiesta di un altro ruolo per ${fullStop(organization)}`,
      },
      deniedNext: 'Puoi rivolgerti a un altro amministratore o a una persona del nostro supporto.',
      reason: ({ by, reason }) => `${by} dice: ${reason}`,
    },
    administratorChangedTitle: 'L’Amministratore account acquisti è cambiato',
    youAreNewAdministrator: ({ organization, number, by, partner }) =>
      `${by} di ${partner} ti ha designato come Amministratore account acquisti di ${organization}, account acquisti ${number}.`,
    youAreNewAdministratorNext: ({ email }) =>
      `L’invito è in arrivo all’indirizzo ${email}. Per entrare premi “Inizia ora” nel messaggio.`,
    youWereAdministrator: ({ organization, number, by, partner, who }) =>
      `${by} di ${partner} ha designato ${who} al tuo posto come Amministratore account acquisti di ${organization}, account acquisti ${number}.`,
    youWereAdministratorNext:
      'Un invito che potresti ancora avere non funziona più. Se è un errore, rivolgiti al partner o parla con una persona.',
    domainVerifiedTitle: 'Il tuo dominio è verificato',
    domainVerified: ({ domain, organization, number }) =>
      `${domain} è verificato per ${organization}, account acquisti ${number}.`,
    domainVerifiedNext:
      'D’ora in poi chi ha un indirizzo in questo dominio può usare i servizi online. Il record TXT può restare.',
    domainNotVerifiedTitle: 'Il tuo dominio non è verificato',
    domainNotVerified: ({ domain, organization, number }) =>
      `Non ho trovato il record TXT di ${domain} per ${organization}, account acquisti ${number}, e ho smesso di controllare.`,
    domainNotVerifiedExpected: 'Il valore previsto è questo:',
    domainNotVerifiedFound: 'Al suo posto ho trovato:',
    domainNotVerifiedNothing: 'Non c’era alcun record TXT.',
    domainNotVerifiedNext: 'Pubblicalo nel dominio stesso (host @, tipo TXT) e premi Controlla ora.',
  },

  inviteUser: {
    title: 'Invita un utente',
    accountLine: ({ organization, number }) => `${organization}, account acquisti ${number}`,
    emailPlaceholder: 'nome@contoso.com',
    invite: 'Invita',
    inviteAnother: 'Invita un altro utente',
    several: 'Più persone insieme',
    otherAccount: 'Un altro account',
    mayNot: 'Il tuo amministratore può invitare persone oppure assegnarti un ruolo che lo consente.',
    chooseAccount: 'Per quale account acquisti?',
    chooseAccountLead: 'Puoi invitare persone in più account acquisti e non in tutti puoi assegnare gli stessi ruoli.',
    continue: 'Continua',
    noSuchAccount: ({ number }) => `${number} non è un account per il quale puoi invitare persone.`,
    rolesLeftOut: ({ roles }) => `Qui non puoi assegnare ${roles}, perciò non compare nel modulo.`,
    languageLeftOut: ({ language }) =>
      `Non scrivo ancora in questa lingua: ${language}. Scegli qui sotto la lingua dell’invito.`,
    taken: ({ fields }) => `Ho compilato: ${fields}. Controlla e premi “Invita”.`,
    justInvited: ({ name, email }) => `Invito inviato a ${name}, ${email}. Chi è il prossimo?`,
    sentTitle: 'L’invito è partito',
    sentAgainTitle: 'L’invito è partito di nuovo',
    correctedTitle: 'L’invito va al nuovo indirizzo',
    invited: ({ name, email }) => `Ho inviato l’invito a ${name} (${email}).`,
    sentAgain: ({ name, email }) =>
      `L’invito per ${name} è stato inviato di nuovo a ${email}. Il link del messaggio precedente non è più valido.`,
    corrected: ({ name, email }) =>
      `L’invito per ${name} va ora a ${email}. Il link del messaggio precedente non è più valido.`,
    validUntil: 'Valido fino al',
    next: 'La persona riceve un messaggio con “Inizia ora”. Ti avviserò quando l’invito viene accettato o rifiutato, oppure se il messaggio non arriva.',
    outsideTitle: 'L’indirizzo è quello giusto?',
    outside: ({ email, verified }) =>
      verified
        ? `${email} non appartiene ai domini di questo account (${verified}). Chi legge quella casella ottiene l’accesso.`
        : `${email} non appartiene al dominio dell’amministratore di questo account. Chi legge quella casella ottiene l’accesso.`,
    inviteAnyway: 'Invita comunque',
    sendAnyway: 'Invia comunque',
    correctAddress: 'Correggi l’indirizzo',
    alreadyInTitle: ({ email }) => `${email} ha già accesso`,
    alreadyIn: ({ roles }) => `Ruoli assegnati: ${roles}. Non c’è nulla da accettare, quindi non serve un invito.`,
    missingRoles: ({ roles }) => `Non ancora assegnati: ${roles}.`,
    giveRoles: ({ roles }) => `Assegna anche ${roles}`,
    giveTheseRoles: 'Assegna anche questi ruoli',
    given: ({ email, roles }) => `A ${email} è stato assegnato anche: ${roles}.`,
    givenTitle: 'Ruoli assegnati',
    alreadyInvitedTitle: ({ email }) => `${email} ha già ricevuto un invito`,
    alreadyInvited: ({ email, when }) =>
      `L’invito è stato inviato a ${email} il ${when} e non è ancora stato accettato. Potrebbe trovarsi nella posta indesiderata.`,
    alreadyInvitedUndeliverable: ({ email, when }) =>
      `L’invito del ${when} non è stato recapitato a ${email}. Controlla l’indirizzo.`,
    alreadyInvitedRoles: ({ roles }) => `Ruoli nell’invito: ${roles}.`,
    sendAgain: 'Invia di nuovo',
    withdraw: 'Ritira l’invito',
    withdrawTitle: 'Ritirare questo invito?',
    withdrawLead: ({ email }) => `Il link nel messaggio a ${email} smette subito di funzionare.`,
    withdrawYes: 'Ritira',
    withdrawn: ({ email }) => `L’invito per ${email} è stato ritirato.`,
    withdrawnNext: 'La persona può essere invitata di nuovo in qualsiasi momento.',
    correctTitle: 'Correggi l’indirizzo',
    correctLead: ({ email }) =>
      `L’invito è stato inviato a ${email}. Con un nuovo link andrà all’indirizzo che inserisci qui; quello vecchio smette di funzionare.`,
    administratorsAddress:
      'È l’invito dell’amministratore designato. Solo il partner Microsoft può cambiarne il destinatario.',
    sameAddress: 'L’invito è già stato inviato a questo indirizzo.',
    newAddress: 'Indirizzo corretto',
    correctSend: 'Invia a questo indirizzo',
  },

  inviteMany: {
    title: 'Invita più persone',
    lead: 'Una persona per riga: indirizzo; nome; cognome; poi, se vuoi, lingua; paese/area geografica; ruoli (più ruoli separati da +).',
    fileHint: ({ most }) =>
      `Puoi anche inviare qui in chat un file CSV con un massimo di ${most.toLocaleString('it')} persone. Non viene inviato nulla prima che tu abbia visto l’elenco controllato.`,
    people: 'Persone',
    example: 'maria.rossi@contoso.com; Maria; Rossi; it; IT; Visualizzatore report',
    defaults: 'Per le righe che non lo indicano',
    check: 'Controlla l’elenco',
    keptTitle: 'Che cosa vale per queste persone?',
    kept: ({ count, name }) =>
      `${count === 1 ? 'Una riga' : `${count} righe`}${name ? ` da ${name}` : ''}. Alcune non indicano tutto.`,
    noLines: 'In questo elenco non ci sono persone. Ogni riga inizia con un indirizzo.',
    tooLong: 'L’elenco è troppo lungo per un messaggio. Invialo come file CSV, se necessario in più parti.',
    tooMany: ({ most }) =>
      `L’elenco contiene più di ${most.toLocaleString('it')} persone, il massimo che posso accettare per volta. Non è stato inviato nulla. Dividilo in più elenchi.`,
    checkedTitle: 'L’elenco è stato controllato',
    invitable: ({ count, total }) =>
      count === 0
        ? total === 1
          ? 'La persona in elenco non può essere invitata.'
          : `Nessuna delle ${total} persone può essere invitata con l’elenco così com’è.`
        : count === total
          ? total === 1
            ? 'La persona in elenco può essere invitata.'
            : `Tutte e ${total} le persone possono essere invitate.`
          : count === 1
            ? `Una persona su ${total} può essere invitata.`
            : `${count} persone su ${total} possono essere invitate.`,
    nothingSent: 'Non è ancora stato inviato nulla.',
    changed: 'Nel frattempo è cambiato qualcosa. Controlla di nuovo prima di inviare.',
    outside: ({ count, included }) =>
      included
        ? `Tra queste, ${count} fuori dai domini verificati dell’account.`
        : count === 1
          ? 'Un’altra persona è fuori dai domini verificati dell’account ed è esclusa.'
          : `Altre ${count} persone sono fuori dai domini verificati dell’account e sono escluse.`,
    includeOutside: ({ count }) =>
      count === 1 ? 'Includi chi è fuori dai domini' : `Includi i ${count} fuori dai domini`,
    leaveOutside: ({ count }) =>
      count === 1 ? 'Escludi chi è fuori dai domini' : `Escludi i ${count} fuori dai domini`,
    problems: 'Righe escluse',
    line: ({ line }) => `Riga ${line}`,
    moreProblems: ({ count }) => (count === 1 ? 'E un’altra.' : `E altre ${count}.`),
    showProblems: 'Mostra tutti i problemi',
    range: ({ from, to, total }) => `Da ${from} a ${to} di ${total}`,
    previous: 'Precedenti',
    next: 'Successive',
    invite: ({ count }) => (count === 1 ? 'Invita 1 persona' : `Invita ${count} persone`),
    correct: 'Correggi l’elenco',
    correctWrong: ({ shown }) =>
      shown === 1
        ? 'Qui puoi correggere questa riga; le altre restano nell’elenco così come sono.'
        : `Qui puoi correggere queste ${shown} righe; le altre restano nell’elenco così come sono.`,
    startedTitle: 'Gli inviti stanno partendo',
    started: ({ count }) => (count === 1 ? 'Un invito è in partenza.' : `${count} inviti sono in partenza.`),
    startedNext: 'Una scheda qui in chat mostra l’avanzamento e, alla fine, il risultato riga per riga.',
    doneTitle: 'L’elenco è completato',
    progressTitle: ({ organization }) => `Inviti per ${organization}`,
    progress: ({ done, total, percent }) => `${done} di ${total} (${percent} %)`,
    finished: ({ invited, total }) =>
      invited === total
        ? total === 1
          ? 'Fatto: la persona è stata invitata.'
          : `Fatto: tutte e ${total} le persone sono state invitate.`
        : `Fatto: persone invitate ${invited} su ${total}.`,
    failedSoFar: ({ count }) => `Finora non invitate: ${count}`,
    failed: ({ count }) => `Non invitate: ${count}`,
    invitedLines: ({ count }) => `Invitate: ${count}`,
    refresh: 'A che punto siamo?',
    showLines: 'Mostra le righe',
    result: {
      invited: 'invito inviato',
      waiting: 'non ancora elaborata',
      personalAddress: 'indirizzo personale; serve un account aziendale',
      outsideDomain: 'fuori dai domini verificati dell’account',
      alreadyIn: 'ha già accesso',
      alreadyInvited: 'ha già ricevuto un invito',
      rolesNotAssignable: 'non puoi più assegnare questi ruoli',
      mayNotInvite: 'qui non puoi più invitare persone',
      limited: 'troppi inviti al momento; riprova più tardi',
      invalid: 'nella riga c’è qualcosa da correggere',
      duplicateLine: 'lo stesso indirizzo di una riga precedente',
      other: 'non è stato possibile inviare l’invito',
    },
  },

  sandboxMailbox: {
    title: 'Cassette postali',
    about: 'La posta di tutti in modalità locale: leggi, rispondi, scrivi a Usher. Nulla lascia questo computer.',
    mailboxes: 'Cassette postali',
    mailboxOf: (p) => `Cassetta postale di ${p.name}`,
    mails: 'Messaggi',
    unread: (p) => (p.count === 1 ? '1 da leggere' : `${p.count} da leggere`),
    unreadMark: 'Da leggere',
    none: 'Ancora nessun messaggio. I nuovi appariranno qui da soli.',
    choose: 'Seleziona un messaggio per leggerlo.',
    chooseMailbox: 'Seleziona una cassetta postale per vederne i messaggi.',
    back: 'Indietro',
    from: 'Da',
    to: 'A',
    sent: 'Inviato',
    formatted: 'Come in un programma di posta',
    text: 'Testo',
    source: 'Origine',
    content: 'Contenuto del messaggio',
    views: 'Visualizzazione',
    notFound: 'Questo messaggio non esiste.',
    someNew: 'È arrivata nuova posta.',
    folder: 'Cartella',
    signature: 'Firma',
    signedBy: (p) => `di ${p.domain}`,
    unsigned: 'nessuna',
    write: 'Scrivi',
    reply: 'Rispondi',
    writeTitle: 'Nuovo messaggio',
    replyTitle: (p) => `Risposta: ${p.subject}`,
    writeAs: 'Da',
    recipients: 'A',
    recipientsHint: 'Indirizzi separati da virgole.',
    subject: 'Oggetto',
    message: 'Messaggio',
    quoted: 'Il messaggio citato sotto la risposta',
    forged: 'Falsificato',
    forgedHint:
      'Parte da un altro server e senza la firma del dominio del mittente, come lo invierebbe un falsario, per provare che cosa ne fa Usher.',
    send: 'Invia',
    cancel: 'Annulla',
    sentTo: (p) => `Inviato a ${p.recipients}.`,
    sentForged: (p) => `Inviato a ${p.recipients}, senza firma.`,
    mistakes: 'Il messaggio non è ancora partito. Controlla i campi segnalati.',
    mistake: {
      as: 'Scegli a nome di chi scrivi.',
      noRecipient: 'Indica a chi è destinato.',
      wrongRecipient: (p) => `“${p.what}” non è un indirizzo di posta elettronica.`,
      manyRecipients: (p) => `I destinatari sono più di ${p.most}.`,
      longSubject: (p) => `L’oggetto ha ${p.length} caratteri; il massimo è ${p.most}.`,
      noMessage: 'Scrivi prima qualcosa.',
      longMessage: (p) => `Il messaggio ha ${p.length} caratteri; il massimo è ${p.most}.`,
    },
    tooLarge: 'È troppo grande per essere inviato. Torna indietro, ciò che hai scritto è ancora lì, e accorcialo.',
    outlook: {
      from: 'Da',
      sent: 'Inviato',
      to: 'A',
      cc: 'Cc',
      subject: 'Oggetto',
      reply: 'R: ',
      sentFormat: 'cccc d LLLL yyyy HH:mm',
    },
  },

  sandboxIdentity: {
    title: 'Accesso di prova: con chi?',
    lead: 'Questa pagina prende il posto di quella di Microsoft e crede a chiunque. Funziona solo su questo computer.',
    other: 'Un’altra persona, per indirizzo',
    go: 'Accedi',
    cancel: 'Annulla',
  },

  helpdeskSignIn: {
    title: 'Accedi all’assistenza',
    lead: 'La console mostra ciò che le persone hanno detto a Usher in via riservata. Ogni consultazione di una conversazione viene registrata.',
    link: 'Su questo computer puoi anche aprire uno dei link comparsi all’avvio di Usher. Ognuno vale una sola volta, per 15 minuti; “npm run -s usher -- helpdesk-link” ne crea un altro.',
    linkDeadTitle: 'Questo link non funziona più',
    linkDead:
      'Un link di accesso vale una sola volta, per 15 minuti. Sul computer dove gira Usher, “npm run -s usher -- helpdesk-link” ne crea un altro.',
    noRoleTitle: 'Non hai un ruolo nell’assistenza',
    noRole: ({ email }) =>
      `Per Microsoft sei ${email}, ma questo account qui non ha alcun ruolo. Chiedi a chi amministra Usher “Helpdesk.Read” (consultare) o “Helpdesk.Act” (consultare e intervenire), poi accedi di nuovo.`,
    foreign: 'Questo account non appartiene all’organizzazione di questa assistenza. Accedi con un altro account.',
    notBuiltTitle: 'La console non è stata compilata',
    notBuilt: 'Manca la sua pagina. La crea “npm run build”; “npm start” lo fa da sé.',
  },

  pages: {
    brand: 'Usher, l’assistente per l’accesso al Business Center',
    start:
      'Usher accompagna nel Business Center le persone delle organizzazioni che hanno sottoscritto un Contratto per i Prodotti e i Servizi Microsoft (MPSA): chi può invitarle, dov’è il loro invito e che cosa possono fare una volta entrate.',
    inTeams: 'Usher lavora in Microsoft Teams e nella posta elettronica. Cerca “Usher” tra le tue app di Teams.',
    sampleTitles: {
      employee: 'Dipendente senza accesso',
      accountAdministrator: 'Amministratore account',
      invitedAdministrator: 'Amministratrice designata, invitata',
      partner: 'Partner',
      reportViewer: 'Visualizzatore report',
    },
    chatsTitle: 'Chat delle persone di esempio',
    chatsHint: 'Ognuna si apre in una finestra a parte, come la chat di quella persona con Usher in Teams.',
    chatStarting: 'si sta avviando; ricarica la pagina tra un momento',
    mailboxTitle: 'Cassetta postale',
    mailboxLink: 'Apri le cassette postali di tutti: qui arriva ciò che Usher invia, e qui si risponde',
    privacyTitle: 'Privacy',
    privacy: [
      'Usher conserva ciò che gli serve per accompagnarti nel Business Center: il tuo nome e indirizzo aziendale, i tuoi ruoli e inviti, le tue richieste e la conversazione.',
      'I link degli inviti e per le nuove password sono conservati solo come impronta, da cui non si possono ricostruire. Non compaiono in alcun registro né in alcuna trascrizione.',
      'Dove accedi con una password, un cookie ricorda per un anno che è successo in questo browser, così che nessuno possa bloccarti provando password da altrove. Non dice chi sei.',
      'Ogni modifica degli accessi viene annotata: chi, che cosa, per chi e dove. Per sapere che cosa è conservato su di te, o per farlo cancellare, rivolgiti all’amministratore del tuo account acquisti o al nostro supporto.',
    ],
    termsTitle: 'Condizioni d’uso',
    terms: [
      'Usher è riservato alle persone delle organizzazioni che hanno sottoscritto un Contratto per i Prodotti e i Servizi Microsoft e ai loro partner Microsoft.',
      'Usalo per la tua organizzazione, o per quelle per cui agisci, e con il tuo account aziendale. Un invito è destinato alla persona a cui è indirizzato.',
    ],
    failedTitle: 'Non ha funzionato',
    failed: 'Qualcosa si è interrotto dalla nostra parte. Riprova tra qualche minuto.',
    frame: {
      skip: 'Vai al contenuto',
      faultyTitle: ({ title }) => `Errore: ${title}`,
      signIn: 'Accedi',
      signOut: 'Esci',
      myProfile: 'Il mio profilo',
      footer: 'Informazioni su queste pagine',
    },
    door: {
      outOfDateTitle: 'Questa pagina non è più aggiornata',
      outOfDate:
        'È rimasta aperta troppo a lungo, oppure nel frattempo la sessione è cambiata. Non è stato fatto nulla. Riapri la pagina e invia di nuovo il modulo.',
      unreadableTitle: 'Questo modulo non si è potuto leggere',
      unreadable: 'Non è arrivato come lo inviano le nostre pagine. Non è stato fatto nulla.',
      tooLarge: 'È più grande di qualunque nostro modulo. Non è stato fatto nulla.',
      tooOftenTitle: 'Troppe volte',
      tooOften: 'Dalla tua rete sono arrivati troppi moduli in poco tempo. Riprova tra qualche minuto.',
      busyTitle: 'In questo momento c’è molto traffico',
      busy: 'Non è stato fatto nulla. Riprova tra un momento.',
      again: 'Riapri la pagina',
      notFoundTitle: 'Questa pagina non esiste',
      notFound: 'L’indirizzo potrebbe essere sbagliato o incompleto, oppure ciò che si trovava qui è stato spostato.',
      toStart: 'Vai alla pagina iniziale',
      reference: 'Se succede di nuovo, comunica al supporto questo riferimento:',
    },
    faults: {
      title: 'Qualcosa non va ancora bene',
    },
    home: {
      title: ({ name }) => (name ? `Ti diamo il benvenuto, ${name}` : 'Ti diamo il benvenuto'),
      lead: 'Hai accesso al Business Center. Questi sono i tuoi ruoli e ciò che consentono.',
      account: ({ organization, number }) => `${organization}, account acquisti ${number}`,
      invitations: ({ count }) =>
        count === 1
          ? 'Un altro invito ti aspetta. Il link è nella tua cassetta postale.'
          : `Altri ${count} inviti ti aspettano. I link sono nella tua cassetta postale.`,
    },
    access: {
      around: 'Business Center',
      tabs: {
        profile: 'Il mio profilo',
        access: 'Gestisci accesso',
        requests: 'Richieste',
        domains: 'Domini',
        agreements: 'Contratti',
      },
      account: ({ organization, number }) => `${organization}, account acquisti ${number}`,
      accounts: 'Account acquisti',
      usersTitle: 'Gestisci accesso',
      members: ({ count }) => `Utenti (${count})`,
      invitations: ({ count }) => `Inviti (${count})`,
      noInvitations: 'Non è stato ancora invitato nessuno.',
      more: 'Ce ne sono altri: questa pagina mostra i primi.',
      name: 'Nome',
      since: 'Dal',
      sentOn: 'Ultimo invio',
      validUntil: 'Valido fino al',
      opened: 'aperto',
      undeliverable: 'Non recapitato',
      invitationOf: ({ name }) => `Invito di ${name}`,
      seeInvitation: 'Vedi questo invito',
      sendAgainHint:
        'Inviandolo di nuovo si crea un nuovo link valido 60 giorni; quello del messaggio precedente non funziona più.',
      invitedNext: 'L’invito è partito. Chi è la prossima persona?',
      done: {
        invited: ({ email }) => `L’invito è partito per ${email}.`,
        sentAgain: ({ email }) => `L’invito è partito di nuovo per ${email}.`,
        corrected: ({ email }) => `Ora l’invito va a ${email}.`,
        revoked: ({ email }) => `L’invito per ${email} è stato ritirato.`,
      },
      problems: {
        personalAddress:
          'È un indirizzo personale. Per un invito serve un account aziendale, cioè l’indirizzo presso l’organizzazione.',
        alreadyIn: 'Chi ha questo indirizzo può già accedere.',
        alreadyInvited: 'C’è già un invito aperto per questo indirizzo.',
      },
      backToUsers: 'Utenti e inviti',
      requestsTitle: 'Richieste che ti aspettano',
      backToRequests: 'Tutte le richieste',
      late: 'Qualcuno ha risposto prima: ecco com’è stato deciso.',
      addDomain: 'Aggiungi un dominio',
      noDomains: 'Non è stato ancora aggiunto nessun dominio.',
      domainStates: { pending: 'in attesa del record TXT', verified: 'verificato', failed: 'record TXT non trovato' },
      txtRecord: 'Record TXT',
      publishHint:
        'Pubblica questo valore come record TXT nel dominio stesso (host @). Usher lo cerca da solo per 72 ore.',
      lastChecked: 'Ultimo controllo',
      foundInstead: 'Trovato invece',
      domainFound: 'Il record c’è: il dominio è verificato.',
      domainNotFound: 'Il record non c’è ancora. Può volerci un po’ prima che sia visibile ovunque.',
      checkNow: 'Controlla ora',
      remove: 'Rimuovi',
      removeLead: ({ domain }) =>
        `Chi ha un indirizzo in ${domain} non potrà più usare i servizi online tramite questo dominio.`,
      removeYes: 'Sì, rimuovilo',
      agreementsTitle: 'Contratti e account acquisti',
      yourRoles: 'I tuoi ruoli',
      notDoneTitle: 'Non è stato fatto',
      back: 'Indietro',
      notYours:
        'I tuoi ruoli non lo comprendono. In “Il mio profilo” vedi che cosa permettono e a chi chiedere di più.',
      toProfile: 'Il mio profilo',
    },
    noAccess: {
      title: 'Non hai ancora accesso',
      lead: ({ email }) =>
        `Hai effettuato l’accesso come ${email}, ma questo indirizzo non ha, o non ha più, alcun ruolo in un account acquisti.`,
      invited: 'Un invito ti aspetta: premi “Inizia ora” nel messaggio. Guarda anche nella posta indesiderata.',
      next: 'Senza invito non entra nessuno. Chiedilo all’amministratore della tua organizzazione, oppure chiedi a Usher in Teams chi è.',
    },
    signIn: {
      title: 'Accedi al Business Center',
      email: 'Account aziendale',
      emailHint: 'Il tuo indirizzo presso l’organizzazione, come nome@contoso.com',
      password: 'Password',
      go: 'Accedi',
      or: 'oppure',
      microsoft: 'Accedi con Microsoft',
      wrong: 'Indirizzo e password non corrispondono, oppure per questo indirizzo non c’è accesso.',
      wrongHint: 'Controlla entrambi. Se non hai mai avuto accesso, ti serve prima un invito.',
      limited: ({ when }) =>
        `I tentativi sono stati troppi. Riprova a partire da ${when}, oppure accedi con Microsoft se la tua organizzazione lo prevede.`,
      toAccept: 'Con il tuo indirizzo esiste già un account aziendale. Accedi con quello e potrai accettare l’invito.',
      noInvitation: 'Non hai ricevuto l’e-mail di invito? Fai clic qui.',
      signedOut: 'La sessione è chiusa.',
      microsoftFailedTitle: 'L’accesso con Microsoft non ha funzionato',
      microsoftFailed: 'È stato interrotto, è durato troppo o è stato rifiutato. Riprova.',
      microsoftForeign:
        'Microsoft non ha confermato un indirizzo di un’organizzazione che accede in questo modo, per esempio perché lì hai un account guest. Usa la password oppure chiedi al tuo amministratore.',
      microsoftOther:
        'Questo indirizzo appartiene qui all’account Microsoft di un’altra persona. Chiedi al tuo amministratore o al nostro supporto.',
      again: 'Torna all’accesso',
    },
    password: {
      forgotTitle: 'Hai dimenticato la password?',
      forgotLead:
        'Inserisci l’indirizzo del tuo account aziendale. Riceverai lì un messaggio con un link per scegliere una nuova password.',
      microsoft: 'Se accedi con Microsoft, la tua password è conservata da Microsoft e non qui.',
      ask: 'Invia il link',
      askedTitle: 'Controlla la posta',
      asked:
        'Se per questo indirizzo esiste un account aziendale con una password, un messaggio con un link è in viaggio. Può volerci qualche minuto; guarda anche nella posta indesiderata.',
      askedNext: 'Il link vale un’ora. Se ne hai chiesto più di uno, funziona solo l’ultimo.',
      resetTitle: 'Scegli una nuova password',
      resetLead: 'Poi accederai con questa. Ogni sessione aperta ora verrà chiusa.',
      newPassword: 'Nuova password',
      set: 'Imposta la nuova password',
      isSet: 'La nuova password è impostata. Usala per accedere.',
      deadTitle: 'Questo link non funziona più',
      dead: 'Vale un’ora e una volta sola, e funziona solo l’ultimo che hai ricevuto.',
      askAgain: 'Chiedi un nuovo link',
      changeTitle: 'Cambia password',
      changeLead: 'Qui la sessione resta aperta. Quelle aperte altrove verranno chiuse.',
      current: 'Password attuale',
      currentProblems: { missing: 'Inserisci la password con cui accedi.', wrong: 'Non è la tua password attuale.' },
      changed: 'La password è stata cambiata.',
      limited: ({ when }) => `I tentativi sono stati troppi. Riprova a partire da ${when}.`,
      noPassword: 'Accedi con Microsoft: qui non c’è una password da cambiare.',
    },
    resend: {
      title: 'Non hai ricevuto l’e-mail di invito?',
      lead: 'L’invito dell’Amministratore account acquisti può essere inviato di nuovo, all’indirizzo indicato nel contratto e solo a quello.',
      notAdministrator:
        'Se non sei l’Amministratore account acquisti, il tuo invito arriva da quella persona o da un altro amministratore della tua organizzazione. Chiedilo a loro.',
      administratorEmail: 'Indirizzo dell’Amministratore account acquisti',
      numberHint: 'Dieci cifre; entrambi i numeri si trovano sul contratto',
      send: 'Invia',
      doneTitle: 'Grazie',
      done: 'Se tutti e tre i dati corrispondono, l’invito è in viaggio verso l’indirizzo dell’amministratore. Può volerci qualche minuto; guarda anche nella posta indesiderata.',
      doneNext:
        'Se non arriva nulla, rivolgiti al tuo partner Microsoft, che può inviarlo di nuovo e cambiare l’amministratore designato.',
    },
    invitation: {
      title: 'Crea un account aziendale',
      lead: ({ organization }) =>
        `Hai ricevuto un invito al Business Center di ${fullStop(organization)} Verifica il nome e l’indirizzo e scegli una password: poi potrai entrare.`,
      leadSignedIn: ({ organization, email }) =>
        `Hai ricevuto un invito al Business Center di ${fullStop(organization)} Hai effettuato l’accesso come ${email}: accetta e potrai entrare.`,
      acceptTitle: 'Accetta l’invito',
      detailsTitle: 'A che cosa dà accesso l’invito',
      invitedBy: 'Invito di',
      validUntil: 'Valido fino al',
      emailHint: ({ who }) =>
        `Con questo indirizzo effettuerai l’accesso; l’invito vale solo per questo. Se è sbagliato, chiedi ${who ? `a ${who}` : 'al tuo partner Microsoft'} di correggerlo: l’invito arriverà a quello giusto.`,
      password: 'Crea password',
      passwordRules: [
        'Almeno 12 caratteri; qualche parola di seguito si ricorda facilmente.',
        'Qualsiasi carattere, anche spazi. Nessuna delle password più diffuse, né il tuo nome, il tuo indirizzo o la tua organizzazione.',
        'Una nuova: non quella della cassetta postale.',
      ],
      confirmation: 'Conferma password',
      start: 'Avvia',
      accept: 'Accetta',
      otherAccount: ({ email, signedInAs }) =>
        `Questo invito è per ${email}, mentre l’accesso attuale è di ${signedInAs}. Prima esci, poi apri di nuovo il link.`,
      personal:
        'Questo invito è arrivato a un indirizzo personale, che non può accettarlo: serve un account aziendale, l’indirizzo presso l’organizzazione. Chiedi a chi ti ha invitato di correggerlo.',
      signInInstead: 'Vai all’accesso',
      askAgain: 'Chiedi di nuovo l’invito',
      toHome: 'Vai alla home page',
      yours: 'L’hai accettato e hai effettuato l’accesso.',
      titles: {
        expired: 'Questo invito è scaduto',
        revoked: 'Questo invito è stato ritirato',
        used: 'Questo invito è già stato usato',
        unknown: 'Questo link non porta da nessuna parte',
        personal: 'Serve un account aziendale',
        other: 'Questo invito è per un’altra persona',
      },
      reasons: {
        expired: 'Un invito è valido per 60 giorni dall’ultimo invio.',
        revoked: 'Chi ti ha invitato ha ritirato l’invito.',
        used: 'Un link funziona una volta sola. Se l’hai usato tu, accedi.',
        unknown:
          'Potrebbe essere incompleto, oppure un invito più recente ha preso il suo posto: dopo un nuovo invio funziona solo l’ultimo link.',
      },
      next: {
        administrator:
          'Sei l’Amministratore account acquisti: puoi farti inviare di nuovo l’invito da qui, oppure dal tuo partner Microsoft.',
        user: ({ who }) =>
          `Chiedi a ${who} di inviarlo di nuovo, oppure scrivi a Usher in Teams: “mi serve di nuovo l’invito”.`,
        unknown:
          'Cerca un messaggio più recente oppure chiedi a Usher in Teams: “mi serve di nuovo l’invito”. L’amministratore o il partner Microsoft possono inviarlo di nuovo.',
      },
    },
    passwordProblems: {
      missing: 'Scegli una password.',
      tooShort: 'Usa almeno 12 caratteri.',
      tooLong: 'Usa al massimo 256 caratteri.',
      common: 'È troppo facile da indovinare: la usano in molti, oppure si ripete o è una sequenza.',
      personal: 'È troppo facile da indovinare: è fatta del tuo nome, del tuo indirizzo o della tua organizzazione.',
      different: 'Le due password non coincidono. Inseriscile di nuovo entrambe.',
    },
  },

  smallTalk: {
    greetings: [
      'ciao',
      'salve',
      'buongiorno',
      'buon giorno',
      'buonasera',
      'buona sera',
      'buon pomeriggio',
      'chi sei',
      'cosa sei',
      'che cosa sei',
      'hey',
      'ehi',
      'ehilà',
      'ciao come stai',
      'come stai',
      'come va',
      'ciao come va',
      'buondì',
      'salve a tutti',
    ],
    thanks: [
      'grazie',
      'grazie mille',
      'mille grazie',
      'molte grazie',
      'ti ringrazio',
      'la ringrazio',
      'grazie tante',
      'ok grazie',
      'perfetto grazie',
      'va bene grazie',
      'ottimo grazie',
      'grazie ciao',
      'arrivederci',
      'a presto',
      'grazie arrivederci',
    ],
    welcome: 'Prego. Scrivimi ogni volta che ti serve.',
  },
};
