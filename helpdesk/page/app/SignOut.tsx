import { Button } from '@fluentui/react-components';
import { request } from '../api/request.ts';
import { useToast } from '../parts/useToast.tsx';
import { useWords } from '../words/WordsContext.ts';

/** Ends the session, and leaves nothing of it on the screen. */
export function SignOut() {
  const { t } = useWords();
  const { problem } = useToast();
  return (
    <Button
      onClick={() =>
        request('/sign-out', {}).then(() => {
          location.assign('/helpdesk');
        }, problem)
      }
    >
      {t.signOut}
    </Button>
  );
}
