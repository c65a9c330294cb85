import { readName } from './readName.ts';
import type { PersonView } from './views.ts';

/** @returns a person as shown: first and last name, or the address where no fit name is known. */
export function personView(person: { email: string; firstName?: string; lastName?: string }): PersonView {
  // Names may come from a roster somebody else keeps: one that could not be typed in is not shown either.
  const names = [person.firstName, person.lastName].flatMap((part) => {
    const read = readName(part);
    return 'name' in read ? [read.name] : [];
  });
  const email = person.email.toLowerCase();
  return { name: names.join(' ') || email, email };
}
