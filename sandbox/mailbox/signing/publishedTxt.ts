import { SandboxKey } from './sandboxKey.ts';

/** Under this name the sandbox's keys are published. */
export const selector = 'sandbox';

const published = new RegExp(`^(${selector}\\._domainkey|_dmarc)\\.(.+)$`);

/**
 * The DNS of the domains that the sandbox signs for: their keys, and a DMARC policy.
 *
 * @param otherwise as House.resolveTxt: who is asked for everything else.
 */
export function publishedTxt(otherwise: (name: string) => Promise<string[]>): (name: string) => Promise<string[]> {
  return async (name) => {
    const [, what, domain] = published.exec(name.toLowerCase()) ?? [];
    const key = domain === undefined ? null : await SandboxKey.findById(domain).lean();
    if (key === null) return await otherwise(name);
    return [what === '_dmarc' ? 'v=DMARC1; p=reject' : key.record];
  };
}
