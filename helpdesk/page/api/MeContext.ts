import { createContext, useContext } from 'react';
import type { Me } from '../../api.ts';

export const MeContext = createContext<Me | undefined>(undefined);

/** @returns who is signed in; only below what was drawn for somebody signed in. */
export function useSignedIn(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}
