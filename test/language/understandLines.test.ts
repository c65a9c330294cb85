import assert from 'node:assert/strict';
import { Readable, Writable } from 'node:stream';
import { understandLines } from '../../commandLine/understand.ts';

async function answersTo(...chunks: (string | Buffer)[]): Promise<Record<string, unknown>[]> {
  const written: string[] = [];
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      setImmediate(done);
    },
  });
  await understandLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output);
  return written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('understanding lines', () => {
  it('answers each line with one JSON object, in order', async () => {
    const answers = await answersTo('chi è il mio amministratore?\nadd contoso.com\n');
    assert.deepEqual(
      answers.map(({ text, language, intent }) => ({ text, language, intent })),
      [
        { text: 'chi è il mio amministratore?', language: 'it', intent: 'findAdministrator' },
        { text: 'add contoso.com', language: 'en', intent: 'addDomain' },
      ],
    );
    const [, second] = answers;
    assert.deepEqual((second as { data: { domains: string[] } }).data.domains, ['contoso.com']);
  });

  it('takes lines that end in CRLF, that are empty, and a last one without an end', async () => {
    const answers = await answersTo('help\r\n\r\n\nstop');
    assert.deepEqual(
      answers.map(({ text, intent }) => [text, intent]),
      [
        ['help', 'help'],
        ['', 'none'],
        ['', 'none'],
        ['stop', 'cancel'],
      ],
    );
  });

  it('puts letters together that arrive in two pieces, and survives bytes that are not UTF-8', async () => {
    const line = Buffer.from('è\n');
    assert.deepEqual(
      (await answersTo(line.subarray(0, 1), line.subarray(1), Buffer.from([0xff, 0xfe, 10]))).map(({ text }) => text),
      ['è', '\ufffd\ufffd'],
    );
  });

  it('understands the beginning of a line of a megabyte and says that it cut it', async () => {
    const [long, next] = await answersTo(`stop ${'a'.repeat(1_000_000)}\n`, 'help\n');
    assert.equal(long?.cut, true);
    assert.ok(String(long?.text).length <= 64 * 1024);
    assert.equal(next?.intent, 'help');
  });

  it('ends quietly when nobody reads the answers any more', async () => {
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    await understandLines(Readable.from(Array.from({ length: 100 }, () => Buffer.from('help\n'))), output);
  });

  it('reports any other fault of the output', async () => {
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      },
    });
    await assert.rejects(understandLines(Readable.from([Buffer.from('help\nstop\n')]), output), /no space left/);
  });
});
