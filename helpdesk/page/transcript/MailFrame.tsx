import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { useWords } from '../words/WordsContext.ts';
import { mailDocument } from './mailDocument.ts';

/** Pixels; a mail that is longer is opened by a button. */
const highest = 640;

const useStyles = makeStyles({
  frame: { display: 'block', width: '100%', border: 'none', backgroundColor: '#fff' },
  more: { margin: tokens.spacingVerticalXS },
});

interface MailFrameProps {
  html: string;
  /** In which it is, as far as that is known. */
  language: string | undefined;
}

/** A mail as it came: in a frame where nothing runs and nothing is fetched. */
export function MailFrame({ html, language }: MailFrameProps) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(120);
  const [whole, setWhole] = useState(false);
  const source = useMemo(() => mailDocument(html, language), [html, language]);

  // Its height can be read because it counts as ours; without `allow-scripts` nothing in it can make use of that.
  const measure = () => {
    const body = frame.current?.contentDocument?.body;
    if (body) setHeight(Math.max(40, body.offsetHeight));
  };
  const shown = whole ? height : Math.min(height, highest);
  return (
    <>
      <iframe
        ref={frame}
        className={styles.frame}
        style={{ height: shown }}
        title={t.transcript.mailFrame}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={source}
        onLoad={measure}
      />
      {height > highest && (
        <Button
          className={styles.more}
          appearance="transparent"
          size="small"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t.transcript.showLess : t.transcript.showAll({ size: formats.size(html.length) })}
        </Button>
      )}
    </>
  );
}
