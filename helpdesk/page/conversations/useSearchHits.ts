import { useInfiniteQuery } from '@tanstack/react-query';
import type { ConversationFilter, Page, SearchHit } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { request } from '../api/request.ts';

/** What was said with all these words, newest first. */
export function useSearchHits(query: string, filter: ConversationFilter) {
  return useInfiniteQuery({
    queryKey: ['search', query, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      request<Page<SearchHit>>(`/search${queryString({ q: query, ...filter, cursor: pageParam })}`),
    getNextPageParam: (last) => last.next,
  });
}
