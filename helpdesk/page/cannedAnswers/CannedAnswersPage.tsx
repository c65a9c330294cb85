import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CannedAnswer } from '../../api.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Centered } from '../parts/Centered.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SectionPage } from '../parts/SectionPage.tsx';
import { useWords } from '../words/WordsContext.ts';
import { CannedAnswerCard } from './CannedAnswerCard.tsx';
import { CannedAnswerForm } from './CannedAnswerForm.tsx';
import { useCannedAnswers } from './useCannedAnswers.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

/** Answers that are needed again and again. */
export function CannedAnswersPage() {
  const styles = useStyles();
  const { t, language } = useWords();
  const answers = useCannedAnswers();
  const [edited, setEdited] = useState<Omit<CannedAnswer, 'id'> & { id?: string }>();
  return (
    <SectionPage
      title={t.canned.title}
      about={t.canned.about}
      count={answers.data?.length}
      tools={
        <ActionButton
          appearance="primary"
          icon={<AddRegular />}
          onAct={() => setEdited({ title: '', language, text: '' })}
        >
          {t.canned.add}
        </ActionButton>
      }
    >
      {answers.isError && !answers.data ? (
        <Problem problem={answers.error} onRetry={() => answers.refetch()} />
      ) : !answers.data ? (
        <Centered>
          <Spinner label={t.loading} />
        </Centered>
      ) : answers.data.length === 0 ? (
        <Notice kind="empty" title={t.canned.nothing} text={t.canned.nothingLong} />
      ) : (
        <ul className={styles.list}>
          {answers.data.map((answer) => (
            <li key={answer.id}>
              <CannedAnswerCard answer={answer} onEdit={() => setEdited(answer)} />
            </li>
          ))}
        </ul>
      )}
      {edited && <CannedAnswerForm answer={edited} onClose={() => setEdited(undefined)} />}
    </SectionPage>
  );
}
