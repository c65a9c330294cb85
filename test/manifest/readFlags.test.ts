import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFlags } from '../../manifest/readFlags.ts';

const appId = '12345678-90ab-4cde-8f01-234567890abc';
const domain = 'usher.contoso.com';
const good = ['--app-id', appId, '--domain', domain];

/** What was wrong with a command line; nothing when it was taken. */
function problems(...args: string[]): readonly string[] {
  const read = readFlags(args);
  return read.kind === 'wrong' ? read.problems : [];
}

describe('the flags of the manifest command', () => {
  it('are an id, a domain and a file, which is usher.zip if nothing is said', () => {
    assert.deepEqual(readFlags(good), { kind: 'build', appId, domain, out: 'usher.zip' });
    assert.deepEqual(readFlags(['--out=a/b.ZIP', ...good]), { kind: 'build', appId, domain, out: 'a/b.ZIP' });
  });

  it('may name the registration by which the helpdesk signs in', () => {
    const helpdeskClientId = '87654321-90ab-4cde-8f01-234567890abc';
    const read = readFlags([...good, '--helpdesk-client-id', helpdeskClientId]);
    assert.deepEqual(read, { kind: 'build', appId, domain, out: 'usher.zip', helpdeskClientId });
    assert.match(problems(...good, '--helpdesk-client-id', 'x').join(), /^--helpdesk-client-id "x" is wrong: give the/);
  });

  it('come out in one spelling, so that the same app is the same package', () => {
    const read = readFlags(['--app-id', appId.toUpperCase(), '--domain', 'Büro.Contoso.com']);
    assert.deepEqual(read, { kind: 'build', appId, domain: 'xn--bro-hoa.contoso.com', out: 'usher.zip' });
  });

  it('explain themselves when asked, whatever else is there', () => {
    assert.deepEqual(readFlags(['--help']), { kind: 'help' });
    assert.deepEqual(readFlags(['--domain', 'localhost', '--help']), { kind: 'help' });
  });

  const wrong: [says: string[], hears: RegExp[]][] = [
    [[], [/^--app-id is missing: give the GUID/, /^--domain is missing: give the host/]],
    [['--app-id', appId], [/^--domain is missing/]],
    [['--app-id', 'usher', '--domain', domain], [/^--app-id "usher" is wrong: give the GUID/]],
    [['--app-id', `{${appId}}`, '--domain', domain], [/^--app-id .* is wrong: give the GUID/]],
    [
      ['--app-id', '00000000-0000-0000-0000-000000000000', '--domain', domain],
      [/^--app-id .* is wrong: give the GUID/],
    ],
    [['--app-id', '0000', '--domain', domain], [/^--app-id .* is wrong: give the GUID/]],
    [['--app-id', '--domain', domain], [/^--app-id has no value/]],
    [['--app-id', appId, '--domain'], [/^--domain has no value/]],
    [['--app-id=', '--domain', domain], [/^--app-id has no value/]],
    [[...good, '--domain', 'fabrikam.com'], [/^--domain is given twice/]],
    [
      [...good, '--tenant', 'contoso'],
      [/^"--tenant" is unknown: the flags are/, /^"contoso" belongs to no flag/],
    ],
    [[...good, '--toString'], [/^"--toString" is unknown/]],
    [
      [...good, '-o', 'x.zip'],
      [/^"-o" is unknown/, /^"x.zip" belongs to no flag/],
    ],
    [[...good, '--out', 'usher.tar'], [/^--out "usher.tar" is wrong: .* ends in \.zip/]],
    [[...good, '--out', 'folder/.zip'], [/^--out "folder\/.zip" is wrong/]],
    [
      ['--app-id', 'x', '--domain', 'y', '--out', 'z'],
      [/^--app-id "x"/, /^--domain "y"/, /^--out "z"/],
    ],
  ];
  for (const [says, hears] of wrong) {
    it(`${says.join(' ') || 'nothing at all'}: one sentence for each mistake`, () => {
      const found = problems(...says);
      assert.equal(found.length, hears.length, found.join('\n'));
      for (const [index, expected] of hears.entries()) assert.match(found[index] ?? '', expected);
    });
  }

  const wrongDomains: [written: string, hears: RegExp][] = [
    ['https://usher.contoso.com', /without https/],
    ['usher.contoso.com/bot', /without a path/],
    ['usher.contoso.com:3978', /leave out the port/],
    ['*.contoso.com', /one host, not a pattern/],
    ['192.0.2.7', /no IP address/],
    ['3221225991', /no IP address/],
    ['[2001:db8::1]', /no IP address/],
    ['2001:db8::1', /no IP address/],
    ['localhost', /full host name/],
    ['usher', /full host name/],
    ['usher.contoso.com.', /full host name/],
    ['usher..contoso.com', /full host name/],
    ['-usher.contoso.com', /full host name/],
    ['ush_er.contoso.com', /full host name/],
    ['ush er.contoso.com', /full host name/],
    ['ush%65r.contoso.com', /full host name/],
    ['xn--a.com', /full host name/],
    [`${'a'.repeat(64)}.com`, /full host name/],
    [`${'a.'.repeat(130)}com`, /full host name/],
    ['co.uk', /public suffix/],
    ['azurewebsites.net', /public suffix/],
  ];
  for (const [written, hears] of wrongDomains) {
    it(`${written.slice(0, 40)} is no domain`, () => {
      const [problem = '', ...others] = problems('--app-id', appId, `--domain=${written}`);
      assert.deepEqual(others, []);
      assert.match(problem, hears);
      assert.match(problem, /\(example: usher\.contoso\.com\)$/);
    });
  }

  it('take every GUID and every ordinary domain', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.domain(), (id, label) => {
        const host = `usher.${label}`.slice(-253);
        assert.deepEqual(problems('--app-id', id, '--domain', host), []);
      }),
      { seed: 1 },
    );
  });

  it('answer anything at all in single lines, and never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--app-id', '--domain', '--out', '--'))), (args) => {
        for (const problem of problems(...args)) assert.match(problem, /^\P{Cc}+$/u);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});
