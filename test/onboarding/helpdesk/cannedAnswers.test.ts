import assert from 'node:assert/strict';
import { listCannedAnswers, removeCannedAnswer, saveCannedAnswer } from '../../../onboarding/helpdesk/cannedAnswers.ts';
import { outcomeOf } from '../refusalOf.ts';
import { scene } from '../scene.ts';

describe('canned answers', () => {
  scene();
  const input = {
    title: ' Junk folder ',
    language: 'EN',
    text: 'Hello {firstName},\r\nplease look into the junk folder.',
  };

  it('are kept, changed and removed', async () => {
    const { answer } = outcomeOf(await saveCannedAnswer(input), 'saved');
    assert.deepEqual(
      [answer.title, answer.language, answer.text],
      ['Junk folder', 'en', 'Hello {firstName},\nplease look into the junk folder.'],
    );
    outcomeOf(await saveCannedAnswer({ ...input, title: 'Another' }), 'saved');
    outcomeOf(await saveCannedAnswer({ ...input, title: 'Spam folder' }, answer._id), 'saved');
    assert.deepEqual(
      (await listCannedAnswers()).map(({ title }) => title),
      ['Another', 'Spam folder'],
    );
    await removeCannedAnswer(answer._id);
    await removeCannedAnswer(answer._id);
    assert.equal((await listCannedAnswers()).length, 1);
    assert.equal((await saveCannedAnswer(input, answer._id)).outcome, 'notFound');
  });

  it('are refused by field when something is wrong', async () => {
    const rows: [Partial<typeof input>, string[]][] = [
      [{ title: ' ' }, ['title']],
      [{ title: 'x'.repeat(101), text: '' }, ['title', 'text']],
      [{ language: 'english' }, ['language']],
      [{ text: 'Hello {surname}' }, ['text']],
      [{ text: 'x'.repeat(4_001) }, ['text']],
    ];
    for (const [change, fields] of rows) {
      assert.deepEqual(await saveCannedAnswer({ ...input, ...change }), { outcome: 'wrongInput', fields });
    }
    assert.deepEqual(await listCannedAnswers(), []);
  });
});
