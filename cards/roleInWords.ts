import { listInWords } from '../language/wording.ts';
import type { Role } from '../models/role.ts';
import { permissionsOf } from '../onboarding/rolePolicy.ts';
import type { Reader } from './inWords.ts';

/** @returns what a role permits, in one sentence, to whoever asks about one that they do not hold. */
export function roleInWords(role: Role, { texts, language }: Reader): string {
  const permissions = permissionsOf(role).map((permission) => texts.permissions[permission]);
  return texts.checkRole.permitsOf({ role: texts.roles[role], what: listInWords(permissions, language) });
}
