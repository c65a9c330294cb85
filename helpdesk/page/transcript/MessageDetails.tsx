import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TranscriptMessage } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Facts } from './Facts.tsx';

const useStyles = makeStyles({
  button: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, color: tokens.colorNeutralForeground3 },
  fault: { color: tokens.colorStatusDangerForeground3 },
  box: {
    fontSize: tokens.fontSizeBase200,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Folded: what Usher understood, where the walk stood, what came of it. */
export function MessageDetails({ message }: { message: TranscriptMessage }) {
  const styles = useStyles();
  const { t, texts, formats } = useWords();
  const [open, setOpen] = useState(false);
  const { understood, walk, step, outcome, fault } = message;
  if (!understood && !walk && !outcome && !fault) return null;

  const intents = { ...texts.walks, ...t.transcript.answers, none: t.transcript.notUnderstood, cancel: t.cancel };
  const intent = understood && named(intents, understood.intent);
  const came = outcome && named(t.transcript.outcomes, outcome);
  const summary = fault ? t.transcript.fault : (came ?? intent ?? (walk && named(texts.walks, walk)));
  return (
    <>
      <Button
        className={mergeClasses(styles.button, fault !== undefined && styles.fault)}
        appearance="transparent"
        size="small"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          <span className="unseen">{t.transcript.details}: </span>
          {summary}
        </span>
      </Button>
      {open && (
        <div className={styles.box}>
          <Facts
            facts={{
              [t.transcript.understood]:
                understood &&
                `${intent} (${t.transcript.confidence({ percent: formats.percent(understood.confidence) })})`,
              [t.transcript.language]: understood?.language && formats.language(understood.language),
              ...understood?.data,
              [t.transcript.walk]: walk && named(texts.walks, walk),
              [t.transcript.step]: step && named(t.steps, step),
              [t.transcript.outcome]: came,
              [t.transcript.fault]: fault,
            }}
          />
        </div>
      )}
    </>
  );
}
