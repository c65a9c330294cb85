import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CannedAnswer, Page } from '../../../helpdesk/api.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { Message } from '../../../models/message.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { people } from '../../onboarding/people.ts';
import { scene } from '../../onboarding/scene.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';

describe('stepping in, over HTTP', () => {
  const here = scene();
  const id = 'mail:thread';
  const path = `/conversations/${encodeURIComponent(id)}`;
  let site: TestConsole;
  let reader: OperatorBrowser;
  let actor: OperatorBrowser;

  beforeEach(async () => {
    site = await startConsole(here.house);
    reader = await OperatorBrowser.signedIn(site, operators.reader);
    actor = await OperatorBrowser.signedIn(site, operators.actor);
    const at = new Date();
    await Conversation.create({
      _id: id,
      channel: 'mail',
      person: people.omar.email,
      startedAt: at,
      lastMessageAt: at,
    });
  });
  afterEach(() => site.close());

  it('joins, answers once, notes, hands back; joining is in the audit log', async () => {
    assert.equal((await actor.post(`${path}/join`)).status, 200);
    const words = { wordsId: randomUUID(), text: 'Good morning' };
    for (let press = 0; press < 2; press++) assert.equal((await actor.post(`${path}/answer`, words)).status, 200);
    assert.equal((await actor.post(`${path}/note`, { wordsId: randomUUID(), text: 'Is nice' })).status, 200);
    await here.house.work();
    const kinds = (await OutgoingMail.find().sort({ _id: 1 }).lean()).map(({ notice }) =>
      notice.kind === 'helpdesk' ? notice.what : notice.kind,
    );
    assert.deepEqual(kinds.sort(), ['joined', 'words']);
    const log = await Message.find({ conversation: id, operator: { $exists: true } }).lean();
    assert.deepEqual(log.map(({ direction, text }) => `${direction} ${text}`).sort(), [
      'note Is nice',
      'out Good morning',
    ]);
    assert.equal((await actor.post(`${path}/hand-back`)).status, 200);
    assert.deepEqual((await actor.post(`${path}/hand-back`)).json, { refused: 'notJoined' });
    assert.equal((await actor.post(`${path}/done`)).status, 200);
    assert.ok((await Conversation.findById(id).lean())?.doneAt);
    const audited = await AuditEntry.find({ action: 'conversationJoined' }).lean();
    assert.deepEqual(
      audited.map((entry) => [entry.who, entry.forWhom, entry.conversation, entry.channel]),
      [[operators.actor.email, people.omar.email, id, 'helpdesk']],
    );
  });

  it('is not for those who may only look', async () => {
    for (const act of ['join', 'hand-back', 'done', 'answer', 'note']) {
      const came = await reader.post(`${path}/${act}`, { wordsId: randomUUID(), text: 'x' });
      assert.deepEqual([came.status, came.json], [403, { refused: 'mayNot' }], act);
    }
    const answer = { title: 'a', language: 'en', text: 'b' };
    const { id: kept } = (await actor.post<CannedAnswer>('/canned-answers', answer)).json;
    for (const [place, input] of [
      ['/canned-answers', answer],
      [`/canned-answers/${kept}`, { ...answer, text: 'c' }],
      [`/canned-answers/${kept}/delete`, {}],
    ] as const) {
      assert.equal((await reader.post(place, input)).status, 403, place);
    }
    assert.deepEqual((await reader.get('/canned-answers')).json, { rows: [{ id: kept, ...answer }] });
    assert.equal((await Conversation.findById(id).lean())?.joined, undefined);
  });

  it('says by name what was wrong', async () => {
    await actor.post(`${path}/join`);
    assert.deepEqual((await actor.post(`${path}/answer`, { wordsId: 'x', text: ' ' })).json, {
      refused: 'wrongInput',
      fields: ['wordsId', 'text'],
    });
    assert.deepEqual((await actor.post(`${path}/answer`, { text: 7 })).json, {
      refused: 'wrongInput',
      fields: ['wordsId', 'text'],
    });
    assert.equal((await actor.post('/conversations/nowhere/join')).status, 404);
    assert.deepEqual((await actor.post('/canned-answers', { title: '', language: 'en', text: 'Hi {who}' })).json, {
      refused: 'wrongInput',
      fields: ['title', 'text'],
    });
  });

  it('keeps canned answers', async () => {
    const made = await actor.post<CannedAnswer>('/canned-answers', {
      title: 'Junk',
      language: 'en',
      text: 'Hi {name}',
    });
    const changed = { title: 'Spam', language: 'en', text: 'Hello {name}' };
    assert.equal((await actor.post(`/canned-answers/${made.json.id}`, changed)).status, 200);
    const { rows } = (await reader.get<Page<CannedAnswer>>('/canned-answers')).json;
    assert.deepEqual(rows, [{ id: made.json.id, ...changed }]);
    await actor.post(`/canned-answers/${made.json.id}/delete`);
    assert.deepEqual((await reader.get<Page<CannedAnswer>>('/canned-answers')).json.rows, []);
  });
});
