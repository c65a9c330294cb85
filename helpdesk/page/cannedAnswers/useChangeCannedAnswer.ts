import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useToast } from '../parts/useToast.tsx';
import { cannedAnswersKey } from './useCannedAnswers.ts';

/** Saves or deletes a canned answer. @param said when it was done. */
export function useChangeCannedAnswer(said: string) {
  const queries = useQueryClient();
  const { done, problem } = useToast();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => request(`/canned-answers${path}`, body),
    onSuccess: () => done(said),
    onError: problem,
    onSettled: () => queries.invalidateQueries({ queryKey: cannedAnswersKey }),
  });
}
