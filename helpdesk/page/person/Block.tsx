import { Caption1, makeStyles, Subtitle2Stronger, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

/** A part of what is known of a person: a title, and its entries or that there are none. */
export function Block(p: { title: string; none: string; isEmpty: boolean; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.block}>
      <Subtitle2Stronger as="h3" className={styles.title}>
        {p.title}
      </Subtitle2Stronger>
      {p.isEmpty ? (
        <Caption1 className={styles.none}>{p.none}</Caption1>
      ) : (
        <ul className={styles.list}>{p.children}</ul>
      )}
    </section>
  );
}
