/** @returns whether a write failed because a unique index has the value already (MongoDB error 11000). */
export function isDuplicateKey(fault: unknown): boolean {
  return (fault as { code?: unknown } | null)?.code === 11_000;
}
