import type { Texts } from '../../language/texts.ts';
import { listInWords } from '../../language/wording.ts';
import type { MailBlock } from '../../models/mailBlock.ts';
import type { Role } from '../../models/role.ts';
import { permissionsOf } from '../../onboarding/rolePolicy.ts';

/** @returns the roles with what each permits. */
export function roleBlock(title: string, roles: readonly Role[], texts: Texts, language: string): MailBlock {
  return {
    kind: 'roles',
    title,
    roles: roles.map((role) => {
      const permissions = permissionsOf(role).map((permission) => texts.permissions[permission]);
      return {
        name: texts.roles[role],
        permits: texts.mail.permits({ permissions: listInWords(permissions, language) }),
      };
    }),
  };
}
