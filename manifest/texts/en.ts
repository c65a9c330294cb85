import type { AppTexts } from '../AppTexts.ts';

export const en: AppTexts = {
  shortName: 'Usher',
  fullName: 'Usher, the onboarding assistant of the Business Center',
  shortDescription: 'Who can invite you to the Business Center, and what you may do once you are in.',
  fullDescription: [
    'The Business Center, where organizations manage the volume licences of their Microsoft Products and Services Agreement, is open by invitation only. Usher shows you the way in.',
    'Ask in your own words who can invite you, where your invitation is, or which role you hold and what it permits. If nobody has invited you yet, Usher passes your request on to an administrator.',
    'Administrators invite people one by one or many at once, answer requests, and add the domains of their organization. Microsoft partners send the administrator of a customer a new invitation, or change who that is.',
    'Usher speaks English and Italian. If it cannot help, it hands you over to a person.',
  ].join('\n\n'),
  helpdeskTab: 'Helpdesk',
  commands: {
    findAdministrator: {
      title: 'Find my administrator',
      description: 'See who can invite you, and whether an invitation is already waiting for you',
    },
    resendInvitation: {
      title: 'Resend an invitation',
      description: 'Have the invitation of the purchasing account administrator sent again',
    },
    inviteUser: { title: 'Invite a user', description: 'Invite one person or many at once, with the roles you choose' },
    checkRole: {
      title: 'What is my role?',
      description: 'See your roles, what they permit, and who can give you more',
    },
    addDomain: { title: 'Add a domain', description: 'Add a domain of your organization, or see how far its check is' },
    onlineServices: {
      title: 'May I use the online services?',
      description: 'See whether the domain of your address is associated with a purchasing account',
    },
    partner: {
      title: 'Show my customers',
      description: 'For partners: see how far the administrators of your customers are, resend, or designate another',
    },
    person: { title: 'Talk to a person', description: 'Go on with someone from the helpdesk' },
    changeLanguage: { title: 'Change the language', description: 'Choose the language in which Usher writes to you' },
    help: { title: 'Help', description: 'See what Usher can do for you' },
  },
};
