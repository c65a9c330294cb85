import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languages, textsFor } from '../../../language/texts.ts';
import { auditedActions, channels } from '../../../models/auditEntry.ts';
import { incomingMailStates } from '../../../models/incomingMail.ts';
import type { Notice } from '../../../models/notice.ts';
import { outgoingMailStates } from '../../../models/outgoingMail.ts';
import type { Work } from '../../../models/pendingWork.ts';

/** @returns whatever a walk goes to, as its code says it. */
function stepsOfWalks(): Set<string> {
  const folder = new URL('../../../dialogs/', import.meta.url);
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const named = sources.flatMap((source) =>
    [...source.matchAll(/(?:goTo\(|turnTo\(stage, |\bstep = |\bstep: )'(\w+)'/g)].map(([, step]) => step as string),
  );
  return new Set([...named, 'end']);
}

describe('the words of the console’s page', () => {
  for (const language of languages) {
    const t = textsFor(language).helpdesk;

    it(`name each action and channel of the audit log, and no other: ${language}`, () => {
      assert.deepEqual(Object.keys(t.audit.actions).sort(), [...auditedActions].sort());
      assert.deepEqual(Object.keys(t.figures.channels).sort(), [...channels].sort());
    });

    it(`name each step that a walk can stand at, and no other: ${language}`, () => {
      assert.deepEqual(Object.keys(t.steps).sort(), [...stepsOfWalks()].sort());
    });

    it(`name what is stuck, and how it stands: ${language}`, () => {
      // What has no word here does not pass the type check.
      const about: Record<Notice['kind'], string> = t.stuck.about;
      const works: Record<Work['kind'], string> = t.stuck.works;
      const states: Record<string, string> = t.stuck.states;
      for (const state of [...outgoingMailStates, ...incomingMailStates, 'unreadable']) {
        assert.ok(Object.hasOwn(states, state), state);
      }
      for (const word of [...Object.values(about), ...Object.values(works)]) assert.match(word, /^\p{Lu}/u);
    });
  }
});
