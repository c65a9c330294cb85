/**
 * Joins pieces of work: those that come while a write is under way go into the next one together.
 *
 * @param write does all of them, or throws; then none of them counts as done.
 * @returns takes one piece, and resolves when it is done.
 */
export function gathered<Piece>(write: (pieces: Piece[]) => Promise<void>): (piece: Piece) => Promise<void> {
  let waiting: { piece: Piece; resolve: () => void; reject: (fault: unknown) => void }[] = [];
  let writing = false;

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const now = waiting;
      waiting = [];
      try {
        await write(now.map(({ piece }) => piece));
        for (const { resolve } of now) resolve();
      } catch (fault) {
        for (const { reject } of now) reject(fault);
      }
    }
    writing = false;
  }

  return (piece) =>
    new Promise((resolve, reject) => {
      waiting.push({ piece, resolve, reject });
      if (!writing) void writeAll();
    });
}
