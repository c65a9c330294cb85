import { Badge, Body1, Card, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { DeleteRegular, EditRegular } from '@fluentui/react-icons';
import type { CannedAnswer } from '../../api.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { useWords } from '../words/WordsContext.ts';
import { useChangeCannedAnswer } from './useChangeCannedAnswer.ts';

const useStyles = makeStyles({
  card: { height: '100%', boxSizing: 'border-box', padding: tokens.spacingHorizontalL },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  title: { margin: 0, overflowWrap: 'anywhere' },
  text: { flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

/** A canned answer, to be changed or deleted. */
export function CannedAnswerCard({ answer, onEdit }: { answer: CannedAnswer; onEdit: () => void }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const remove = useChangeCannedAnswer(t.canned.deleted);
  return (
    <Card className={styles.card}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          <bdi lang={answer.language}>{answer.title}</bdi>
        </Subtitle2>
        <Badge appearance="tint" color="informative">
          {formats.language(answer.language)}
        </Badge>
      </div>
      <Body1 className={styles.text} dir="auto" lang={answer.language}>
        {answer.text}
      </Body1>
      <div className={styles.actions}>
        <ActionButton size="small" icon={<EditRegular />} onAct={onEdit}>
          {t.canned.edit}
        </ActionButton>
        <ConfirmDialog
          title={t.canned.deleteTitle({ title: answer.title })}
          text={t.canned.deleteLong}
          confirm={t.canned.delete}
          onConfirm={() => remove.mutate({ path: `/${encodeURIComponent(answer.id)}/delete`, body: {} })}
        >
          {(ask) => (
            <ActionButton size="small" appearance="subtle" icon={<DeleteRegular />} onAct={ask}>
              {t.canned.delete}
            </ActionButton>
          )}
        </ConfirmDialog>
      </div>
    </Card>
  );
}
