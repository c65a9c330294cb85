import { useQuery } from '@tanstack/react-query';
import type { Me } from '../../api.ts';
import { request } from './request.ts';
import { session } from './session.ts';
import { signInByTeams } from './signInByTeams.ts';

/** Who looks at this page, and what they may. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const me = await signInByTeams(() => request<Me>('/me'));
      session.begin(me.formToken);
      return me;
    },
  });
}
