import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SettingsError } from './settings.ts';

/**
 * Reads the private key of the registration's certificate.
 * @param file PEM, as USHER_APP_CERTIFICATE_FILE names it.
 * @throws SettingsError when there is no such key; found at the start, and not when the first token is asked for.
 */
export function certificateKey(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8');
    if (!pem.includes('PRIVATE KEY-----')) throw new Error('there is no PRIVATE KEY in it');
    if (/-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(pem)) throw new Error('it has a pass phrase, take it off');
    createPrivateKey(pem);
    return pem;
  } catch (fault) {
    const { message } = fault as Error;
    throw new SettingsError([`USHER_APP_CERTIFICATE_FILE holds no private key that can be read: ${message}.`]);
  }
}
