import type { Texts } from '../../language/texts.ts';

/** @returns the subject that all mails about one request to its deciders share, so that they make one thread. */
export function requestSubject(
  notice: { request: 'invitation' | 'role'; requester: { name: string } },
  texts: Texts,
): string {
  const words = texts.mail.accessRequested;
  return notice.request === 'invitation'
    ? words.subjectInvitation(notice.requester)
    : words.subjectRole(notice.requester);
}
