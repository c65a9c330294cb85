import type { Writable } from 'node:stream';
import { makeSignInLink } from '../helpdesk/signIn/makeSignInLink.ts';
import { signInLinkMinutes } from '../helpdesk/signIn/signInLinkMinutes.ts';
import { readSettings } from '../settings.ts';
import { keptSecret } from './keptSecret.ts';
import { plainFault } from './plainFault.ts';

/**
 * Prints a link that signs in to the console of the Usher that runs in local mode on this machine. The store need not be
 * free for that: a link carries its own proof.
 *
 * @param role `read`, or `act`.
 * @returns the exit code: 0 printed, 1 there is no such Usher, 2 the settings are not right.
 */
export async function printHelpdeskLink(
  role: 'read' | 'act',
  environment: NodeJS.ProcessEnv,
  { stdout, stderr }: { stdout: Writable; stderr: Writable },
): Promise<number> {
  const complain = (line: string, code: number): number => {
    stderr.write(`${line}\n`);
    return code;
  };
  try {
    const settings = readSettings(environment);
    if (!settings.local) return complain('USHER_APP_ID is set: there the helpdesk signs in with Microsoft Entra.', 1);
    if (!settings.publicUrl && settings.port === 0)
      return complain('PORT is 0: set it to the port that Usher took.', 1);
    const secret = settings.linkSecret ?? (await keptSecret(settings.dataDirectory));
    if (!secret) return complain(`Nothing has run in ${settings.dataDirectory} yet. Start Usher first.`, 1);
    const link = makeSignInLink(secret, role === 'act' ? 'Helpdesk.Act' : 'Helpdesk.Read');
    stdout.write(`${settings.publicUrl ?? `http://localhost:${settings.port}`}${link}\n`);
    stderr.write(`It works once, for ${signInLinkMinutes} minutes.\n`);
    return 0;
  } catch (fault) {
    const { message, code } = plainFault(fault);
    return complain(message, code);
  }
}
