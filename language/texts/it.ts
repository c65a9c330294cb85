import type { Texts } from './en.ts';

/** Tutto ciò che Usher dice in italiano. I termini sono quelli della guida italiana. */
export const it: Texts = {
  languageName: 'Italiano',

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
};
