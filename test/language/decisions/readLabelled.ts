import { readFileSync } from 'node:fs';
import { isRole, type Role } from '../../../models/role.ts';

/** An answer and what it means. */
export interface LabelledAnswer {
  text: string;
  language: string;
  meaning: string;
  roles: Role[];
  /** What the reason should be; undefined where the data does not say. */
  reason: string | undefined;
}

/**
 * Reads a file of labelled answers, one a line. The heading above says what they mean: `[approve]`, `[approve
 * reportViewer]`, `[deny]`, `[unclear]` …; `\n` is the end of a line within an answer, ` => ` comes before the reason,
 * lines that begin with `//` are skipped. `heldOut.*` was set aside and is only measured with.
 *
 * @param name of a file in this folder: `answers.en.txt`; the language stands in it.
 */
export function readLabelled(name: string): LabelledAnswer[] {
  const language = name.split('.')[1] as string;
  const answers: LabelledAnswer[] = [];
  let meaning = '';
  let roles: string[] = [];
  for (const line of readFileSync(new URL(name, import.meta.url), 'utf8').split(/\r?\n/)) {
    if (line.startsWith('//')) continue;
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      [meaning, ...roles] = heading.split(' ') as [string, ...string[]];
      continue;
    }
    if (line === '') continue;
    const [text = '', reason] = line.split(' => ');
    answers.push({ text: text.replaceAll('\\n', '\n'), language, meaning, roles: roles.filter(isRole), reason });
  }
  return answers;
}
