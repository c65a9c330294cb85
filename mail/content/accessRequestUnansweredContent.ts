import { listInWords } from '../../language/wording.ts';
import type { MailBlock } from '../../models/mailBlock.ts';
import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To the one who asked: nobody has answered for days, and what else there is to do. */
export function accessRequestUnansweredContent({
  notice,
  texts,
  language,
}: Writing<'accessRequestUnanswered'>): MailContent {
  const words = texts.requestUnanswered;
  const { asked, organization, partner, request } = notice;
  const who = listInWords(
    asked.map(({ name }) => name),
    language,
  );
  const blocks: MailBlock[] = [
    {
      kind: 'paragraph',
      text: asked.length > 0 ? words.line[request]({ organization, who }) : words.nobody[request]({ organization }),
    },
  ];
  if (asked.length > 0) {
    const addresses = asked.map(({ name, email }) => `${name} (${email})`);
    blocks.push({ kind: 'paragraph', text: words.askDirectly({ who: listInWords(addresses, language) }) });
  }
  if (partner) blocks.push({ kind: 'paragraph', text: words.askPartner({ partner }) });
  blocks.push({ kind: 'paragraph', text: words.askPerson }, { kind: 'paragraph', text: words.withdraw });
  return { subject: `${words.title}: ${organization}`, preheader: organization, heading: words.title, blocks };
}
