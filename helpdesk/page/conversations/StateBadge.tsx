import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, ClockRegular, PersonChatRegular, WarningRegular } from '@fluentui/react-icons';
import type { ConversationRow } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { useNow } from '../words/useNow.ts';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: '2px' },
});

/** Who waits, who speaks, what is stuck; nothing where Usher goes on as usual. */
export function StateBadge({ row }: { row: ConversationRow }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const me = useSignedIn();
  const now = useNow();
  const { waitingSince, joinedBy, stuck, doneAt } = row;
  if (!waitingSince && !joinedBy && !stuck && !doneAt) return null;
  return (
    <span className={styles.badges}>
      {joinedBy ? (
        <Badge appearance="tint" color="brand" icon={<PersonChatRegular />}>
          {joinedBy.email === me.email ? t.list.joinedByYou : t.list.joinedBy({ name: joinedBy.name })}
        </Badge>
      ) : (
        waitingSince && (
          <Badge appearance="tint" color="warning" icon={<ClockRegular />}>
            {t.list.waitingFor({ duration: formats.since(waitingSince, now) })}
          </Badge>
        )
      )}
      {stuck && (
        <Badge appearance="tint" color="danger" icon={<WarningRegular />}>
          {t.list.stuck}
        </Badge>
      )}
      {doneAt && (
        <Badge appearance="tint" color="success" icon={<CheckmarkRegular />}>
          {t.list.done}
        </Badge>
      )}
    </span>
  );
}
