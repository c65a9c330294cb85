import type { Attachment } from 'botbuilder';
import type { Turn } from '../dialogs/turn.ts';
import { decodeText } from '../onboarding/decodeText.ts';
import { loopbackUrl } from './loopback.ts';

/** In bytes: a thousand people in a CSV file are a tenth of that. */
const largest = 1_000_000;
const patience = 10_000;
const teamsFile = 'application/vnd.microsoft.teams.file.download.info';

/** Where Teams keeps the files that people send: OneDrive and SharePoint, in all of Microsoft's clouds. */
const microsoftHost = /(?:^|\.)(?:sharepoint\.(?:com|us|cn|de)|sharepoint-mil\.us|onedrive\.com|1drv\.com)$/i;

/**
 * @returns the file that came with a message, not read yet, or undefined. Teams sends the message itself again as an
 * attachment of type text/html: that is none.
 */
export function findAttachedFile(attachments: readonly Attachment[] | undefined | null): Attachment | undefined {
  return attachments?.find(
    ({ contentType, contentUrl }) =>
      contentType === teamsFile ||
      (typeof contentUrl === 'string' && !contentType.startsWith('application/vnd.microsoft.card')),
  );
}

/**
 * Fetches and reads the file. A URL is somebody's claim: in local mode only this machine is asked, otherwise only
 * Microsoft's hosts, and neither may redirect to anywhere else.
 */
export async function readAttachedFile(file: Attachment, local: boolean): Promise<Turn['input']> {
  const name = (file.name ?? '').slice(0, 200);
  const content = file.content as { downloadUrl?: unknown } | null | undefined;
  const source = file.contentType === teamsFile ? content?.downloadUrl : file.contentUrl;
  const bytes = typeof source === 'string' ? await fetchBytes(source, local) : 'unreachable';
  if (typeof bytes === 'string') return { kind: 'unreadableFile', name, problem: bytes };
  const text = decodeText(bytes);
  return text === undefined ? { kind: 'unreadableFile', name, problem: 'notText' } : { kind: 'file', name, text };
}

async function fetchBytes(source: string, local: boolean): Promise<Uint8Array | 'tooLarge' | 'unreachable'> {
  if (source.startsWith('data:')) return readDataUrl(source);
  const url = local ? loopbackUrl(source) : microsoftUrl(source);
  if (url === undefined) return 'unreachable';
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (!response.ok || response.body === null) return 'unreachable';
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largest) return 'tooLarge';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return 'unreachable';
  }
}

function microsoftUrl(source: string): URL | undefined {
  if (!URL.canParse(source)) return undefined;
  const url = new URL(source);
  return url.protocol === 'https:' && url.port === '' && microsoftHost.test(url.hostname) ? url : undefined;
}

function readDataUrl(source: string): Uint8Array | 'tooLarge' | 'unreachable' {
  const parts = /^data:[^,]*?(;base64)?,(.*)$/s.exec(source);
  if (parts === null) return 'unreachable';
  let bytes: Buffer;
  try {
    bytes =
      parts[1] === undefined ? Buffer.from(decodeURIComponent(parts[2] ?? '')) : Buffer.from(parts[2] ?? '', 'base64');
  } catch {
    return 'unreachable';
  }
  return bytes.length > largest ? 'tooLarge' : bytes;
}
