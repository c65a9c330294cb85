import { Caption1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import type { Figures } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    padding: tokens.spacingHorizontalL,
    gap: tokens.spacingVerticalXXS,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
  },
  value: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The numbers that are one each. */
export function Tiles({ figures }: { figures: Figures }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const { days, invitations, mails, waiting } = figures;
  const { acceptance } = invitations;
  const total = (name: 'conversations' | 'messagesIn') => days.reduce((sum, day) => sum + day[name], 0);
  const halfAndMost = (median: string | undefined, most: string | undefined) =>
    [median && `${t.figures.median} ${median}`, most && `${t.figures.ninetieth} ${most}`].filter(Boolean).join(' · ');
  const inHours = (count: number | undefined) => (count === undefined ? undefined : formats.hours(count));
  const inMinutes = (count: number | undefined) => (count === undefined ? undefined : formats.minutes(count));
  const tiles = [
    { title: t.figures.conversations, value: formats.number(total('conversations')) },
    { title: t.figures.messagesIn, value: formats.number(total('messagesIn')) },
    {
      title: t.figures.waiting,
      value: formats.number(waiting.times),
      more: halfAndMost(inMinutes(waiting.medianMinutes), inMinutes(waiting.ninetiethMinutes)),
    },
    {
      title: t.figures.invitationsAccepted,
      value: formats.number(acceptance.count),
      more: halfAndMost(inHours(acceptance.medianHours), inHours(acceptance.ninetiethHours)),
    },
    {
      title: t.figures.mailsSent,
      value: formats.number(mails.sent),
      more: `${t.figures.mailsFailed}: ${formats.number(mails.failed)} · ${t.figures.mailsBounced}: ${formats.number(mails.bounced)}`,
    },
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ title, value, more }) => (
        <div key={title} className={styles.tile}>
          <dt className={styles.quiet}>{title}</dt>
          <dd className={styles.value}>
            <Title3 block>{value}</Title3>
            {more && <Caption1 className={styles.quiet}>{more}</Caption1>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
