import type { Walks } from '../../dialogs/turn.ts';

/** Roughly what *Invite a user* shows, filled in with what was said: 8 KB of form. */
function form(text: string, count: number): Record<string, unknown> {
  const fields = ['email', 'firstName', 'lastName', 'language', 'country', 'message'];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: 'Invite a user', size: 'Large', weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: `You said: ${text}`, wrap: true },
      ...fields.map((id) => ({
        type: 'Input.Text',
        id,
        label: `The ${id} of the person to be invited`,
        isRequired: true,
        errorMessage: `Enter the ${id}: the invitation cannot be sent without it.`,
        value: `value ${count}`,
        maxLength: 254,
      })),
      ...['roles', 'account'].map((id) => ({
        type: 'Input.ChoiceSet',
        id,
        label: `The ${id} that the person gets`,
        isMultiSelect: id === 'roles',
        isRequired: true,
        errorMessage: 'Choose at least one.',
        choices: Array.from({ length: 25 }, (_, index) => ({
          title: `A choice that says what somebody with role number ${index} may do in the Business Center`,
          value: `choice-${index}`,
        })),
      })),
    ],
    actions: ['Invite', 'Invite another', 'Cancel'].map((title) => ({
      type: 'Action.Submit',
      title,
      data: { usher: { do: 'step', walk: 'inviteUser', card: `0123abcd-${count}`, action: title } },
    })),
  };
}

/** What a turn of a real walk does beside understanding the sentence: reads and changes its state, answers with a form. */
export const standInWalks: Walks = {
  async onTurn(turn) {
    const memory = turn.memory as { count?: number; dialogs?: unknown; values?: Record<string, string> };
    memory.count = (memory.count ?? 0) + 1;
    memory.values = { email: 'maria.rossi@contoso.com', roles: 'userAdministrator', language: 'it' };
    memory.dialogs = {
      dialogStack: [{ id: 'inviteUser', state: { step: 2, options: { account: 'a', card: memory.count } } }],
    };
    const text = turn.input.kind === 'text' ? turn.input.text : turn.input.kind;
    turn.note({
      understood: {
        intent: 'inviteUser',
        confidence: 0.97,
        language: 'en',
        data: { emails: ['maria.rossi@contoso.com'] },
      },
      walk: 'inviteUser',
      step: 'form',
      language: 'en',
    });
    turn.say({
      card: form(text, memory.count),
      summary: 'Invite a user: a form with eight fields',
      rememberAs: 'form',
    });
  },
};
