import { makeStyles, Spinner } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConversationDetails } from '../../api.ts';
import { isNotFound } from '../api/isNotFound.ts';
import { Centered } from '../parts/Centered.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useWords } from '../words/WordsContext.ts';
import { Composer } from './Composer.tsx';
import { ConversationHead } from './ConversationHead.tsx';
import { draftStore } from './drafts.ts';
import { MessageList } from './MessageList.tsx';
import { useTranscript } from './useTranscript.ts';

const useStyles = makeStyles({
  // Zoomed in, there is no room for all of it: then it is scrolled, and what was said keeps some lines.
  pane: { display: 'flex', flexDirection: 'column', height: '100%', overflowY: 'auto', '& > *': { flexShrink: 0 } },
  messages: { flexGrow: 1, flexBasis: '160px', position: 'relative' },
});

interface ConversationPaneProps {
  id: string;
  message: string | undefined;
  details: UseQueryResult<ConversationDetails>;
  personShown: boolean;
  onTogglePerson: () => void;
}

/** A conversation: who, what was said, and what one says. */
export function ConversationPane(p: ConversationPaneProps) {
  const styles = useStyles();
  const { t } = useWords();
  const transcript = useTranscript(p.id, p.message);

  const problem = transcript.problem ?? (p.details.data ? undefined : p.details.error);
  const isGone = isNotFound(problem);
  // It may name whoever was erased, and can neither be sent nor be deleted any more.
  useEffect(() => {
    if (isGone) draftStore.remove(p.id);
  }, [isGone, p.id]);
  if (isGone) {
    return <Notice kind="search" title={t.conversation.notFound} text={t.conversation.notFoundLong} />;
  }
  return (
    <div className={styles.pane}>
      <ConversationHead
        details={p.details.data}
        id={p.id}
        personShown={p.personShown}
        onTogglePerson={p.onTogglePerson}
      />
      <div className={styles.messages}>
        {problem ? (
          <Problem
            problem={problem}
            onRetry={() => {
              transcript.retry();
              p.details.refetch();
            }}
          />
        ) : transcript.state && p.details.data ? (
          <MessageList
            key={transcript.anchor ?? 'newest'}
            transcript={transcript}
            state={transcript.state}
            conversation={p.details.data.conversation}
          />
        ) : (
          <Centered>
            <Spinner label={t.loading} />
          </Centered>
        )}
      </div>
      {p.details.data && <Composer key={p.id} details={p.details.data} />}
    </div>
  );
}
