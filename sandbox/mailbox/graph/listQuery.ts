import type { QueryFilter } from 'mongoose';
import type { SandboxMail } from '../sandboxMail.ts';
import { GraphRefusal } from './graphRefusal.ts';

/** What a list of messages was asked for. */
export interface ListQuery {
  /** The same filter for the store; it fits senders' own copies. */
  where: QueryFilter<SandboxMail>;
  /** Whether it may fit a delivered copy at all. */
  fitsDelivered: boolean;
  top: number;
  skip: number;
  newestFirst: boolean;
  select: string[] | undefined;
}

const word = `'((?:[^']|'')*)'`;
const byProperty = new RegExp(
  `^singleValueExtendedProperties/any\\(\\s*(\\w+)\\s*:\\s*\\1/id eq ${word} and \\1/value eq ${word}\\s*\\)$`,
  'i',
);
const byMessageId = new RegExp(`^internetMessageId eq ${word}$`, 'i');
const known = ['$filter', '$top', '$skip', '$select', '$orderby', '$count'];

/** Reads the query of a list, as far as the sandbox knows it; anything else is refused rather than passed over. */
export function listQuery(query: URLSearchParams): ListQuery {
  for (const name of query.keys()) {
    if (!known.includes(name)) throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know ${name}.`);
  }
  const order = query.get('$orderby') ?? 'receivedDateTime desc';
  const [, direction] = /^(?:receivedDateTime|sentDateTime|createdDateTime|lastModifiedDateTime)(?: (asc|desc))?$/.exec(
    order,
  ) ?? [''];
  if (direction === '') throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not sort by ${order}.`);
  return {
    ...readFilter(query.get('$filter')),
    top: count(query.get('$top'), '$top', 10, 1000),
    skip: count(query.get('$skip'), '$skip', 0, 1_000_000),
    newestFirst: direction === 'desc',
    select: query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()),
  };
}

function readFilter(filter: string | null): Pick<ListQuery, 'where' | 'fitsDelivered'> {
  if (filter === null) return { where: {}, fitsDelivered: true };
  const [, , id, value] = byProperty.exec(filter) ?? [];
  if (id !== undefined && value !== undefined) {
    const property = { id: unquoted(id), value: unquoted(value) };
    // The second condition says nothing new, but there is an index for it.
    const where = { properties: { $elemMatch: property }, 'properties.value': property.value };
    return { where: where as QueryFilter<SandboxMail>, fitsDelivered: false };
  }
  const [, messageId] = byMessageId.exec(filter) ?? [];
  if (messageId !== undefined) return { where: { internetMessageId: unquoted(messageId) }, fitsDelivered: true };
  const [, isDraft] = /^isDraft eq (true|false)$/i.exec(filter) ?? [];
  if (isDraft !== undefined) {
    const drafts = isDraft.toLowerCase() === 'true';
    return { where: { folder: drafts ? 'drafts' : 'sentitems' }, fitsDelivered: !drafts };
  }
  throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know the filter ${filter}.`);
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

function count(value: string | null, name: string, otherwise: number, most: number): number {
  if (value === null) return otherwise;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= 0 && number <= most) return number;
  throw new GraphRefusal(400, 'BadRequest', `Invalid value '${value}' for ${name} query option.`);
}
