import { organizationalDomain } from './aligned.ts';
import { readTags } from './readTags.ts';

/**
 * @param from the domain of From.
 * @param resolveTxt as House.resolveTxt.
 * @returns how a signature has to be aligned with it, by its DMARC record or its organization's (RFC 7489, 6.6.3).
 */
export async function dmarcAlignment(
  from: string,
  resolveTxt: (name: string) => Promise<string[]>,
): Promise<'relaxed' | 'strict'> {
  for (const domain of new Set([from, organizationalDomain(from)])) {
    const records = (await resolveTxt(`_dmarc.${domain}`)).filter((text) => /^\s*v\s*=\s*DMARC1\s*(;|$)/.test(text));
    const [record, ...more] = records;
    if (record === undefined || more.length > 0) continue;
    // One that cannot be read might ask for it.
    const tags = readTags(record);
    return tags === undefined || tags.get('adkim')?.toLowerCase() === 's' ? 'strict' : 'relaxed';
  }
  return 'relaxed';
}
