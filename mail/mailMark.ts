/** The namespace of the properties that Usher puts on its messages. Never changes: crashed mails are found by it. */
const namespace = '{6d1f4c1e-7c0b-4f3a-9d55-2a8f0b6e91c7}';

/** The extended property that carries the outbox id, by which a message is found again after a crash. */
export const mailMark = `String ${namespace} Name UsherMail`;

/**
 * The extended property that carries the text as we wrote it. Graph takes one body, and Exchange makes the text part
 * from it when it builds the MIME; whatever keeps more than Exchange does, as the sandbox's mailbox, takes this one.
 */
export const textBody = `String ${namespace} Name UsherText`;
