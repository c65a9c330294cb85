import { helpdeskRoles } from '../../models/operatorSession.ts';
import { readAddress } from '../../onboarding/readAddress.ts';
import { rolesThatCome } from './rolesThatCome.ts';
import type { ProvenOperator } from './startOperatorSession.ts';

/** In characters. */
const longestName = 100;

/** Who a token is about. */
export type FromClaims =
  | { outcome: 'operator'; operator: Omit<ProvenOperator, 'provenBy'> }
  /** Proven, but without any role here. */
  | { outcome: 'noRole'; email: string }
  /** Of another tenant, or nobody who could be named in the audit log. */
  | { outcome: 'foreign' };

/**
 * Reads what Microsoft Entra says of somebody, in a token that was checked. What they may is decided by the tenant's
 * administrator alone, who assigns the app's roles: the claim `roles`. Who may act may look, too.
 */
export function operatorFromClaims(claims: Record<string, unknown>, tenantId: string): FromClaims {
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string) : '');
  const email = readAddress(text('preferred_username'));
  if (!email || !text('oid') || text('tid') !== tenantId) return { outcome: 'foreign' };
  const told: readonly unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  const role = helpdeskRoles.findLast((one) => told.includes(one));
  if (role === undefined) return { outcome: 'noRole', email };
  const shown = text('name')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const name = [...shown].slice(0, longestName).join('');
  return { outcome: 'operator', operator: { email, name: name || email, roles: rolesThatCome(role) } };
}
