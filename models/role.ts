/** The six roles of the Business Center (product.md, "Roles"). The order is the one in which they are shown. */
export const roles = [
  'accountAdministrator',
  'agreementAdministrator',
  'userAdministrator',
  'accountManager',
  'reportViewer',
  'accountViewer',
] as const;

export type Role = (typeof roles)[number];

/** What a role may permit, as keys that the language files put into words. */
export const permissions = [
  'everything',
  'viewAgreements',
  'changeAgreements',
  'inviteUsers',
  'manageUsers',
  'manageProvisioning',
  'downloadSoftware',
  'viewKeys',
  'viewOrders',
  'viewLicenceDetails',
  'viewReports',
  'addDomains',
] as const;

export type Permission = (typeof permissions)[number];

/** @returns whether `value` names one of the six roles; for values that come from outside. */
export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (roles as readonly string[]).includes(value);
}
