import { Body1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  column: {
    maxWidth: '1280px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXXL}`,
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    '@media (max-width: 719px)': { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, maxWidth: '70ch' },
  title: { margin: 0 },
  about: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

/** A section that is one column: its title, what it is about, what one chooses, and what it shows. */
export function SectionPage(p: { title: string; about?: string; tools?: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div className={styles.words}>
            <Title2 as="h1" className={styles.title}>
              {p.title}
            </Title2>
            {p.about && <Body1 className={styles.about}>{p.about}</Body1>}
          </div>
          {p.tools}
        </header>
        {p.children}
      </div>
    </div>
  );
}
