import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readUtterances } from '../../language/readUtterances.ts';

function reading(files: Record<string, string>): ReturnType<typeof readUtterances> {
  const folder = mkdtempSync(join(tmpdir(), 'utterances-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return readUtterances(pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the utterance files', () => {
  it('are read by heading, comments and blank lines aside', () => {
    const read = reading({ 'xx.txt': '// why\n\n[help]\nhelp me\n[help held out]\nsave me\r\n[cue phone]\ntel\n' });
    assert.deepEqual(read.languages, ['xx']);
    assert.deepEqual(read.training, [{ text: 'help me', intent: 'help', language: 'xx' }]);
    assert.deepEqual(read.heldOut, [{ text: 'save me', intent: 'help', language: 'xx' }]);
    assert.deepEqual(read.words.get('xx')?.get('cue phone'), ['tel']);
  });

  it('of other languages give way to a file of their own', () => {
    const other = { 'other.txt': '[none de]\nGuten Tag\n[none fr]\nBonjour\n' };
    assert.equal(reading(other).training.length, 2);
    assert.deepEqual(
      reading({ ...other, 'de.txt': '[help]\nHilfe\n' }).training.map(({ text }) => text),
      ['Hilfe', 'Bonjour'],
    );
  });

  it('are refused with file and line when a heading is unknown or missing', () => {
    assert.throws(() => reading({ 'xx.txt': '[help]\nhelp\n[hepl]\nme\n' }), /xx\.txt:3: no such heading: \[hepl\]/);
    assert.throws(() => reading({ 'xx.txt': 'help\n' }), /xx\.txt:1: a line before the first heading/);
    assert.throws(
      () => reading({ 'xx.txt': '[help]\nhelp me[cue phone]\ntel\n' }),
      /xx\.txt:2: a heading within a line/,
    );
  });
});
