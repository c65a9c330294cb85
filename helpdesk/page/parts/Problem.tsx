import { Button } from '@fluentui/react-components';
import { describeProblem } from '../words/describeProblem.ts';
import { useWords } from '../words/WordsContext.ts';
import { Notice } from './Notice.tsx';

/** What could not be fetched: why, the reference, and once more. */
export function Problem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const { text, reference } = describeProblem(t, problem);
  return (
    <Notice
      kind="fault"
      title={t.faults.title}
      text={
        <>
          {text}
          {reference && (
            <>
              <br />
              {t.faults.reference({ reference })}
            </>
          )}
        </>
      }
      action={<Button onClick={onRetry}>{t.retry}</Button>}
    />
  );
}
