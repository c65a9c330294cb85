import type { BouncedRecipient } from '../mailRead.ts';
import { bounceReason } from './bounceReason.ts';

const fieldLine = /^([a-z][a-z-]{2,40})\s*:\s*(.*)$/i;
const address = /[^\s<>;,"()]{1,64}@[^\s<>;,"()]{1,253}/;
const most = 100;

/**
 * @param text the fields of a delivery report (RFC 3464, 2), one group a recipient with empty lines between.
 * @returns the recipients that a mail did not reach or has not reached yet; those that it reached are left out.
 */
export function deliveryStatus(text: string): BouncedRecipient[] {
  const recipients: BouncedRecipient[] = [];
  for (const group of groupsOf(text)) {
    const said = group.get('action')?.toLowerCase() ?? '';
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(group.get('status') ?? '')?.[0];
    const recipient = group.get('original-recipient') ?? '';
    const final = group.get('final-recipient') ?? group.get('x-actual-recipient') ?? '';
    if (said === '' && final === '') continue;
    const action = actionOf(said, status);
    if (action === undefined) continue;
    const diagnostic = group.get('diagnostic-code') ?? '';
    const told = diagnostic.replace(/^[\w.-]{1,40}\s*;\s*/, '');
    const sharper = sharperStatus(status, told);
    recipients.push({
      // The one that was written to; a final one may be where it was passed on.
      address: (address.exec(recipient)?.[0] ?? address.exec(final)?.[0])?.toLowerCase().replace(/[.>]+$/, ''),
      action,
      permanent: action === 'failed' && !(sharper ?? (/^4\d\d\b/.test(told) ? '4' : '5')).startsWith('4'),
      status: sharper,
      reason: bounceReason(told || group.get('status') || said),
    });
    if (recipients.length >= most) break;
  }
  return recipients;
}

/** Some systems say 5.0.0 in the field and the truth in the words of the remote server. */
function sharperStatus(status: string | undefined, told: string): string | undefined {
  if (status !== undefined && !/^[45]\.0\.0$/.test(status)) return status;
  return /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(told)?.[0] ?? status;
}

function actionOf(said: string, status: string | undefined): BouncedRecipient['action'] | undefined {
  if (/^(?:delivered|relayed|expanded)/.test(said)) return undefined;
  if (/^delay/.test(said)) return 'delayed';
  if (/^(?:fail|expired|reject|undeliver)/.test(said)) return 'failed';
  return status?.startsWith('2') ? undefined : 'failed';
}

function groupsOf(text: string): Map<string, string>[] {
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  let name = '';
  const close = () => {
    if (group.size > 0) groups.push(group);
    group = new Map();
  };
  for (const line of text.split(/\r\n|\n|\r/, 5_000)) {
    const field = fieldLine.exec(line);
    if (line.trim() === '') close();
    else if (field !== null) {
      name = (field[1] as string).toLowerCase();
      // Some write recipient after recipient without an empty line between.
      if (name === 'final-recipient' && group.has(name)) close();
      if (!group.has(name)) group.set(name, field[2] as string);
    } else if (/^[ \t]/.test(line) && name !== '')
      group.set(name, `${group.get(name) ?? ''} ${line.trim()}`.slice(0, 4_000));
  }
  close();
  return groups;
}
