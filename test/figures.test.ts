import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { register } from 'prom-client';
import '../mail/figures.ts';
import '../mail/incoming/act/dealtCounter.ts';
import '../mail/incoming/fetch/figures.ts';

describe('the figures for Prometheus', () => {
  it('stand in docs/operate.md one by one', () => {
    const page = readFileSync(new URL('../docs/operate.md', import.meta.url), 'utf8');
    const documented = [...page.matchAll(/`(usher_\w+)`/g)].map(([, name]) => name);
    assert.deepEqual(
      documented.sort(),
      register
        .getMetricsAsArray()
        .map(({ name }) => name)
        .sort(),
    );
  });
});
