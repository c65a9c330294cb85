import { inflateSync } from 'node:zlib';

/** A picture as its pixels: red, green, blue, alpha, each 0 to 255, row by row from the upper left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly (readonly [red: number, green: number, blue: number, alpha: number])[];
}

/** The prediction of a byte from its left, upper and upper left neighbours, by filter type (PNG 1.2, chapter 6). */
function predicted(filter: number, left: number, up: number, upperLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const [toLeft, toUp, toUpperLeft] = [up - upperLeft, left - upperLeft, left + up - 2 * upperLeft].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toUpperLeft) return left;
  return toUp <= toUpperLeft ? up : upperLeft;
}

/**
 * Reads a PNG of 8 bits per channel, in true colour with or without alpha, not interlaced: what the icons are.
 * @throws when it is anything else.
 */
export function readPng(file: Buffer): Picture {
  if (file.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('Not a PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
    }
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [depth, colourType, interlaced] = [file.readUInt8(24), file.readUInt8(25), file.readUInt8(28)];
  if (depth !== 8 || interlaced !== 0 || (colourType !== 2 && colourType !== 6)) throw new Error('Another kind of PNG');

  const channels = colourType === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(data));
  const pixels: [number, number, number, number][] = [];
  let previous = new Uint8Array(width * channels);
  for (let row = 0; row < height; row++) {
    const start = row * (width * channels + 1);
    const line = new Uint8Array(width * channels);
    for (let at = 0; at < line.length; at++) {
      const [left, upperLeft] = [line[at - channels] ?? 0, previous[at - channels] ?? 0];
      line[at] = raw.readUInt8(start + 1 + at) + predicted(raw.readUInt8(start), left, previous[at] ?? 0, upperLeft);
    }
    for (let at = 0; at < line.length; at += channels) {
      const [red = 0, green = 0, blue = 0, alpha = 255] = line.subarray(at, at + channels);
      pixels.push([red, green, blue, alpha]);
    }
    previous = line;
  }
  return { width, height, pixels };
}
