import { Avatar, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ChatRegular, MailRegular } from '@fluentui/react-icons';
import type { SearchHit } from '../../api.ts';
import { useNow } from '../words/useNow.ts';
import { useWords } from '../words/WordsContext.ts';
import { Excerpt } from './Excerpt.tsx';
import { personCalled } from './personCalled.ts';
import { addressOf, type Place } from './place.ts';
import { RowLink } from './RowLink.tsx';

const useStyles = makeStyles({
  body: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  name: { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  icon: { fontSize: '14px', alignSelf: 'center', flexShrink: 0 },
  excerpt: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    unicodeBidi: 'isolate',
  },
});

/** A message that was found, with what was found marked. */
export function SearchHitItem(p: { hit: SearchHit; index: number; place: Place; current: boolean }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const now = useNow();
  const { conversation, at, excerpt, messageId, direction } = p.hit;
  const name = personCalled(conversation, t);
  const Channel = conversation.channel === 'mail' ? MailRegular : ChatRegular;
  const before = { in: '', out: `${t.list.fromUsher}: `, note: `${t.list.fromHelpdesk}: ` }[direction];
  return (
    <RowLink to={addressOf({ ...p.place, message: messageId }, conversation.id)} index={p.index} current={p.current}>
      <Avatar name={name} color="colorful" idForColor={conversation.person?.email ?? name} size={28} aria-hidden />
      <span className={styles.body}>
        <span className={styles.line}>
          <Text weight="semibold" className={styles.name}>
            <bdi>{name}</bdi>
          </Text>
          <Channel className={mergeClasses(styles.icon, styles.quiet)} title={t.list.channels[conversation.channel]} />
          <time className={styles.quiet} dateTime={at} title={formats.exact(at)}>
            {formats.brief(at, now)}
          </time>
        </span>
        <span className={styles.excerpt} dir="auto">
          {before}
          <Excerpt parts={excerpt} />
        </span>
      </span>
    </RowLink>
  );
}
