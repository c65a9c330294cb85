import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPng } from './readPng.ts';

const icon = (name: string) => readPng(readFileSync(new URL(`../../manifest/icons/${name}`, import.meta.url)));

describe('the icons', () => {
  it('the colour icon is 192 x 192 and fills its square, because Teams rounds it', () => {
    const { width, height, pixels } = icon('color.png');
    assert.deepEqual([width, height, pixels.length], [192, 192, 192 * 192]);
    assert.ok(pixels.every(([, , , alpha]) => alpha === 255));
    assert.ok(new Set(pixels.map(String)).size > 100, 'it shows something');
  });

  it('the outline icon is 32 x 32, white on nothing', () => {
    const { width, height, pixels } = icon('outline.png');
    assert.deepEqual([width, height, pixels.length], [32, 32, 32 * 32]);
    const drawn = pixels.filter(([, , , alpha]) => alpha > 0);
    assert.ok(drawn.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255));
    assert.ok(drawn.some(([, , , alpha]) => alpha === 255));
    assert.ok(drawn.length > 100 && drawn.length < pixels.length / 2, 'an outline, not a filled square');
  });

  it('the outline icon keeps its edges free, so that nothing is cut off', () => {
    const { width, height, pixels } = icon('outline.png');
    const atEdge = pixels.filter((_, index) => {
      const [x, y] = [index % width, Math.floor(index / width)];
      return x === 0 || y === 0 || x === width - 1 || y === height - 1;
    });
    assert.ok(atEdge.every(([, , , alpha]) => alpha === 0));
  });
});
