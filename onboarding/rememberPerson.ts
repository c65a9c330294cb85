import type { Person } from '../models/person.ts';
import type { House } from './house.ts';

export interface RememberPersonInput {
  email: string;
  firstName: string;
  lastName: string;
  teams?: Person['teams'];
}

/** Remembers somebody from the roster. */
export async function rememberPerson(_house: House, _input: RememberPersonInput): Promise<Person> {
  throw new Error('not built yet');
}
