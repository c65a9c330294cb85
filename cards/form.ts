import type { Element } from './card.ts';
import { paragraph } from './elements.ts';

/** One input of a form. `problem` is what was wrong with what was typed; it is shown beside the field. */
export type Field = {
  id: string;
  label: string;
  /** What was typed or is proposed; shown again when something is wrong. */
  value?: string | undefined;
  required?: boolean;
  /** What the client says itself while the field is empty or wrong. */
  errorMessage?: string;
  problem?: string | undefined;
} & (
  | {
      kind: 'text';
      placeholder?: string;
      maxLength: number;
      style?: 'Text' | 'Email' | 'Tel' | 'Url';
      multiline?: boolean;
      pattern?: string;
    }
  | {
      kind: 'choice';
      choices: readonly { title: string; value: string }[];
      /** What holds where nothing is chosen. */
      placeholder?: string;
      /** Several may be chosen; the value is comma-separated then. */
      several?: boolean;
      look?: 'compact' | 'expanded' | 'filtered';
    }
  | { kind: 'toggle'; title: string }
);

/** @returns the inputs of a form, each followed by what is wrong with it. */
export function form(fields: readonly Field[]): Element[] {
  return fields.flatMap((field) => {
    const problem = field.problem ? [paragraph(field.problem, { color: 'Attention', spacing: 'None' })] : [];
    return [input(field), ...problem];
  });
}

function input(field: Field): Element {
  const shared = {
    id: field.id,
    label: field.label,
    ...(field.value !== undefined && field.value !== '' && { value: field.value }),
    ...(field.required && { isRequired: true, errorMessage: field.errorMessage ?? field.label }),
  };
  switch (field.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...shared,
        maxLength: field.maxLength,
        ...(field.placeholder && { placeholder: field.placeholder }),
        ...(field.style && { style: field.style }),
        ...(field.multiline && { isMultiline: true }),
        ...(field.pattern && { regex: field.pattern, errorMessage: field.errorMessage ?? field.label }),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...shared,
        choices: field.choices,
        ...(field.placeholder && { placeholder: field.placeholder }),
        style: field.look ?? (field.several ? 'expanded' : 'compact'),
        wrap: true,
        ...(field.several && { isMultiSelect: true }),
      };
    case 'toggle':
      return { type: 'Input.Toggle', ...shared, title: field.title, value: field.value === 'true' ? 'true' : 'false' };
  }
}
