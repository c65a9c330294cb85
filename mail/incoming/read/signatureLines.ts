/** What phones and mail programs put below a mail by themselves, whole lines. */
const deviceSignatures: readonly RegExp[] = [
  // English
  /^(?:this (?:e-?mail|message) was )?sent (?:from|via|with|by|using) (?:my|an?|the|\[?[a-z]*mail(?:box)?|\[?outlook|windows|mobile|blackberry|galaxy|samsung|yahoo|android|i(?:phone|pad)|surface|spark|proton)\b/i,
  /^from my (?:iphone|ipad|phone|mobile|android)/i,
  /^(?:get|download) \[?outlook for (?:ios|android|mac)/i,
  /^sent on the go/i,
  // Italian
  /^(?:messaggio |e-?mail )?(?:inviat[oa]|spedit[oa]|scritt[oa]) (?:da|dal|dall[’'a]|dalla|tramite|con|col)\b.{0,80}(?:iphone|ipad|android|outlook|posta|mail|telefono|cellulare|smartphone|dispositivo|tablet|samsung|huawei|xiaomi|galaxy|blackberry|windows|yahoo|libero|tiscali|alice|mobile|app)/i,
  /^(?:scarica|ottieni) \[?outlook per /i,
  // German, French, Spanish, Portuguese, Dutch, Chinese
  /^(?:von mein\w* .{1,40} gesendet|gesendet (?:von|mit)\b|diese nachricht wurde von .{1,60} gesendet)/i,
  /^(?:envoyé (?:depuis|de|à partir)\b|télécharger outlook pour)/i,
  /^(?:enviado (?:desde|do|de|a partir)\b|obtener outlook para)/i,
  /^(?:verzonden|verstuurd) (?:met|vanaf|via)\b/i,
  /^(?:skickat från|sendt fra|lähetetty |wysłano z |отправлено с )/i,
  /^從我的 .{1,30} 傳送/u,
];
const longestDeviceSignature = 160;

/** How disclaimers, scanners' seals and warnings about senders outside begin. */
const disclaimers: readonly RegExp[] = [
  // English
  /^(?:this|the (?:information|content)s?(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission)\b.{0,160}\b(?:confidential|privileged|intended|viruses|scanned|checked)/is,
  /^(?:confidentiality|legal|privacy|disclaimer|important) ?(?:notice|disclaimer|warning)?\s?[:.*-]/i,
  /^(?:please )?(?:consider|think of) the environment\b/i,
  /^(?:\[?(?:caution|warning|external|attention)\]?\b).{0,80}\b(?:external|outside|originated|sender)\b/is,
  /^you don['’]t often get e-?mail from\b/i,
  /^\[?external(?: e-?mail| sender)?\]?\W*$/i,
  /^virus-free\b/i,
  // Italian
  /^(?:questo messaggio|questa (?:e-?mail|comunicazione|mail)|il (?:presente messaggio|contenuto d)|la presente (?:e-?mail|comunicazione)|le informazioni (?:contenute|trasmesse)|il messaggio)\b.{0,240}\b(?:riservat|confidenzial|destinat|privat|virus|esclusiv|personali)/is,
  /^(?:avviso|nota|clausola) (?:di )?(?:riservatezza|confidenzialità|legale|privacy)/i,
  /^(?:ai sensi (?:e per gli effetti )?(?:del|dell)|informativa (?:sulla )?privacy|trattamento dei dati)/i,
  /^(?:rispett(?:a|iamo)|pensa|salva|prima di stampare).{0,60}\b(?:ambiente|alber|stamp|natura)/i,
  /^\[?(?:attenzione|avvertenza|esterno)\]?\b.{0,120}\b(?:esterno|esterna|all['’]esterno|fuori|mittente)\b/is,
  /^(?:non si riceve|non ricevi) spesso (?:posta|messaggi|e-?mail)/i,
  /^privo di virus\b/i,
];
/** A warning that a server puts on top, before the words of the writer. */
const longestDisclaimer = 6_000;

/** @returns whether a line is what a phone or a mail program signs with by itself. */
export function isDeviceSignature(line: string): boolean {
  const words = line.replace(/^[\s<([*_]+/, '');
  return (
    words.length > 0 && words.length <= longestDeviceSignature && deviceSignatures.some((rule) => rule.test(words))
  );
}

/** @returns whether a paragraph is a disclaimer, a seal of a scanner, or a server's warning. */
export function isDisclaimer(paragraph: string): boolean {
  const words = paragraph
    .slice(0, 400)
    .replace(/^[\s*_<-]+/, '')
    .replace(/\s+/g, ' ');
  return words !== '' && paragraph.length <= longestDisclaimer && disclaimers.some((rule) => rule.test(words));
}
