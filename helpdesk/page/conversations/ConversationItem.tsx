import { Avatar, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChatRegular, MailRegular } from '@fluentui/react-icons';
import type { ConversationFilter, ConversationRow } from '../../api.ts';
import { useNow } from '../words/useNow.ts';
import { useWords } from '../words/WordsContext.ts';
import { personCalled } from './personCalled.ts';
import { addressOf } from './place.ts';
import { RowLink } from './RowLink.tsx';
import { StateBadge } from './StateBadge.tsx';

const useStyles = makeStyles({
  body: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { flex: 1, minWidth: 0 },
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  waiting: { fontWeight: tokens.fontWeightSemibold },
  channel: { fontSize: '14px', alignSelf: 'center', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  last: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** A conversation in the list. */
export function ConversationItem(p: {
  row: ConversationRow;
  index: number;
  filter: ConversationFilter;
  current: boolean;
}) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const now = useNow();
  const { row } = p;
  const name = personCalled(row, t);
  const Channel = row.channel === 'mail' ? MailRegular : ChatRegular;
  const speaker = { in: undefined, out: t.list.fromUsher, note: t.list.fromHelpdesk }[row.lastDirection];
  return (
    <RowLink to={addressOf({ filter: p.filter }, row.id)} index={p.index} current={p.current}>
      <Avatar name={name} color="colorful" idForColor={row.person?.email ?? row.id} size={36} aria-hidden />
      <span className={styles.body}>
        <span className={styles.line}>
          <Text weight="semibold" className={mergeClasses(styles.name, styles.clipped)}>
            <bdi>{name}</bdi>
          </Text>
          <Channel className={styles.channel} title={t.list.channels[row.channel]} />
          <time className={styles.quiet} dateTime={row.lastMessageAt} title={formats.exact(row.lastMessageAt)}>
            {formats.brief(row.lastMessageAt, now)}
          </time>
        </span>
        {row.organizations.length > 0 && (
          <span className={mergeClasses(styles.quiet, styles.clipped)}>
            <bdi>{row.organizations.join(', ')}</bdi>
          </span>
        )}
        <span className={styles.last}>
          {speaker && (
            <>
              <bdi>{row.lastOperator ?? speaker}</bdi>
              {': '}
            </>
          )}
          <bdi lang={row.lastDirection === 'note' ? undefined : row.language}>{row.lastText}</bdi>
        </span>
        <StateBadge row={row} />
      </span>
    </RowLink>
  );
}
