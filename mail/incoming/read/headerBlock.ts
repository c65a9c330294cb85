type Kind = 'from' | 'sent' | 'to' | 'subject' | 'other';

// What mail programs write above a mail that they quote whole: English and Italian first, then their other languages.
const words: Record<Kind, string> = {
  from: 'from da mittente de von van från fra lähettäjä od от від kimden 发件人 寄件者 差出人 보낸 사람',
  sent: 'sent date inviato data envoyé enviado enviada fecha gesendet datum verzonden skickat sendt dato lähetetty wysłano dnia odesláno отправлено дата надіслано gönderildi tarih 发送时间 日期 送信日時 日付 보낸 날짜',
  to: 'to a per destinatario à para an aan til till vastaanottaja do komu кому kime 收件人 宛先 받는 사람',
  subject:
    'subject oggetto objet asunto assunto betreff onderwerp ämne emne aihe temat předmět тема konu 主题 主旨 件名 제목',
  other:
    'cc bcc ccn reply-to rispondi risposta priorità importance importanza attachments allegati copia copie kopie kopia копия',
};

const kinds = new Map<string, Kind>();
for (const [kind, list] of Object.entries(words) as [Kind, string][]) {
  for (const word of list.split(' ')) kinds.set(word, kind);
}
kinds
  .set('data/ora', 'sent')
  .set('date/time', 'sent')
  .set('inviato il', 'sent')
  .set('rispondi a', 'other')
  .set('sent by', 'from');
kinds.set('보낸 사람', 'from').set('받는 사람', 'to').set('보낸 날짜', 'sent');

/** “*From:* …”, “Da : …”, “Oggetto: …”: bold marks or a quote sign may stand around the word. */
const line = /^[\s>*_|]{0,8}(\p{L}[\p{L}/ -]{0,20}?)[\s*_]{0,4}[:：]/u;

/** A header block ends before this many lines; long lists of recipients take several. */
const longest = 14;

/**
 * @returns whether the mail that is answered begins at this line with the block of header lines that Outlook and others
 *   put above it: a sender and at least two more of date, recipient, subject.
 */
export function beginsHeaderBlock(lines: readonly string[], at: number): boolean {
  if (kindOf(lines[at] as string) === undefined) return false;
  const seen = new Set<Kind>();
  let without = 0;
  for (let index = at; index < lines.length && index < at + longest && without < 4; index += 1) {
    const kind = kindOf(lines[index] as string);
    if (kind === undefined) without += 1;
    else {
      if (kind !== 'other') seen.add(kind);
      without = 0;
    }
  }
  return seen.has('from') && seen.size >= 3;
}

function kindOf(text: string): Kind | undefined {
  const word = line.exec(text)?.[1];
  return word === undefined ? undefined : kinds.get(word.toLowerCase());
}
