import type { DomainView } from '../onboarding/views.ts';
import type { Reader } from './inWords.ts';

/** @returns a domain's name as people write it, with its ASCII form where that differs. */
export function domainInWords(
  { name, unicodeName }: Pick<DomainView, 'name' | 'unicodeName'>,
  { texts }: Reader,
): string {
  return texts.addDomain.domainName({ name: unicodeName, ascii: name });
}
