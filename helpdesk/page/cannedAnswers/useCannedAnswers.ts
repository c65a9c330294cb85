import { useQuery } from '@tanstack/react-query';
import type { CannedAnswer, Page } from '../../api.ts';
import { request } from '../api/request.ts';

export const cannedAnswersKey = ['canned-answers'];

/** All canned answers, in the order of their titles. */
export function useCannedAnswers(enabled = true) {
  return useQuery({
    queryKey: cannedAnswersKey,
    enabled,
    queryFn: async () => {
      const { rows } = await request<Page<CannedAnswer>>('/canned-answers');
      return rows.toSorted((one, other) => one.title.localeCompare(other.title));
    },
  });
}
