/** The namespace of the properties that Usher puts on its messages. Never changes: crashed mails are found by it. */
const namespace = '{6d1f4c1e-7c0b-4f3a-9d55-2a8f0b6e91c7}';

/** The extended property that carries the outbox id, by which a message is found again after a crash. */
export const mailMark = `String ${namespace} Name UsherMail`;

/**
 * The extended property that carries the text as we wrote it. Graph takes one body, and Exchange makes the text part
 * from it when it builds the MIME; whatever keeps more than Exchange does, as the sandbox's mailbox, takes this one.
 */
export const textBody = `String ${namespace} Name UsherText`;

/**
 * Headers that Graph does not take as `internetMessageHeaders` (it takes x-headers only), as the properties that Exchange
 * makes them from (MS-OXPROPS: PidTagInReplyToId, PidTagInternetReferences; MS-OXCMAIL, 2.2.3.4.1 for the last).
 */
export const inReplyTo = 'String 0x1042';
export const references = 'String 0x1039';
export const autoSubmitted = 'String {00020386-0000-0000-c000-000000000046} Name Auto-Submitted';
