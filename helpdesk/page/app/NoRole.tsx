import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words/WordsContext.ts';

/** For whoever is signed in without a role. */
export function NoRole() {
  const { t } = useWords();
  return (
    <main style={{ height: '100%' }}>
      <Notice kind="locked" title={t.session.noRole} text={t.session.noRoleLong} />
    </main>
  );
}
