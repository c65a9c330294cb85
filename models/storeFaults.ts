import { StoreFormatError } from './embedded/StoreFormatError.ts';
import { StoreInUseError } from './embedded/StoreInUseError.ts';
import { StoreWriteError } from './embedded/StoreWriteError.ts';
import { StoreUnreachableError } from './StoreUnreachableError.ts';

/** What can be wrong with a store that the operator can mend: their messages say how. */
export const storeFaults = [StoreInUseError, StoreFormatError, StoreWriteError, StoreUnreachableError];
