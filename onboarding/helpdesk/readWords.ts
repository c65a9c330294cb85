/** What an operator has typed, and the id under which it counts once. */
export interface Words {
  id: string;
  text: string;
}

/** A card holds so much in Teams, with room for what stands around it. */
const longest = 8_000;

/**
 * @returns the words, line ends as \n and without blanks around them, or the names of the fields that are wrong: `id` is
 *   no UUID; `text` is empty or longer than 8,000 characters.
 */
export function readWords({ id, text }: Words): Words | { fields: string[] } {
  const words = text.replace(/\r\n?/g, '\n').trim();
  const fields = [
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [] : ['id']),
    ...(words !== '' && words.length <= longest ? [] : ['text']),
  ];
  return fields.length > 0 ? { fields } : { id: id.toLowerCase(), text: words };
}
