import type { HelpdeskRole } from '../../models/operatorSession.ts';

/** @returns the roles that come with one: who may act may look, too. */
export function rolesThatCome(role: HelpdeskRole): [HelpdeskRole, ...HelpdeskRole[]] {
  return role === 'Helpdesk.Act' ? ['Helpdesk.Read', 'Helpdesk.Act'] : ['Helpdesk.Read'];
}
