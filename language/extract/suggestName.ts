import type { PersonName } from './names.ts';

// Mailboxes of a department or a machine, in the languages of Europe.
const shared = new Set(
  'accounting admin administration administrator amministrazione assistenza billing buchhaltung commerciale compras contact contabilita direzione acquisti finance help helpdesk hr info it licensing licenze mail marketing no noreply office ordini orders personale postmaster procurement purchasing reception reply sales segreteria service servizio support supporto team ufficio user utente vendite webmaster'.split(
    ' ',
  ),
);

/**
 * Reads a name off an address, when its part before the @ is two words and neither is a department's.
 *
 * @returns a suggestion, for a person to look at; undefined for anything less clear than `maria.rossi@…`.
 */
export function suggestName(email: string): PersonName | undefined {
  const match = /^(\p{L}{2,})[._](\p{L}{2,}(?:-\p{L}{2,})?)@/u.exec(email);
  if (!match) return undefined;
  const [first = '', last = ''] = [match[1], match[2]];
  if (shared.has(first) || shared.has(last)) return undefined;
  const [firstName, lastName] = [capitalise(first), last.split('-').map(capitalise).join('-')];
  return { name: `${firstName} ${lastName}`, firstName, lastName, email };
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
