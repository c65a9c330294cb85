/** The helpdesk of local mode: one who may look, one who may also act. */
export const helpdeskPeople = {
  'Helpdesk.Read': { email: 'rosa.berg@businesscenter.example', name: 'Rosa Berg' },
  'Helpdesk.Act': { email: 'adam.holt@businesscenter.example', name: 'Adam Holt' },
} as const;
