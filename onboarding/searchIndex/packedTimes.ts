/**
 * Packs ascending whole numbers: their distances, seven bits a byte, the smaller part first (LEB128).
 */
export function packTimes(times: readonly number[]): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (const time of times) {
    let distance = time - last;
    while (distance >= 0x80) {
      bytes.push((distance & 0x7f) | 0x80);
      distance >>>= 7;
    }
    bytes.push(distance);
    last = time;
  }
  return Buffer.from(bytes);
}

/** @param packed of {@link packTimes}, as the driver of either store gives it out. */
export function unpackTimes(packed: Uint8Array | { buffer: Uint8Array }): number[] {
  const bytes = packed instanceof Uint8Array ? packed : packed.buffer;
  const times: number[] = [];
  let last = 0;
  let distance = 0;
  let shift = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    distance |= (byte & 0x7f) << shift;
    if (byte >= 0x80) {
      shift += 7;
      continue;
    }
    last += distance;
    times.push(last);
    distance = 0;
    shift = 0;
  }
  return times;
}
