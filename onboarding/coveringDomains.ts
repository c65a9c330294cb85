import { getPublicSuffix } from 'tldts';
import { isPersonalDomain } from './personalAddress.ts';

/**
 * @returns the names of which `addressDomain` is one or lies below, as far as anybody can register them:
 *   `it.contoso.com` → `it.contoso.com`, `contoso.com`. None for a domain of personal mail.
 */
export function coveringDomains(addressDomain: string): string[] {
  if (!addressDomain || isPersonalDomain(addressDomain)) return [];
  const suffix = getPublicSuffix(addressDomain, { allowPrivateDomains: true });
  const labels = addressDomain.split('.');
  return labels
    .map((_, at) => labels.slice(at).join('.'))
    .filter((name) => name !== suffix && name.includes('.') && !suffix?.endsWith(`.${name}`));
}
