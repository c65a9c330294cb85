type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What is pressed, or does something by itself. */
const acting = ['selectAction', 'refresh', 'authentication', 'backgroundImage', 'rtl'];
const pictures = new Set(['Image', 'Media']);

/**
 * Makes a card harmless for being looked at: its buttons stay, without what they do; nothing is fetched from elsewhere.
 *
 * @param text the card as JSON.
 * @param pictureLeftOut stands where a picture from elsewhere was.
 * @returns the card, or undefined when it is none.
 */
export function harmlessCard(text: string, pictureLeftOut: string): object | undefined {
  try {
    const card = cleaned(JSON.parse(text), pictureLeftOut);
    return typeof card === 'object' && card !== null && !Array.isArray(card) ? card : undefined;
  } catch {
    return undefined;
  }
}

function cleaned(value: Json, pictureLeftOut: string): Json {
  if (Array.isArray(value)) return value.map((item) => cleaned(item, pictureLeftOut));
  if (typeof value !== 'object' || value === null) return value;
  const { type } = value;
  if (typeof type === 'string' && pictures.has(type) && !isOwn(value.url)) {
    const alternative = typeof value.altText === 'string' && value.altText ? value.altText : pictureLeftOut;
    return { type: 'TextBlock', text: alternative, isSubtle: true, wrap: true };
  }
  if (typeof type === 'string' && type.startsWith('Action.')) {
    // A button that submits nothing looks like the one it was.
    return { type: 'Action.Submit', title: textOf(value.title) ?? '', style: textOf(value.style) ?? 'default' };
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inner]) => !acting.includes(name) && !(name === 'iconUrl' && !isOwn(inner)))
      .map(([name, inner]) => [name, cleaned(inner, pictureLeftOut)]),
  );
}

/** A picture that the card brings along. */
function isOwn(url: Json | undefined): boolean {
  return typeof url === 'string' && /^data:image\/(png|jpe?g|gif|webp);base64,/i.test(url);
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
