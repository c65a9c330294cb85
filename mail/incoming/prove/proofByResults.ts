import { addressDomain } from '../../../onboarding/addressDomain.ts';
import type { SenderProof, UnprovenReason } from '../senderProof.ts';
import { aligned, organizationalDomain } from './aligned.ts';
import { asciiDomain } from './asciiDomain.ts';
import type { HeaderField } from './headerFields.ts';
import { readResults, type Statement } from './readResults.ts';

/** DMARC results that say that the domain has no record: its policy is the default. */
const withoutRecord = new Set(['none', 'bestguesspass']);

/**
 * Takes the word of the server that received the mail. Only the topmost Authentication-Results counts, and only when it
 * is that server's: whatever stands below anybody may have written (RFC 8601, 5 and 7.1).
 *
 * @param server its authserv-id, or `exchange` for Exchange Online, whose field has none.
 * @param from as of fromAddress.
 */
export function proofByResults(fields: readonly HeaderField[], from: string, server: string): SenderProof {
  const unproven = (because: UnprovenReason): SenderProof => ({ proven: false, from, because });
  const topmost = fields.find(({ name }) => name === 'authentication-results');
  const results = topmost && readResults(topmost.value);
  if (results === undefined || results.server !== (server === 'exchange' ? undefined : server.toLowerCase())) {
    return unproven('noResults');
  }
  const domain = addressDomain(from);
  const of = (method: string) => results.statements.filter((statement) => statement.method === method);
  const passed = (method: string) => of(method).filter(({ result }) => result === 'pass');
  const signers = passed('dkim').filter(isStrong).map(signer);
  const [dmarc, ...moreDmarc] = of('dmarc');
  if ([...of('dkim'), ...of('spf'), ...of('dmarc')].length === 0) return unproven('noResults');
  // Two answers to one question, or Exchange's own verdict against it.
  if (moreDmarc.length > 0 || of('compauth').some(({ result }) => result === 'fail')) return unproven('failed');

  if (dmarc === undefined || withoutRecord.has(dmarc.result)) {
    // Nobody looked whether the domain wants strict alignment: only its own name is good in either case.
    if (signers.includes(domain)) return { proven: true, from, by: 'dkim' };
    return unproven(passed('dkim').length + passed('spf').length > 0 ? 'notAligned' : 'failed');
  }
  if (dmarc.result !== 'pass') return unproven('failed');
  const checked = domainOf(dmarc.properties.get('header.from'));
  if (checked !== domain && checked !== organizationalDomain(domain)) return unproven('notAligned');
  const speaks = (each: string | undefined) => each !== undefined && aligned(each, domain, 'relaxed');
  if (signers.some(speaks)) return { proven: true, from, by: 'dkim' };
  const servers = passed('spf').map(({ properties }) => domainOf(properties.get('smtp.mailfrom')));
  return servers.some(speaks) ? { proven: true, from, by: 'spf' } : unproven('notAligned');
}

/** RFC 8301: SHA-1 proves nothing any more. */
function isStrong({ properties }: Statement): boolean {
  return !/sha1$/i.test(properties.get('header.a') ?? '');
}

/** The domain that signed; Google names it in `header.i` only, where it may be one below it. */
function signer({ properties }: Statement): string | undefined {
  return domainOf(properties.get('header.d') ?? properties.get('header.i'));
}

/** `contoso.com`, `@contoso.com` or `user@contoso.com`. */
function domainOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return asciiDomain(Buffer.from(value.slice(value.lastIndexOf('@') + 1), 'latin1').toString('utf8'));
}
