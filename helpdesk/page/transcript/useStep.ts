import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useToast } from '../parts/useToast.tsx';
import { useWords } from '../words/WordsContext.ts';
import { conversationKey } from './useConversation.ts';

/** Steps into a conversation or out of it: `join`, `hand-back`, `done`. */
export function useStep(id: string) {
  const queries = useQueryClient();
  const { t } = useWords();
  const { done, problem } = useToast();
  const said = {
    join: t.conversation.joinedNow,
    'hand-back': t.conversation.handedBackNow,
    done: t.conversation.doneNow,
  };
  return useMutation({
    mutationFn: (step: keyof typeof said) => request(`/conversations/${encodeURIComponent(id)}/${step}`, {}),
    onSuccess: (_, step) => done(said[step]),
    onError: problem,
    // Somebody else may have been faster: what is so now is to be seen.
    onSettled: () => queries.invalidateQueries({ queryKey: conversationKey(id) }),
  });
}
