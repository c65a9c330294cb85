import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { safeMarkdown } from './safeMarkdown.ts';

const useStyles = makeStyles({
  text: {
    whiteSpace: 'normal',
    '& p': { margin: '0 0 0.5em' },
    '& > :last-child': { marginBottom: 0 },
    '& ul, & ol': { margin: '0 0 0.5em', paddingInlineStart: '1.5em' },
    '& a': { color: 'inherit' },
  },
});

/** Words of Usher's own, with the little formatting they have. */
export function FormattedText({ text }: { text: string }) {
  const styles = useStyles();
  const html = useMemo(() => ({ __html: safeMarkdown(text) }), [text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by safeMarkdown, which escapes everything that it does not know.
  return <div className={styles.text} dangerouslySetInnerHTML={html} />;
}
