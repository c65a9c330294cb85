/** A stretch of the text that was understood as a piece of data. */
export interface Span {
  kind: 'email' | 'domain' | 'number' | 'name' | 'language' | 'country' | 'role';
  start: number;
  end: number;
}

/** @returns whether the stretch from `start` to `end` touches one that is already spoken for. */
export function isTaken(spans: readonly Span[], start: number, end: number): boolean {
  return spans.some((span) => span.start < end && start < span.end);
}
