import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import * as z from 'zod';

const oneLabel = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const severalLabels = new RegExp(`^(?=.{1,253}$)${oneLabel}(?:\\.${oneLabel})+$`);

/** @returns what is wrong with `written` as the host of the service, and what to write instead. */
function problemWith(written: string, host: string): string | undefined {
  if (/[/?#@\\]/.test(written)) return 'give the host alone, without https:// before it and without a path behind it';
  if (written.includes('*')) return 'give one host, not a pattern: the pages of the service are linked under it';
  if (/^\[.*\]$|:.*:/.test(written) || parse(host).isIp) return 'give a host name: Teams takes no IP address';
  if (written.includes(':')) return 'leave out the port: Teams reaches the service over https on port 443 only';
  // Asked of what was written, because domainToASCII silently drops or decodes some of what cannot be in a name.
  if (/[^\p{L}\p{M}\p{N}.-]/u.test(written) || !severalLabels.test(host)) {
    return 'give a full host name that is reached from the internet';
  }
  if (parse(host, { allowPrivateDomains: true }).domain === null) {
    return 'give a name under it: this one belongs to everyone (a public suffix)';
  }
  return undefined;
}

/** The host at which the service is reached, in any case and script; comes out in ASCII and lower case. */
export const hostName = z.string().transform((written, context) => {
  const host = domainToASCII(written);
  const problem = problemWith(written, host);
  if (problem !== undefined) context.addIssue(`${problem} (example: usher.contoso.com)`);
  return host;
});
