import {
  Avatar,
  CounterBadge,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  bundleIcon,
  ChatMultipleFilled,
  ChatMultipleRegular,
  DataHistogramFilled,
  DataHistogramRegular,
  ErrorCircleFilled,
  ErrorCircleRegular,
  HistoryFilled,
  HistoryRegular,
  TextBulletListSquareFilled,
  TextBulletListSquareRegular,
} from '@fluentui/react-icons';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useSignedIn } from '../api/MeContext.ts';
import { characterKeys } from '../keyboard/characterKeys.ts';
import { useCharacterKeys } from '../keyboard/useCharacterKeys.ts';
import { useCounts } from '../live/useCounts.ts';
import { useWords } from '../words/WordsContext.ts';
import { SignOut } from './SignOut.tsx';

const sections = [
  { key: 'conversations', path: '/conversations', Icon: bundleIcon(ChatMultipleFilled, ChatMultipleRegular) },
  { key: 'figures', path: '/figures', Icon: bundleIcon(DataHistogramFilled, DataHistogramRegular) },
  { key: 'stuck', path: '/stuck', Icon: bundleIcon(ErrorCircleFilled, ErrorCircleRegular) },
  { key: 'audit', path: '/audit', Icon: bundleIcon(HistoryFilled, HistoryRegular) },
  {
    key: 'cannedAnswers',
    path: '/canned-answers',
    Icon: bundleIcon(TextBulletListSquareFilled, TextBulletListSquareRegular),
  },
] as const;

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    width: '88px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalS,
  },
  bar: {
    flexDirection: 'row',
    alignItems: 'center',
    width: 'auto',
    paddingTop: 0,
    borderRight: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    display: 'flex',
    flexDirection: 'inherit',
    flex: 1,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  item: { minWidth: 0, flex: '0 1 auto' },
  itemInBar: { flex: '1 1 auto' },
  link: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '2px',
    padding: `${tokens.spacingVerticalS} 2px`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    borderRadius: tokens.borderRadiusMedium,
    margin: '2px 4px',
    ':hover': { color: tokens.colorNeutralForeground2BrandHover, backgroundColor: tokens.colorNeutralBackground4Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  linkInBar: { margin: '2px 0', padding: `${tokens.spacingVerticalXS} 0` },
  current: {
    color: tokens.colorNeutralForeground2BrandSelected,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  icon: { fontSize: '24px', height: '24px' },
  name: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis' },
  count: { position: 'absolute', top: '2px', right: '12px' },
  me: {
    display: 'block',
    margin: `${tokens.spacingVerticalM} auto`,
    padding: '2px',
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  meInBar: { margin: `0 ${tokens.spacingHorizontalS}` },
  about: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The sections: at the left, or below where there is little room. */
export function Navigation({ below }: { below: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  const me = useSignedIn();
  const [path] = useLocation();
  const keysAreOn = useCharacterKeys();
  const counts = useCounts();
  const waiting = counts?.waiting ?? 0;

  const number = { conversations: waiting, stuck: counts?.stuck ?? 0 } as Record<string, number>;
  const said: Record<string, (p: { count: number }) => string> = {
    conversations: t.waitingCount,
    stuck: t.stuckCount,
  };
  const isCurrent = (section: string) =>
    path.startsWith(section) || (section === '/conversations' && path === '/search');
  const current = sections.find(({ path: to }) => isCurrent(to));
  const title = [...(current ? [t.sections[current.key]] : []), t.title].join(' – ');

  // Whoever has the page in the background sees that somebody waits.
  useEffect(() => {
    document.title = waiting ? `(${waiting}) ${title}` : title;
  }, [waiting, title]);

  return (
    <nav aria-label={t.sections.label} className={mergeClasses(styles.rail, below && styles.bar)}>
      <ul className={styles.list}>
        {sections.map(({ key, path: to, Icon }) => {
          const count = number[key] ?? 0;
          return (
            <li key={key} className={mergeClasses(styles.item, below && styles.itemInBar)}>
              <Link
                to={to}
                className={mergeClasses(styles.link, below && styles.linkInBar, isCurrent(to) && styles.current)}
                aria-current={isCurrent(to) ? 'page' : undefined}
              >
                <Icon className={styles.icon} filled={isCurrent(to)} aria-hidden />
                <span className={styles.name}>{t.sections[key]}</span>
                {count > 0 && (
                  <>
                    <CounterBadge className={styles.count} count={count} size="small" color="danger" aria-hidden />
                    <span className="unseen">{said[key]?.({ count })}</span>
                  </>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      <Popover positioning={below ? 'above-end' : 'after-bottom'} trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <button type="button" className={mergeClasses(styles.me, below && styles.meInBar)}>
            <span className="unseen">{t.signedInAs({ name: me.name })}</span>
            <Avatar name={me.name} color="colorful" idForColor={me.email} size={32} aria-hidden />
          </button>
        </PopoverTrigger>
        <PopoverSurface aria-label={t.signedInAs({ name: me.name })}>
          <div className={styles.about}>
            <Text weight="semibold">
              <bdi>{me.name}</bdi>
            </Text>
            <Text className={styles.quiet}>
              <bdi>{me.email}</bdi>
            </Text>
            {!me.mayAct && <Text className={styles.quiet}>{t.readOnly}</Text>}
            <Switch
              label={t.characterKeys}
              checked={keysAreOn}
              onChange={(_, { checked }) => characterKeys.turn(checked)}
            />
            <SignOut />
          </div>
        </PopoverSurface>
      </Popover>
    </nav>
  );
}
