/** Hashing one password takes 32 MB: so many at a time, whoever floods the sign-in. */
const atOnce = 2;
/** So many wait their turn, some seconds at most; more are turned away. */
const mostWaiting = 40;

let working = 0;
const waiting: (() => void)[] = [];

/**
 * Does `work` when it is its turn.
 *
 * @returns its result, or `busy` when too many are waiting already and it was not begun.
 */
export async function inHashingLine<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (working >= atOnce) {
    if (waiting.length >= mostWaiting) return 'busy';
    // Whoever is done hands their place over, so that nobody who comes later takes it.
    await new Promise<void>((turn) => waiting.push(turn));
  } else {
    working += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
