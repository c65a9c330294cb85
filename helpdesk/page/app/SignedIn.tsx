import { useEffect } from 'react';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words/WordsContext.ts';

/** Where one comes after signing in again in a window of its own: it is of no further use. */
export function SignedIn() {
  const { t } = useWords();
  useEffect(() => close(), []);
  return <Notice kind="nothing" title={t.session.signedIn} text={t.session.signedInLong} />;
}
