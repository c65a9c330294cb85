import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ConversationDetails, LiveEvent, Transcript, TranscriptMessage } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { request } from '../api/request.ts';
import { useLive } from '../live/useLive.ts';
import { changeTranscript } from './transcriptState.ts';
import { conversationKey } from './useConversation.ts';

/**
 * The messages of a conversation: fetched upwards and downwards as they are looked at, and live at the end.
 *
 * @param around the message that is to be shown; the newest ones if absent.
 */
export function useTranscript(id: string, around: string | undefined) {
  const queries = useQueryClient();
  const [state, change] = useReducer(changeTranscript, undefined);
  const [problem, setProblem] = useState<unknown>();
  const [anchor, setAnchor] = useState(around);
  const busy = useRef({ earlier: false, later: false });
  const shown = useRef(state);
  shown.current = state;
  /** What was told while the first part was being fetched, and may not be in it yet. */
  const early = useRef<TranscriptMessage[]>([]);

  const get = useCallback(
    (query: { before?: string; after?: string; around?: string }) =>
      request<Transcript>(`/conversations/${encodeURIComponent(id)}/messages${queryString(query)}`),
    [id],
  );
  const begin = useCallback(
    async (message: string | undefined) => {
      setProblem(undefined);
      try {
        const transcript = await get({ around: message });
        // Together: where the list opens is decided when it is drawn first.
        setAnchor(message);
        change({ kind: 'began', transcript, atEnd: message === undefined });
        for (const told of early.current.splice(0)) change({ kind: 'message', message: told });
      } catch (cause) {
        setProblem(cause);
      }
    },
    [get],
  );

  const fetchMore = async (direction: 'earlier' | 'later') => {
    const cursor = shown.current?.[direction];
    if (cursor === undefined || busy.current[direction]) return;
    busy.current[direction] = true;
    try {
      const transcript = await get(direction === 'earlier' ? { before: cursor } : { after: cursor });
      change({ kind: direction, transcript });
      return transcript.messages.length;
    } catch {
      // Asked for again with the next scroll; the banner says when there is no connection.
      return undefined;
    } finally {
      busy.current[direction] = false;
    }
  };
  /** What came while nothing was heard. */
  const catchUp = async () => {
    queries.invalidateQueries({ queryKey: conversationKey(id) });
    if (!shown.current) return begin(around);
    while (shown.current.atEnd && (await fetchMore('later'))) await undefined;
  };

  const onEvent = ({ event, data }: LiveEvent) => {
    if (event === 'counts') return;
    if (event === 'erasures') return void begin(around);
    if (event === 'message') {
      if (!shown.current) early.current.push(data);
      change({ kind: 'message', message: data });
      // What was done may have changed what the person has and may.
      if (data.walk) queries.invalidateQueries({ queryKey: conversationKey(id) });
      return;
    }
    queries.setQueryData<ConversationDetails>(conversationKey(id), (old) => {
      if (!old) return old;
      if (event === 'watchers') return { ...old, watchers: data };
      return data.row.id === id ? { ...old, conversation: data.row } : old;
    });
  };
  const ready = useLive({ conversation: id }, onEvent, catchUp);

  useEffect(() => {
    if (ready) begin(around);
  }, [ready, around, begin]);

  return {
    state,
    problem,
    /** The message that the transcript was opened at. */
    anchor,
    retry: () => begin(around),
    toNewest: () => begin(undefined),
    loadEarlier: () => fetchMore('earlier'),
    loadLater: () => !shown.current?.atEnd && fetchMore('later'),
  };
}
