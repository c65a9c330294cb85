import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What a process writes that opens the log at a level. @param says statements that use `log`. */
function logged(level: string, says: string): { out: string; lines: Record<string, unknown>[] } {
  const script = `import { openLog } from './log.ts'; const log = openLog('${level}'); ${says}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return { out: stdout, lines: stderr.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : [])) };
}

describe('the log', () => {
  it('goes to standard error, a JSON object a line, from its level on', () => {
    const { out, lines } = logged('warn', `log.info('heard'); log.warn({ port: 1 }, 'seen'); log.error('felt');`);
    assert.equal(out, '');
    assert.deepEqual(
      lines.map(({ level, msg }) => [level, msg]),
      [
        [40, 'seen'],
        [50, 'felt'],
      ],
    );
    assert.equal(lines[0]?.port, 1);
  });

  it('hides what is called like a secret, also in what a fault carries', () => {
    const names = ['token', 'password', 'secret', 'linkSecret'];
    const { lines } = logged(
      'info',
      `const kept = 'kaleidoscope';
      log.info({ ${names.map((name) => `${name}: kept`).join(', ')}, who: 'Usher' }, 'said');
      const fault = Object.assign(new Error('broken'), {
        token: kept, password: kept, secret: kept, authorization: 'Bearer ' + kept, headers: { cookie: kept },
      });
      log.error({ err: fault }, 'failed');
      log.info({ request: { authorization: kept, headers: { authorization: kept } } }, 'asked');`,
    );
    assert.deepEqual(
      lines.map(({ msg }) => msg),
      ['said', 'failed', 'asked'],
    );
    assert.doesNotMatch(JSON.stringify(lines), /kaleidoscope/);
    for (const name of names) assert.equal(lines[0]?.[name], '[hidden]');
    assert.equal(lines[0]?.who, 'Usher');
    assert.match(JSON.stringify(lines[1]?.err), /broken/);
  });
});
