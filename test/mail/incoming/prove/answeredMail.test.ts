import assert from 'node:assert/strict';
import { answeredMail } from '../../../../mail/incoming/prove/answeredMail.ts';
import type { Notice } from '../../../../models/notice.ts';
import { OutgoingMail } from '../../../../models/outgoingMail.ts';
import { recordMail } from '../../../../onboarding/perform/recordMail.ts';
import { replyReference } from '../../../../onboarding/replyReference.ts';
import { openTestStore, type TestStore } from '../../../models/testStore.ts';
import { linkSecret } from '../../mailTest.ts';
import { notices } from '../../notices.ts';

const marco = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri', language: 'it' };
const lena = { email: 'lena.vogel@contoso.com', firstName: 'Lena', lastName: 'Vogel', language: 'en' };

describe('the mail that a mail answers', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(() => store.clear());
  after(() => store.close());

  /** Records a mail as use cases do. @returns its reference. */
  async function mailTo(to: typeof marco, id: string, state: OutgoingMail['state'] = 'sent'): Promise<string> {
    await recordMail({ linkSecret }, id, to, notices['domain-verified'] as Notice);
    await OutgoingMail.updateOne({ _id: id }, { $set: { state } });
    return replyReference(linkSecret, id);
  }
  const found = async (references: string[], from: string) => {
    const answered = await answeredMail(references, from);
    return 'mail' in answered ? `${answered.outcome} ${answered.mail._id}` : answered.outcome;
  };

  it('is found for whom it was sent to, in whatever letters', async () => {
    const reference = await mailTo(marco, 'mail-1');
    assert.equal(await found([reference], marco.email), 'answered mail-1');
    assert.equal(await found([reference.toUpperCase()], 'Marco.Ferri@CONTOSO.com'), 'answered mail-1');
  });

  it('is told when it was sent to somebody else, who passed it on', async () => {
    const reference = await mailTo(marco, 'mail-1');
    assert.equal(await found([reference], lena.email), 'sentToAnother mail-1');
    assert.equal(await found([reference], 'marco.ferri@contoso.com.tailspintoys.com'), 'sentToAnother mail-1');
    assert.equal(await found([reference], ''), 'sentToAnother mail-1');
  });

  it('is the likeliest of several that was sent to this person', async () => {
    const [toLena, first, second] = [
      await mailTo(lena, 'mail-1'),
      await mailTo(marco, 'mail-2'),
      await mailTo(marco, 'mail-3'),
    ];
    assert.equal(await found([toLena, second, first], marco.email), 'answered mail-3');
  });

  it('is none for references that are not ours, and without any', async () => {
    await mailTo(marco, 'mail-1');
    assert.equal(await found([], marco.email), 'none');
    assert.equal(await found([replyReference('x'.repeat(40), 'mail-1')], marco.email), 'none');
    assert.equal(await found([''], marco.email), 'none');
  });

  it('is none for a mail that never went out', async () => {
    for (const state of ['waiting', 'failed', 'dropped'] as const) {
      assert.equal(await found([await mailTo(marco, state, state)], marco.email), 'none');
    }
  });

  it('is waited for while the outbox does not know that it went out', async () => {
    assert.equal(await found([await mailTo(marco, 'mail-1', 'drafted')], marco.email), 'notSentYet');
  });

  it('is not looked for in a long list of guesses', async () => {
    const reference = await mailTo(marco, 'mail-1');
    const guesses = Array.from({ length: 50 }, (_, at) => replyReference('g'.repeat(40), String(at)));
    assert.equal(await found([...guesses, reference], marco.email), 'none');
    assert.equal(await found([reference, ...guesses], marco.email), 'answered mail-1');
  });
});
