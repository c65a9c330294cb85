import { QueryClient } from '@tanstack/react-query';
import { Refused } from './Refused.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What changes is told by the live events.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays one; what broke or was not reached may go better the next time.
      retry: (failures, error) => failures < 2 && !(error instanceof Refused && error.status < 500),
      // Whether there is a network, the browser does not know: the server may run on this machine.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
