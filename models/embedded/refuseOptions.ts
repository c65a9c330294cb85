import { serverError } from './serverError.ts';

/**
 * Refuses what would be silently wrong if it were ignored: sessions (there are no transactions) and collations.
 * @throws MongoServerError that says what to do instead
 */
export function refuseOptions(options: object | null | undefined): void {
  const { session, collation } = (options ?? {}) as { session?: unknown; collation?: unknown };
  if (session) {
    throw serverError(
      'IllegalOperation',
      'The built-in store has no sessions and no transactions: write what belongs together into one document',
    );
  }
  if (collation) {
    throw serverError('CommandNotSupported', 'The built-in store has no collations: keep a folded copy of the text');
  }
}
