import { type Permission, type Role, roles } from '../models/role.ts';

interface RoleRule {
  readonly permits: readonly Permission[];
  /** The roles that a holder of this role may give to others; none means that the role may not invite. */
  readonly mayAssign: readonly Role[];
}

/** The one table of who may do what (product.md, "Roles"). */
const rules: Readonly<Record<Role, RoleRule>> = {
  accountAdministrator: { permits: ['everything'], mayAssign: roles },
  agreementAdministrator: {
    permits: ['viewAgreements', 'inviteUsers'],
    mayAssign: ['agreementAdministrator', 'accountViewer'],
  },
  userAdministrator: {
    permits: ['manageUsers', 'inviteUsers'],
    mayAssign: roles.filter((role) => role !== 'accountAdministrator'),
  },
  accountManager: {
    permits: [
      'changeAgreements',
      'manageProvisioning',
      'downloadSoftware',
      'viewKeys',
      'viewOrders',
      'viewLicenceDetails',
      'viewReports',
      'addDomains',
    ],
    mayAssign: [],
  },
  reportViewer: {
    permits: ['viewAgreements', 'viewKeys', 'viewOrders', 'viewLicenceDetails', 'viewReports'],
    mayAssign: [],
  },
  accountViewer: { permits: ['viewAgreements', 'viewOrders', 'viewLicenceDetails', 'viewReports'], mayAssign: [] },
};

/** @returns what the holder of one role is permitted. */
export function permissionsOf(role: Role): readonly Permission[] {
  return rules[role].permits;
}

/** @returns whether someone who holds all of `held` may do what `permission` names. */
export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => rules[role].permits.includes('everything') || rules[role].permits.includes(permission));
}

/** @returns the roles that someone who holds all of `held` may give to others, in the order of {@link roles}. */
export function assignableRoles(held: readonly Role[]): Role[] {
  const assignable = new Set(held.flatMap((role) => rules[role].mayAssign));
  return roles.filter((role) => assignable.has(role));
}

/**
 * @param deciders what each of those holds who may decide a request.
 * @returns the roles worth asking for by someone who holds all of `held`: none for whoever may do everything. Where
 *   nobody can decide yet it is not known what they could give.
 */
export function rolesToAskFor(held: readonly Role[], deciders: readonly (readonly Role[])[]): Role[] {
  if (mayDo(held, 'everything')) return [];
  const given = deciders.length > 0 ? new Set(deciders.flatMap((one) => assignableRoles(one))) : new Set(roles);
  return roles.filter((role) => given.has(role) && !held.includes(role));
}

/** @returns whether someone who holds all of `held` may invite at all. */
export function mayInvite(held: readonly Role[]): boolean {
  return mayDo(held, 'inviteUsers');
}

/** @returns whether someone who holds all of `held` sees the agreements; whoever may change them sees what they change. */
export function maySeeAgreements(held: readonly Role[]): boolean {
  return mayDo(held, 'viewAgreements') || mayDo(held, 'changeAgreements');
}

/** The roles of which each alone lets its holder invite. */
export const invitingRoles: readonly Role[] = roles.filter((role) => mayInvite([role]));

/** The roles of which each alone lets its holder add domains. */
export const domainRoles: readonly Role[] = roles.filter((role) => mayDo([role], 'addDomains'));
