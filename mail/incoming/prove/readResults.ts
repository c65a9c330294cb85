import { afterComment } from './afterComment.ts';
import { quotedString } from './quotedString.ts';

/** One result of an Authentication-Results field, e.g. `dkim=pass header.d=contoso.com`. Names are lower-cased. */
export interface Statement {
  method: string;
  result: string;
  properties: Map<string, string>;
}

export interface AuthenticationResults {
  /** The authserv-id, lower-cased; absent in the form of Exchange Online, which has none. */
  server?: string;
  statements: Statement[];
}

/** A piece between two white spaces: what stood in it, and where its first `=` outside of quotes is. */
interface Piece {
  text: string;
  equals?: number;
}

/**
 * Reads the value of an Authentication-Results field (RFC 8601, 2.2), the form of Exchange Online without authserv-id
 * included. Nothing is searched for in the text: comments and quoted strings hold what the sender likes.
 *
 * @returns undefined when it is not wholly understood, or of a version other than 1.
 */
export function readResults(value: string): AuthenticationResults | undefined {
  const segments = splitSegments(value);
  if (segments === undefined) return undefined;
  const [first = [], ...rest] = segments;
  const withServer = first[0]?.equals === undefined;
  let server: string | undefined;
  if (withServer) {
    const [id, version, ...more] = first;
    if (id === undefined || id.text === '' || more.length > 0) return undefined;
    if (version !== undefined && version.text !== '1') return undefined;
    server = id.text.toLowerCase();
  }
  const statements: Statement[] = [];
  for (const pieces of withServer ? rest : segments) {
    const [piece, ...more] = pieces;
    if (piece === undefined) continue;
    if (piece.equals === undefined) {
      // `none`; or the domain of the recipient, which Exchange Online puts before results as in
      // `…smtp.mailfrom=fabrikam.com; contoso.com; dkim=pass…`.
      if (more.length > 0 || (withServer && piece.text.toLowerCase() !== 'none')) return undefined;
      continue;
    }
    const read = readStatement(piece, more);
    if (read === undefined) return undefined;
    if (read !== 'another version') statements.push(read);
  }
  return { ...(server !== undefined && { server }), statements };
}

function readStatement(first: Piece, more: readonly Piece[]): Statement | 'another version' | undefined {
  const [, method, version] = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\/(\d+))?$/i.exec(nameIn(first)) ?? [];
  const result = valueIn(first);
  if (method === undefined || !/^[a-z]+$/i.test(result)) return undefined;
  const properties = new Map<string, string>();
  for (const piece of more) {
    const name = nameIn(piece).toLowerCase();
    if (!/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9_-]*)?$/.test(name) || properties.has(name)) return undefined;
    properties.set(name, valueIn(piece));
  }
  if (version !== undefined && version !== '1') return 'another version';
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties };
}

/** @returns what stands between the semicolons, in pieces; undefined when a comment or a quoted string does not end. */
function splitSegments(value: string): Piece[][] | undefined {
  const segments: Piece[][] = [[]];
  let open: Piece | undefined;
  const add = (text: string) => {
    if (open === undefined) {
      open = { text: '' };
      segments.at(-1)?.push(open);
    }
    open.text += text;
    return open;
  };
  for (let at = 0; at < value.length; ) {
    const character = value[at] as string;
    if (character === '(') {
      const end = afterComment(value, at);
      if (end === undefined) return undefined;
      open = undefined;
      at = end;
    } else if (character === '"') {
      const quoted = quotedString(value, at);
      if (quoted === undefined) return undefined;
      add(quoted.content);
      at = quoted.end;
    } else {
      if (character === ';') segments.push([]);
      if (character === ';' || /\s/.test(character)) open = undefined;
      else {
        const piece = add(character);
        if (character === '=') piece.equals ??= piece.text.length - 1;
      }
      at += 1;
    }
  }
  return segments.map(joinEquals);
}

/** `dkim = pass` is `dkim=pass`. */
function joinEquals(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const endsOpen = before?.equals !== undefined && before.equals === before.text.length - 1;
    if (before !== undefined && endsOpen && piece.equals === undefined) before.text += piece.text;
    else if (before !== undefined && before.equals === undefined && piece.equals === 0) {
      before.equals = before.text.length;
      before.text += piece.text;
    } else joined.push({ ...piece });
  }
  return joined;
}

function nameIn({ text, equals }: Piece): string {
  return equals === undefined ? '' : text.slice(0, equals);
}

function valueIn({ text, equals }: Piece): string {
  return equals === undefined ? text : text.slice(equals + 1);
}
