import { languages, textsFor } from '../language/texts.ts';
import type { PersonView } from '../onboarding/views.ts';
import { cancelButton, sendButton, type WalkName } from './buttons.ts';
import { card, type SpokenCard } from './card.ts';
import { heading, paragraph } from './elements.ts';
import { form } from './form.ts';
import type { Reader } from './inWords.ts';

export interface DesignateInput {
  email: string;
  firstName: string;
  lastName: string;
  language: string;
}

/** Asks who is to be the purchasing account administrator of a customer from now on. */
export function designateForm(
  {
    customer,
    typed,
    problems,
    lead,
  }: {
    customer: { organization: string; number: string; old: PersonView };
    typed: Partial<DesignateInput>;
    problems: Record<string, string>;
    /** What stands in the way, when it is no field. */
    lead?: string | undefined;
  },
  button: { walk: WalkName; card: string },
  { texts }: Reader,
): SpokenCard {
  const words = texts.partner;
  const { organization, number, old } = customer;
  const question = words.designateLead({ organization, number, who: old.name, email: old.email });
  const text = (id: 'email' | 'firstName' | 'lastName', maxLength: number) =>
    ({
      kind: 'text',
      id,
      label: texts.fields[id],
      maxLength,
      value: typed[id],
      required: true,
      errorMessage: texts.fields.required({ label: texts.fields[id] }),
      problem: problems[id],
    }) as const;
  return card(
    lead ?? Object.values(problems)[0] ?? question,
    [
      heading(words.designate),
      paragraph(question),
      lead !== undefined && paragraph(lead, { color: 'Attention' }),
      ...form([
        { ...text('email', 254), style: 'Email', placeholder: texts.inviteUser.emailPlaceholder },
        text('firstName', 64),
        text('lastName', 64),
        {
          kind: 'choice',
          id: 'language',
          label: texts.fields.language,
          choices: languages.map((language) => ({ title: textsFor(language).languageName, value: language })),
          value: typed.language,
          required: true,
          errorMessage: texts.fields.required({ label: texts.fields.language }),
          problem: problems.language,
        },
      ]),
    ],
    [
      sendButton(words.goOn, { ...button, action: 'goOn' }),
      cancelButton(texts.buttons.cancel, button.walk, button.card),
    ],
  );
}
