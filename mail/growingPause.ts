/**
 * @param first the pause after the first fault, in milliseconds; it doubles with each further one.
 * @param most where it stops growing.
 * @param faults how many there were in a row, from 1.
 * @returns the pause with a quarter of it left to chance, so that several processes do not come back together.
 */
export function growingPause(first: number, most: number, faults: number): number {
  const pause = Math.min(first * 2 ** Math.min(faults - 1, 30), most);
  return Math.round(pause * (0.75 + Math.random() / 4));
}
