import type { HelpdeskRole } from '../models/operatorSession.ts';

/** The helpdesk of local mode by the links that let them in: one who may look, one who may also act. */
export const helpdeskPeople = {
  'Helpdesk.Read': { email: 'rosa.berg@businesscenter.example', name: 'Rosa Berg' },
  'Helpdesk.Act': { email: 'adam.holt@businesscenter.example', name: 'Adam Holt' },
} as const;

/** All who can sign in to the console as with Microsoft: a second one who may act, so that two can meet in a conversation. */
export const helpdeskStaff: readonly { email: string; name: string; role: HelpdeskRole }[] = [
  { ...helpdeskPeople['Helpdesk.Read'], role: 'Helpdesk.Read' },
  { ...helpdeskPeople['Helpdesk.Act'], role: 'Helpdesk.Act' },
  { email: 'vera.lind@businesscenter.example', name: 'Vera Lind', role: 'Helpdesk.Act' },
];
