import { useQuery } from '@tanstack/react-query';
import type { ConversationDetails } from '../../api.ts';
import { request } from '../api/request.ts';

export const conversationKey = (id: string | undefined) => ['conversation', id];

/** Everything about a conversation but its messages. */
export function useConversation(id: string | undefined) {
  return useQuery({
    queryKey: conversationKey(id),
    enabled: id !== undefined,
    // Live events keep it up to date while it is open.
    staleTime: 0,
    gcTime: 60_000,
    queryFn: () => request<ConversationDetails>(`/conversations/${encodeURIComponent(id ?? '')}`),
  });
}
