import type { Notice } from '../../models/notice.ts';

/** Whether a notice is one of those that cannot be worded as a mail without their link. */
export function hasSecretLink({ kind }: Notice): boolean {
  return kind === 'invitation' || kind === 'passwordReset';
}
