import type { Writable } from 'node:stream';
import { openStore } from '../models/connection.ts';
import { type Break, verifyAudit } from '../onboarding/auditChain/verifyAudit.ts';
import { readSettings } from '../settings.ts';
import { keptSecret } from './keptSecret.ts';
import { plainFault } from './plainFault.ts';

/**
 * Checks the audit log of the store that the settings name.
 *
 * @param noted number and hash of an entry that the log must still have, as `12:…`.
 * @returns the exit code: 0 it holds, 1 it does not or could not be read, 2 what was asked or the settings are not right.
 */
export async function verifyAuditLog(
  noted: string | undefined,
  environment: NodeJS.ProcessEnv,
  { stdout, stderr }: { stdout: Writable; stderr: Writable },
): Promise<number> {
  const say = (to: Writable, line: string, code: number): number => {
    to.write(`${line}\n`);
    return code;
  };
  const [, seq, hash = ''] = /^(\d{1,15}):([\w-]{43})$/.exec(noted ?? '') ?? [];
  if (noted !== undefined && seq === undefined) {
    return say(stderr, '--head takes a number and a hash, as an earlier check told them: 12:…', 2);
  }
  try {
    const settings = readSettings(environment);
    const linkSecret = settings.linkSecret ?? (await keptSecret(settings.dataDirectory));
    if (!linkSecret) return say(stderr, `Nothing has run in ${settings.dataDirectory} yet.`, 1);
    const store = await openStore({ mongodbUri: settings.mongodbUri, dataDirectory: settings.dataDirectory });
    try {
      const keys = { linkSecret, auditSecrets: settings.auditSecrets };
      const verdict = await verifyAudit(keys, seq === undefined ? undefined : { seq: Number(seq), hash });
      if (verdict.outcome === 'broken') return say(stdout, `The audit log is broken${inWords(verdict.broken)}`, 1);
      const { entries, unchained, head } = verdict;
      say(stdout, `The audit log is intact: ${entries} entries in the chain.`, 0);
      if (unchained > 0) {
        const vouched =
          entries > 0 ? 'bound into its first entry' : 'for which nothing vouches until Usher appends to it';
        say(stdout, `Before the chain there are ${unchained} entries, ${vouched}.`, 0);
      }
      if (entries > 0)
        say(stdout, `Note this elsewhere, and check against it with --head: ${head.seq}:${head.hash}`, 0);
      return 0;
    } finally {
      await store.close();
    }
  } catch (fault) {
    const { message, code } = plainFault(fault);
    return say(stderr, message, code);
  }
}

/** @returns what continues "The audit log is broken". */
function inWords(broken: Break): string {
  const { seq, entry } = broken;
  const which = entry ? ` at entry ${seq} (${entry.action}, ${whenOf(entry.at)}, id ${entry.id})` : '';
  switch (broken.why) {
    case 'changed':
      return `${which}: it was changed, put in or moved.`;
    case 'otherBefore':
      return `${which}: the entry before is another than it was.`;
    case 'unknownSecret':
      return `${which}: it was made with a secret that is not known here. Add the old one to USHER_AUDIT_SECRET.`;
    case 'otherThanNoted':
      return `${which}: it is another than the one that was noted.`;
    case 'missing':
      return ` at entry ${seq}: ${span(seq, broken.upTo)} missing.`;
    case 'tailMissing':
      return ` at its end: ${span(seq, broken.upTo)} missing.`;
    case 'headGone':
      return ` at its end, entry ${seq}: how far it reached is not noted any more, so that something may be missing.`;
    case 'headForged':
      return ' at its end: what notes how far it reached was changed, or made with a secret that is not known here.';
    case 'addedOutside':
      return ': there are entries outside of the chain.';
    case 'earlierChanged':
      return ` before the chain: of ${broken.expected} entries there are ${broken.entries}, or one was changed.`;
  }
}

function span(from: number | undefined, upTo: number): string {
  return from === upTo ? `entry ${from} is` : `entries ${from} to ${upTo} are`;
}

/** What stands in a changed entry may be anything. */
function whenOf(at: unknown): string {
  return at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : 'no time';
}
