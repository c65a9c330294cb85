import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { ConversationFilter, ConversationRow, LiveEvent, Page } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { request } from '../api/request.ts';
import { useLive } from '../live/useLive.ts';
import { placeRow } from './placeRow.ts';

type Pages = InfiniteData<Page<ConversationRow>, string | undefined>;

/** Milliseconds. */
const longestFetch = 60_000;

/** The conversations that fit a filter, newest first; they stay up to date by themselves. */
export function useConversations(filter: ConversationFilter) {
  const queries = useQueryClient();
  const queryKey = useMemo(() => ['conversations', filter], [filter]);

  // What is told while pages are being fetched may be newer than they are.
  const told = useRef<{ row: ConversationRow; matches: boolean; at: number }[]>([]);
  const onEvent = ({ event, data }: LiveEvent) => {
    if (event !== 'conversation') return;
    const at = performance.now();
    const others = told.current.filter((one) => one.row.id !== data.row.id && at - one.at < longestFetch);
    told.current = [...others, { ...data, at }];
    queries.setQueryData<Pages>(queryKey, (old) =>
      old ? { ...old, pages: placeRow(old.pages, data.row, data.matches) } : old,
    );
  };
  const missed = () => {
    told.current = [];
    queries.invalidateQueries({ queryKey });
  };
  const ready = useLive({ filter }, onEvent, missed);

  const query = useInfiniteQuery({
    queryKey,
    enabled: ready,
    // The stream keeps it up to date while it is shown; whoever comes back to it has missed something.
    staleTime: 0,
    gcTime: 60_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      // What was told before is in the first page, unless it was erased since.
      if (pageParam === undefined) told.current = [];
      return request<Page<ConversationRow>>(`/conversations${queryString({ ...filter, cursor: pageParam })}`);
    },
    getNextPageParam: (last) => last.next,
  });

  // A page that was fetched after its rows had moved may bring one a second time.
  const rows = useMemo(() => {
    const seen = new Map<string, ConversationRow>();
    const pages = told.current.reduce(
      (before, { row, matches }) => placeRow(before, row, matches),
      query.data?.pages ?? [],
    );
    for (const page of pages) for (const row of page.rows) if (!seen.has(row.id)) seen.set(row.id, row);
    return [...seen.values()];
  }, [query.data]);
  return { query, rows };
}
