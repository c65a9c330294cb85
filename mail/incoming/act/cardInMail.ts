import type { Texts } from '../../../language/texts.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';

/** What a card says, as a mail says it. */
export interface CardInMail {
  heading?: string;
  blocks: MailBlock[];
}

type Element = Record<string, unknown>;

/** So many choices are named; a list of all countries helps nobody. */
const mostChoices = 12;

/**
 * Says in a mail what a card shows in a chat (cards/elements.ts): its words, what its form holds and still needs, and
 * which of its buttons a reply can name. Cards of the walks only; what others could put into one is not looked for.
 */
export function cardInMail(card: Record<string, unknown>, texts: Texts): CardInMail {
  const words = texts.mail.answer;
  const body = flat((card.body ?? []) as Element[]);
  const [heading, ...more] = headingsOf(body);
  const fields = body.filter(isInput);
  const problems = new Map(body.flatMap((element, at) => (isProblem(body, at) ? [[body[at - 1], element]] : [])));
  const blocks: MailBlock[] = [
    ...more.map((text) => ({ kind: 'paragraph', text }) as const),
    ...body.flatMap((element, at): MailBlock[] => {
      if (element.type !== 'RichTextBlock' || isProblem(body, at)) return [];
      const text = textOf(element);
      if (text.trim() === '') return [];
      const isRecord = inlinesOf(element).some(({ fontType }) => fontType === 'Monospace');
      return [isRecord ? { kind: 'records', title: words.toCopy, records: [text] } : { kind: 'paragraph', text }];
    }),
  ];
  if (fields.length > 0) {
    blocks.push({
      kind: 'facts',
      rows: fields.map((field) => {
        const value = valueInWords(field, texts);
        const problem = problems.get(field);
        // That an empty one is needed is said already.
        const isWrong = problem !== undefined && field.value !== undefined;
        return {
          label: String(field.label ?? field.title),
          value: isWrong ? words.wrong({ value, problem: textOf(problem) }) : value,
        };
      }),
    });
    const isComplete = !fields.some((field) => field.value === undefined && isNeeded(field));
    const [onward, ...others] = submitActions(card).filter(({ style }) => style === 'positive');
    // Whoever reads a form that is filled in takes it for sent.
    const left = !isComplete
      ? words.sendMissing
      : onward && others.length === 0
        ? words.sayYes({ title: String(onward.title) })
        : undefined;
    if (left !== undefined) blocks.push({ kind: 'paragraph', text: left });
  }
  for (const { type, title, url } of (card.actions ?? []) as Element[]) {
    if (type === 'Action.OpenUrl') {
      blocks.push({ kind: 'button', label: String(title), link: String(url), fallback: texts.mail.linkFallback });
    }
  }
  const titles = submitActions(card).map(({ title }) => `“${String(title)}”`);
  if (titles.length > 0) blocks.push({ kind: 'note', text: words.replyWith({ titles: titles.join(', ') }) });
  return { ...(heading !== undefined && { heading }), blocks };
}

/** @returns what a card says it is about. */
export function headingOf(card: Record<string, unknown>): string | undefined {
  return headingsOf(flat((card.body ?? []) as Element[]))[0];
}

function headingsOf(body: readonly Element[]): string[] {
  return body.filter(({ style }) => style === 'heading').map(({ text }) => String(text));
}

/** @returns the buttons of a card that a reply can press, in their order. */
export function submitActions(card: Record<string, unknown>): Element[] {
  const inBody = flat((card.body ?? []) as Element[]).flatMap(({ actions }) => (actions ?? []) as Element[]);
  return [...inBody, ...((card.actions ?? []) as Element[])].filter(({ type }) => type === 'Action.Submit');
}

/** @returns the inputs of a card. */
export function inputsOf(card: Record<string, unknown>): Element[] {
  return flat((card.body ?? []) as Element[]).filter(isInput);
}

function isInput({ type }: Element): boolean {
  return String(type).startsWith('Input.');
}

/** Whether it says what is wrong with the field before it; see cards/form.ts. */
function isProblem(body: readonly Element[], at: number): boolean {
  const [before, element] = [body[at - 1], body[at]];
  if (!before || !element || !isInput(before)) return false;
  return element.type === 'RichTextBlock' && inlinesOf(element).some(({ color }) => color === 'Attention');
}

function inlinesOf(element: Element): Element[] {
  return (element.inlines ?? []) as Element[];
}

function textOf(element: Element): string {
  return inlinesOf(element)
    .map(({ text }) => String(text ?? ''))
    .join('');
}

function flat(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    const inner = [...((element.items ?? []) as Element[]), ...((element.columns ?? []) as Element[])];
    return inner.length > 0 ? flat(inner) : [element];
  });
}

/** Whether something has to be given: the placeholder of a choice says what holds where nothing is chosen. */
function isNeeded({ type, isRequired, placeholder }: Element): boolean {
  return type === 'Input.ChoiceSet' ? !placeholder : isRequired === true;
}

function valueInWords(field: Element, { mail }: Texts): string {
  const words = mail.answer;
  const value = field.value === undefined ? '' : String(field.value);
  if (field.type !== 'Input.ChoiceSet') return value || (isNeeded(field) ? words.needed : words.optional);
  const choices = (field.choices ?? []) as { title: string; value: string }[];
  const chosen = value.split(',').flatMap((each) => choices.find((choice) => choice.value === each)?.title ?? []);
  if (chosen.length > 0) return chosen.join(', ');
  if (value) return value;
  const named = { choices: choices.map(({ title }) => title).join(', ') };
  if (!isNeeded(field)) return words.openOneOf({ open: String(field.placeholder), ...named });
  return choices.length <= mostChoices ? words.neededOneOf(named) : words.needed;
}
