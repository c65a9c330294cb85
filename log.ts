import { pino } from 'pino';

/**
 * The log: JSON lines on standard error, so that standard output stays for people.
 * @param level as pino knows it. Secrets are kept out by those who log, and here once more by their usual names.
 */
export function openLog(level: string): pino.Logger {
  return pino(
    {
      level,
      redact: {
        paths: [
          'token',
          'password',
          'secret',
          'linkSecret',
          '*.token',
          '*.password',
          '*.secret',
          '*.authorization',
          '*.headers',
        ],
        censor: '[hidden]',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
