import { readTags } from './readTags.ts';

/** What verifying asks of the key record of one selector (RFC 6376, 3.6.1). */
export interface KeyRecord {
  text: string;
  /** t=y: the domain only tries it out; its signatures count as none. */
  testing: boolean;
  /** t=s: i= must be of the very domain. */
  exactIdentity: boolean;
}

/** @returns the one usable record among the TXT records of a selector; undefined when there is none or several. */
export function keyRecord(records: readonly string[]): KeyRecord | undefined {
  const [record, ...more] = records.flatMap((text) => {
    const tags = readTags(text);
    return tags?.has('p') ? [{ text, tags }] : [];
  });
  if (record === undefined || more.length > 0) return undefined;
  const { text, tags } = record;
  const words = (name: string) =>
    tags
      .get(name)
      ?.toLowerCase()
      .split(':')
      .map((word) => word.trim());
  const hashes = words('h');
  const services = words('s');
  if (hashes !== undefined && !hashes.includes('sha256')) return undefined;
  if (services !== undefined && !services.includes('*') && !services.includes('email')) return undefined;
  const flags = words('t') ?? [];
  return { text, testing: flags.includes('y'), exactIdentity: flags.includes('s') };
}
