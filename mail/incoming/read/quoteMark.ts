/**
 * Stands on a line of its own where a mail's HTML says that all behind it is the mail that is answered. A private
 * character (Unicode, Private Use Area); where somebody writes it, what they write behind it is lost and nothing else.
 */
export const quoteMark = '\uE0F5';
