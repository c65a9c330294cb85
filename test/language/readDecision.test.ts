import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDecision } from '../../language/readDecision.ts';
import { type LabelledAnswer, readLabelled } from './decisions/readLabelled.ts';

const languages = ['en', 'it'];

/** What Usher made of an answer, beside what it should. */
function misread(answers: readonly LabelledAnswer[]): string[] {
  return answers.flatMap(({ text, meaning, roles, reason }) => {
    const got = readDecision(text);
    const isRight =
      got.decision === meaning &&
      JSON.stringify(got.roles) === JSON.stringify(roles) &&
      (reason === undefined || got.reason === reason);
    return isRight ? [] : [`${JSON.stringify(text)}: ${got.decision} [${got.roles}] "${got.reason}"`];
  });
}

function wronglyApproved(answers: readonly LabelledAnswer[]): string[] {
  return answers.flatMap(({ text, meaning, roles }) => {
    const got = readDecision(text);
    const isHarmless =
      got.decision !== 'approve' || (meaning === 'approve' && JSON.stringify(got.roles) === JSON.stringify(roles));
    return isHarmless ? [] : [`${JSON.stringify(text)}: approve [${got.roles}]`];
  });
}

describe('reading a decision', () => {
  for (const language of languages) {
    it(`reads every answer of the ${language} table as it is meant`, () => {
      assert.deepEqual(misread(readLabelled(`answers.${language}.txt`)), []);
    });

    it(`approves nothing of the nasty ${language} sentences`, () => {
      const nasty = readLabelled(`nasty.${language}.txt`);
      assert.ok(nasty.length >= 1000);
      assert.deepEqual(wronglyApproved(nasty), []);
    });

    it(`denies nothing of the nasty ${language} sentences that does not deny`, () => {
      const nasty = readLabelled(`nasty.${language}.txt`).filter(({ meaning }) => meaning !== 'deny');
      assert.deepEqual(
        nasty.map(({ text }) => text).filter((text) => readDecision(text).decision === 'deny'),
        [],
      );
    });

    it(`never approves wrongly, and reads nearly all, of the ${language} answers that were set aside`, () => {
      const heldOut = readLabelled(`heldOut.${language}.txt`);
      assert.deepEqual(wronglyApproved(heldOut), []);
      assert.deepEqual(
        heldOut.filter(({ text, meaning }) => meaning !== 'deny' && readDecision(text).decision === 'deny'),
        [],
      );
      assert.ok(misread(heldOut).length <= heldOut.length * 0.06);
    });

    it(`takes no ${language} approval for one that goes on by taking itself back`, () => {
      const tails = readLabelled(`tails.${language}.txt`);
      for (const { text } of readLabelled(`answers.${language}.txt`).filter(({ meaning }) => meaning === 'approve')) {
        // Behind a signature or a quoted mail nothing is added in one breath.
        if (text.includes('\n') || text.includes('<')) continue;
        for (const [index, { text: tail }] of tails.entries()) {
          const joint = [' ', ', ', '. ', '\n'][(index + text.length) % 4];
          assert.notEqual(readDecision(text + joint + tail).decision, 'approve', text + joint + tail);
        }
      }
    });

    it(`approves no ${language} approval to which a word is added that nobody knows`, () => {
      for (const { text } of readLabelled(`answers.${language}.txt`).filter(({ meaning }) => meaning === 'approve')) {
        assert.notEqual(readDecision(`florbish ${text}`).decision, 'approve', text);
      }
    });
  }

  it('tells the language, also of one word, and keeps to the conversation’s where an answer tells none', () => {
    for (const [text, language] of [
      ['approvo', 'it'],
      ['va bene', 'it'],
      ['sì', 'it'],
      ['approve', 'en'],
      ['yes', 'en'],
      ['not approved', 'en'],
    ] as const) {
      const { language: told, languageSure } = readDecision(text);
      assert.deepEqual([told, languageSure], [language, true], text);
    }
    for (const text of ['👍', '', '+1', '❌']) {
      for (const language of languages) assert.equal(readDecision(text, { language }).language, language, text);
    }
  });

  it('knows what was asked for', () => {
    const two = ['userAdministrator', 'reportViewer'] as const;
    assert.equal(readDecision('yes to both', { asked: [...two] }).decision, 'approve');
    assert.equal(readDecision('yes to both', { asked: ['reportViewer'] }).decision, 'unclear');
    assert.equal(readDecision('sì, a entrambi i ruoli', { asked: ['reportViewer'] }).decision, 'unclear');
    assert.equal(
      readDecision('Yes, she needs to see the reports', { asked: ['userAdministrator'] }).decision,
      'unclear',
    );
  });

  it('gives no role that may be the title in a signature, unless it was asked for', () => {
    for (const [text, decision, roles] of [
      ['Approvo.\n\nAmministratore account\nMarco Ferri', 'unclear', []],
      ['Approvo.\n\nGestore account\nMarco Ferri', 'approve', ['accountManager']],
      ['Amministratore account: approvo', 'unclear', []],
      ['Gestore account: approvo', 'approve', ['accountManager']],
      ['ok as report viewer.\nAccount Administrator', 'unclear', []],
      ['ok, report viewer', 'approve', ['reportViewer']],
      ['Yes. As report viewer.', 'approve', ['reportViewer']],
      ['I approve as account administrator', 'unclear', []],
      ['Approvo come amministratore account', 'unclear', []],
      ['ok, Account Administrator', 'unclear', []],
      ['ok (Account Administrator)', 'unclear', []],
      ['approve as account manager and account administrator', 'unclear', []],
      ['ok, report viewer and account manager', 'approve', ['reportViewer', 'accountManager']],
      ['yes, but as user administrator', 'approve', ['userAdministrator']],
      ['approve, as user administrator instead', 'approve', ['userAdministrator']],
      ['make her user administrator', 'approve', ['userAdministrator']],
    ] as const) {
      const read = readDecision(text, { asked: ['accountManager'] });
      assert.deepEqual([read.decision, read.roles], [decision, roles], text);
    }
    for (const text of ['I approve as account administrator', 'ok, Account Administrator']) {
      const again = readDecision(text, { asked: ['accountManager'], missing: 'decision' });
      assert.deepEqual([again.decision, again.roles], ['approve', ['accountAdministrator']], `said again: ${text}`);
    }
  });

  it('takes the name of a role for a decision only where it was approved and asked for the role', () => {
    for (const text of ['report viewer', 'Visualizzatore report', 'solo visualizzatore report, grazie']) {
      assert.equal(readDecision(text).decision, 'unclear', text);
      assert.equal(readDecision(text, { missing: 'decision' }).decision, 'unclear', text);
      const { decision, roles } = readDecision(text, { missing: 'role' });
      assert.deepEqual([decision, roles], ['approve', ['reportViewer']], text);
    }
    for (const text of [
      'thanks',
      'not report viewer',
      'report viewer?',
      'ask Lena',
      'Grazie.\n\nAmministratore account',
    ]) {
      assert.equal(readDecision(text, { missing: 'role' }).decision, 'unclear', text);
    }
    assert.equal(readDecision('no', { missing: 'role' }).decision, 'deny');
  });

  it('takes no answer about somebody else for one about the requester', () => {
    const requester = { name: 'Giulia Romano', email: 'giulia.romano@contoso.com' };
    for (const [text, decision] of [
      ['approve Giulia', 'approve'],
      ['approve giulia romano', 'approve'],
      ['va bene per Giulia', 'approve'],
      ['approve giulia.romano@contoso.com', 'approve'],
      ['approve Omar', 'unclear'],
      ['yes for Omar', 'unclear'],
      ['approvo la richiesta di Omar', 'unclear'],
      ['approve omar.haddad@contoso.com', 'unclear'],
      ['no for Omar', 'unclear'],
      ['deny Omar', 'unclear'],
      ['no for Giulia', 'deny'],
    ] as const) {
      assert.equal(readDecision(text, { requester }).decision, decision, text);
    }
  });

  it('hears what is said of the requester by name, and of nobody else', () => {
    const requester = { name: 'Giulia Romano', email: 'giulia.romano@contoso.com' };
    for (const [text, decision] of [
      ['Giulia can have it, go ahead', 'approve'],
      ['Giulia può entrare', 'approve'],
      ['Giulia lavora con me, quindi sì. Buona giornata', 'approve'],
      ['Yes, Giulia works with me', 'approve'],
      ['Autorizzo la collega Romano', 'approve'],
      ['ok per la collega Giulia Romano', 'approve'],
      ['Approvato, lavora con la collega Bianchi', 'approve'],
      ['Omar can have it', 'unclear'],
      ['Yes, Omar works with me', 'unclear'],
      ['ok per la collega Bianchi', 'unclear'],
      ['Autorizzo la collega Bianchi', 'unclear'],
      ['Giulia works with me', 'unclear'],
      ['Giulia lavora con me', 'unclear'],
      ['Yes, Giulia is leaving', 'unclear'],
      ['Yes, Giulia is not with us', 'unclear'],
      ['Giulia, can have it', 'unclear'],
      ['Lena says Giulia can have it', 'unclear'],
      ['Giulia can have it when Lena agrees', 'unclear'],
      ['Giulia può entrare domani', 'unclear'],
      ['Giulia non può entrare', 'unclear'],
    ] as const) {
      assert.equal(readDecision(text, { requester }).decision, decision, text);
    }
    assert.equal(readDecision('Giulia can have it').decision, 'unclear', 'nobody knows who asks');
  });

  it('shortens a long reason', () => {
    const { decision, reason } = readDecision(
      `No, she left the company. ${'We have many people like that. '.repeat(30)}`,
    );
    assert.equal(decision, 'deny');
    assert.ok(reason.startsWith('she left the company. We have'));
    assert.ok(reason.length <= 301 && reason.endsWith('…'));
  });

  it('approves nothing that is longer than anybody answers', () => {
    assert.equal(readDecision(`yes${' thanks'.repeat(5)}`).decision, 'approve');
    assert.equal(readDecision(`yes${' thanks'.repeat(2_000)}`).decision, 'unclear');
    assert.equal(readDecision(`yes${' '.repeat(100_000)}no`).decision, 'unclear');
  });

  it('survives any text, however long', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const { decision, confidence } = readDecision(text);
        assert.ok(confidence > 0 && confidence <= 1);
        assert.ok(['approve', 'deny', 'unclear'].includes(decision));
      }),
      { seed: 1, numRuns: 500 },
    );
    for (const piece of [
      'approve ',
      'no ',
      '<style',
      '&',
      '> ',
      'aprove ',
      'a@b.',
      'wrote:\n',
      'From:\n',
      '👍',
      'i.',
    ]) {
      // Time that grows with the square of the length would not end here.
      const { decision } = readDecision(piece.repeat(1_000_000 / piece.length));
      assert.equal(decision, 'unclear', `a megabyte of ${JSON.stringify(piece)}`);
    }
  });
});
