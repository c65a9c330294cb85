import { StoreFormatError } from '../models/embedded/StoreFormatError.ts';
import { StoreInUseError } from '../models/embedded/StoreInUseError.ts';
import { StoreUnreachableError } from '../models/StoreUnreachableError.ts';
import { SettingsError } from '../settings.ts';

const ofStore = [StoreInUseError, StoreFormatError, StoreUnreachableError];

/**
 * @returns what the operator can mend, in plain words, and the exit code: 2 for settings, 1 for the store.
 * @throws any other fault, as it is.
 */
export function plainFault(fault: unknown): { message: string; code: 1 | 2 } {
  if (fault instanceof SettingsError) return { message: fault.message, code: 2 };
  if (ofStore.some((kind) => fault instanceof kind)) return { message: (fault as Error).message, code: 1 };
  throw fault;
}
