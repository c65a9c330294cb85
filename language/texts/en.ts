/** Everything Usher says in English. The other languages have the same shape: a missing key fails the type check. */
export const en = {
  /** The language's own name, as offered when the language is changed. */
  languageName: 'English',

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
};

/** What each language file provides. */
export type Texts = typeof en;
