import type { Writable } from 'node:stream';
import { settingTable } from '../settings.ts';

/** Prints the table of settings in Markdown; docs/settings.md holds the same. @returns the exit code. */
export function printSettings(output: Writable): number {
  output.write('| setting | what it is for | while it is not set |\n| --- | --- | --- |\n');
  for (const [name, { meaning, unset }] of Object.entries(settingTable)) {
    output.write(`| \`${name}\` | ${meaning} | ${unset} |\n`);
  }
  return 0;
}
