import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { type Reader, refusalInWords } from '../cards/inWords.ts';
import { textsFor } from '../language/texts.ts';
import { openLog } from '../log.ts';
import { openStore } from '../models/connection.ts';
import { agreementFile } from '../onboarding/agreementFile.ts';
import { defaultLimits } from '../onboarding/limits.ts';
import { loadAgreement } from '../onboarding/loadAgreement.ts';
import { readSettings } from '../settings.ts';
import { plainFault } from './plainFault.ts';

/** The operator reads English. */
const reader: Reader = { texts: textsFor('en'), language: 'en', timeZone: 'utc' };

/** zod says of what is not there that it is of the wrong type. */
const missing = ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : undefined);

/**
 * Loads a file of agreements into the store that the settings name. What follows, the invitations, is carried out by
 * the Usher that runs on that store, now or when it starts.
 * @returns the exit code: 0 loaded, 1 it could not be done, 2 the file or the settings are not right.
 */
export async function loadAgreements(
  file: string,
  environment: NodeJS.ProcessEnv,
  { stdout, stderr }: { stdout: Writable; stderr: Writable },
): Promise<number> {
  const complain = (lines: readonly string[]): void => {
    stderr.write(`${lines.join('\n')}\n`);
  };
  let content: unknown;
  try {
    // Editors on Windows begin a file with a byte order mark.
    content = JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''));
  } catch (fault) {
    complain([`${file} cannot be read: ${(fault as Error).message}`]);
    return 2;
  }
  const read = agreementFile.safeParse(content, { error: missing });
  if (!read.success) {
    complain([
      `${file} is not right, and nothing was loaded:`,
      ...read.error.issues.map(({ path, message }) => `  ${path.join('.') || 'the file'}: ${message}`),
    ]);
    return 2;
  }
  try {
    const settings = readSettings(environment);
    const store = await openStore({ mongodbUri: settings.mongodbUri, dataDirectory: settings.dataDirectory });
    try {
      const house = {
        linkSecret: '',
        resolveTxt: async () => [],
        limits: defaultLimits,
        log: openLog(settings.logLevel),
        wake: () => undefined,
      };
      const operator = {
        email: 'operator',
        firstName: '',
        lastName: '',
        language: 'en',
        channel: 'commandLine' as const,
      };
      const result = await loadAgreement(house, operator, read.data);
      if (result.outcome === 'refused') {
        const { refusal } = result;
        const lines =
          refusal.reason === 'invalid'
            ? refusal.fields.map(({ field, problem }) => `  ${field}: ${reader.texts.problems[problem]}`)
            : [`  ${refusalInWords(refusal, reader)}`];
        complain([`${file} is not right, and nothing was loaded:`, ...lines]);
        return 2;
      }
      for (const { number, organization } of result.accounts) {
        const wasThere = result.known.includes(number) ? ' (was there already, and stays as it is)' : '';
        stdout.write(`${number} ${organization}${wasThere}\n`);
      }
      return 0;
    } finally {
      await store.close();
    }
  } catch (fault) {
    const { message, code } = plainFault(fault);
    complain([message]);
    return code;
  }
}
