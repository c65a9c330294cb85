import { storeFaults } from '../models/storeFaults.ts';
import { SettingsError } from '../settings.ts';

/**
 * @returns what the operator can mend, in plain words, and the exit code: 2 for settings, 1 for the store.
 * @throws any other fault, as it is.
 */
export function plainFault(fault: unknown): { message: string; code: 1 | 2 } {
  if (fault instanceof SettingsError) return { message: fault.message, code: 2 };
  if (storeFaults.some((kind) => fault instanceof kind)) return { message: (fault as Error).message, code: 1 };
  throw fault;
}
