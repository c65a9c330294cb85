import { Button } from '@fluentui/react-components';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words/WordsContext.ts';
import { signInPath } from './signInPath.ts';

/** For whoever is not signed in. */
export function SignInFirst() {
  const { t } = useWords();
  const to = signInPath(location.pathname + location.search);
  return (
    <main style={{ height: '100%' }}>
      <Notice
        kind="locked"
        title={t.title}
        text={t.session.signInFirst}
        action={
          <Button as="a" href={to} appearance="primary">
            {t.session.signIn}
          </Button>
        }
      />
    </main>
  );
}
