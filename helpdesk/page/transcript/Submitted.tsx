import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../words/WordsContext.ts';
import { Facts } from './Facts.tsx';

const useStyles = makeStyles({
  box: {
    fontSize: tokens.fontSizeBase200,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
  },
  title: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** What a card's form was filled in with. */
export function Submitted({ value }: { value: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const facts = read(value);
  if (Object.keys(facts).length === 0) return null;
  return (
    <div className={styles.box}>
      <div className={styles.title}>{t.transcript.submitted}</div>
      <Facts facts={facts} />
    </div>
  );
}

/** The names and values are whatever somebody sent. */
function read(value: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : { '': parsed };
  } catch {
    return { '': value };
  }
}
