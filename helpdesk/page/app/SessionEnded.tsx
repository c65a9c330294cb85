import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { session } from '../api/session.ts';
import { useWords } from '../words/WordsContext.ts';
import { signInPath } from './signInPath.ts';

/** Lies over the page when the session is over: one signs in elsewhere, and everything is still here. */
export function SessionEnded() {
  const { t } = useWords();
  const queries = useQueryClient();
  const ended = useSyncExternalStore(session.watch, session.hasEnded);

  useEffect(() => {
    if (!ended) return;
    // In Teams that is enough to be signed in again.
    queries.refetchQueries({ queryKey: ['me'] });
    // Whoever comes back from signing in looks at this page again.
    const look = () => document.visibilityState === 'visible' && queries.refetchQueries({ queryKey: ['me'] });
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ended, queries]);

  return (
    <Dialog open={ended} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.session.ended}</DialogTitle>
          <DialogContent>{t.session.endedLong}</DialogContent>
          <DialogActions>
            <Button as="a" appearance="primary" href={signInPath('/helpdesk/signed-in')} target="_blank">
              {t.session.signInAgain}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
