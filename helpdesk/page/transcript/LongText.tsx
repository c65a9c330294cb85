import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../words/WordsContext.ts';
import { FormattedText } from './FormattedText.tsx';

/** Characters of a message that are shown at first; more than a screen of them says nothing at a glance. */
const first = 2_000;

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'isolate', minWidth: 0 },
  // Each paragraph has the direction of its own first letter, and none reaches into the next.
  plain: { unicodeBidi: 'plaintext' },
  whole: { maxHeight: '70vh', overflowY: 'auto' },
});

interface LongTextProps {
  text: string;
  /** In which it is, as far as that is known. */
  language: string | undefined;
  /** It is Markdown of Usher's own. */
  formatted?: boolean;
}

/** What somebody wrote, shortened while it is very long. */
export function LongText({ text, language, formatted = false }: LongTextProps) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const [whole, setWhole] = useState(false);
  if (text.length <= first) {
    return (
      <div className={styles.text} dir="auto" lang={language}>
        {formatted ? <FormattedText text={text} /> : <div className={styles.plain}>{text}</div>}
      </div>
    );
  }
  return (
    <div>
      <div
        className={mergeClasses(styles.text, whole && styles.whole)}
        dir="auto"
        lang={language}
        tabIndex={whole ? 0 : undefined}
      >
        <div className={styles.plain}>{whole ? text : `${text.slice(0, first)}…`}</div>
      </div>
      <Button appearance="transparent" size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? t.transcript.showLess : t.transcript.showAll({ size: formats.size(text.length) })}
      </Button>
    </div>
  );
}
