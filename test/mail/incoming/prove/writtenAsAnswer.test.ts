import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { writtenAsAnswer } from '../../../../mail/incoming/prove/writtenAsAnswer.ts';
import type { AccessRequested, Notice } from '../../../../models/notice.ts';
import { notices } from '../../notices.ts';

const sent = DateTime.fromISO('2026-11-25T09:00:00Z');
const request = notices['request-for-an-invitation'] as AccessRequested;

describe('a mail written to answer one of ours', () => {
  const by = (name: string): AccessRequested => ({ ...request, requester: { ...request.requester, name } });
  const asksBack = (about: AccessRequested): Notice => ({
    kind: 'mailAnswer',
    conversation: 'mail:1',
    heading: 'Non ho capito',
    blocks: [],
    quoted: 'boh',
    asksBack: { request: about, missing: 'decision' },
  });
  const answers = (notice: Notice, subject: string, date: Date | undefined = sent.plus({ hours: 1 }).toJSDate()) =>
    writtenAsAnswer({ date, subject }, { notice, createdAt: sent.toJSDate(), sentAt: sent.toJSDate() });

  it('bears a date, by a clock that may be a day behind ours', () => {
    const subject = 'Re: Giulia Romano chiede un invito';
    const at = (date: Date | undefined, sentAt?: Date) =>
      writtenAsAnswer({ date, subject }, { notice: request, createdAt: sent.toJSDate(), ...(sentAt && { sentAt }) });
    const ago = (hours: number) => sent.minus({ hours }).toJSDate();
    assert.equal(at(undefined), false);
    assert.equal(at(ago(24)), true);
    assert.equal(at(ago(25)), false);
    // What waited to be sent was seen by nobody before.
    const later = sent.plus({ days: 2 }).toJSDate();
    assert.equal(at(sent.toJSDate(), later), false);
    assert.equal(at(later, later), true);
  });

  it('has the name of whoever asks in its subject, however that is written', () => {
    for (const [name, subject, answered] of [
      ['Giulia Romano', 'Re: Giulia Romano chiede un invito', true],
      ['Giulia Romano', 'R: GIULIA  ROMANO chiede un invito', true],
      ['Giulia Romano', 'Re: pranzo', false],
      ['Giulia Romano', 'Re: Marco Ferri chiede un invito', false],
      ['Giulia Romano', 'Re: Giulia chiede un invito', false],
      ['Giulia Romano', '', false],
      ['Zoë Müller', `AW: ${'Zoë Müller'.normalize('NFD')} asks for an invitation`, true],
      ['x'.repeat(100), `Re: ${'x'.repeat(60)}…`, true],
      ['x'.repeat(100), `Re: ${'x'.repeat(59)}…`, false],
    ] as const) {
      assert.equal(answers(by(name), subject), answered, subject);
      assert.equal(answers(asksBack(by(name)), subject), answered, `what is asked back: ${subject}`);
    }
  });

  it('needs no name in answer to what asks nobody to decide', () => {
    const { asksBack: _, ...answer } = asksBack(request) as Extract<Notice, { kind: 'mailAnswer' }>;
    for (const notice of [answer, notices.invitation as Notice]) {
      assert.equal(answers(notice, 'Re: pranzo'), true);
      assert.equal(answers(notice, 'Re: pranzo', sent.minus({ days: 2 }).toJSDate()), false);
    }
  });
});
