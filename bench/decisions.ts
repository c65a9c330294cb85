import { readDecision } from '../language/readDecision.ts';
import { readUtterances } from '../language/readUtterances.ts';
import { readLabelled } from '../test/language/decisions/readLabelled.ts';

/**
 * Reads the labelled answers to requests and prints, for each language and set, how many are read as they are meant, how
 * often something is approved or denied that is not, and the time for each. The set `heldOut` was not tuned on. Sets the
 * exit code when anything is approved wrongly.
 */
export default async function benchDecisions(): Promise<void> {
  const { languages } = readUtterances();
  const rows: Record<string, Record<string, string | number>> = {};
  for (const set of ['answers', 'nasty', 'heldOut']) {
    for (const language of languages) {
      const answers = readLabelled(`${set}.${language}.txt`);
      // The first time everything is learned and compiled.
      for (const { text } of answers) readDecision(text);
      const start = performance.now();
      const read = answers.map((answer) => ({ ...answer, got: readDecision(answer.text) }));
      const time = (performance.now() - start) / answers.length;
      const count = (holds: (one: (typeof read)[number]) => boolean) => read.filter(holds).length;
      const sameRoles = (one: (typeof read)[number]) => JSON.stringify(one.got.roles) === JSON.stringify(one.roles);
      const wrongApprovals = count(
        (one) => one.got.decision === 'approve' && (one.meaning !== 'approve' || !sameRoles(one)),
      );
      if (wrongApprovals > 0) process.exitCode = 1;
      const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
      const clear = count(({ meaning }) => meaning !== 'unclear');
      rows[`${set} ${language}`] = {
        answers: answers.length,
        accuracy: percent(
          count((one) => one.got.decision === one.meaning && sameRoles(one)),
          answers.length,
        ),
        'wrong approvals': wrongApprovals,
        'wrong denials': count(({ meaning, got }) => got.decision === 'deny' && meaning !== 'deny'),
        'unclear where clear': percent(
          count(({ meaning, got }) => got.decision === 'unclear' && meaning !== 'unclear'),
          clear || 1,
        ),
        'ms each': time.toFixed(2),
      };
    }
  }
  console.table(rows);
}
