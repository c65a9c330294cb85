import { languages, textsFor } from '../language/texts.ts';
import { countryName } from '../language/wording.ts';
import type { Role } from '../models/role.ts';
import { readCountry } from '../onboarding/readCountry.ts';
import { countryChoices } from './countryChoices.ts';
import type { Field } from './form.ts';
import type { Reader } from './inWords.ts';

/** What is the same for one invited person and for a list of them: which language, where, and what they may do. */
export interface InviteDefaults {
  language: string;
  country: string;
  roles: readonly string[];
}

/**
 * @param assignable the roles that the reader may give; no others are offered.
 * @returns the fields language, country and roles.
 */
export function inviteFields(
  { language, country, roles }: InviteDefaults,
  problems: Record<string, string>,
  assignable: readonly Role[],
  reader: Reader,
  rolesRequired = true,
): Field[] {
  const { texts } = reader;
  const { fields } = texts;
  return [
    {
      kind: 'choice',
      id: 'language',
      label: fields.language,
      choices: languages.map((code) => ({ title: textsFor(code).languageName, value: code })),
      value: languages.includes(language) ? language : undefined,
      required: true,
      errorMessage: fields.required({ label: fields.language }),
      problem: problems.language,
    },
    {
      kind: 'choice',
      id: 'country',
      label: fields.country,
      choices: countryChoices(reader.language),
      look: 'filtered',
      value: readCountry(country) ? countryName(country, reader.language) : country,
      required: true,
      errorMessage: fields.required({ label: fields.country }),
      problem: problems.country,
    },
    {
      kind: 'choice',
      id: 'roles',
      label: fields.roles,
      several: true,
      choices: assignable.map((role) => ({ title: texts.roles[role], value: role })),
      value: roles.filter((role) => (assignable as readonly string[]).includes(role)).join(','),
      ...(rolesRequired && { required: true, errorMessage: fields.required({ label: fields.roles }) }),
      problem: problems.roles,
    },
  ];
}
