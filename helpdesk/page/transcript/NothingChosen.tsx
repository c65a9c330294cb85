import { Body1, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons';
import { useCharacterKeys } from '../keyboard/useCharacterKeys.ts';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  place: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    boxSizing: 'border-box',
    textAlign: 'center',
  },
  icon: { fontSize: '56px', color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  keys: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginTop: tokens.spacingVerticalXL,
    textAlign: 'start',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
    '& dt': { textAlign: 'end' },
    '& dd': { margin: 0 },
  },
  key: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: '2px',
    borderRadius: tokens.borderRadiusMedium,
    padding: '1px 7px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
});

/** Beside the list, as long as no conversation is open. */
export function NothingChosen() {
  const styles = useStyles();
  const { t } = useWords();
  const characters = [
    ['/', t.conversation.keySearch],
    ['r', t.conversation.keyAnswer],
  ];
  const keys = [
    ['↑ ↓', t.conversation.keyMove],
    ['Enter', t.conversation.keyOpen],
    ...(useCharacterKeys() ? characters : []),
    ['Esc', t.conversation.keyEscape],
  ];
  return (
    <div className={styles.place}>
      <ChatMultipleRegular className={styles.icon} aria-hidden />
      <Subtitle2 as="h2">{t.conversation.choose}</Subtitle2>
      <Body1 className={styles.quiet}>{t.conversation.chooseLong}</Body1>
      <dl className={styles.keys} aria-label={t.conversation.keys}>
        {keys.map(([key, what]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>
              <Caption1>{what}</Caption1>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
