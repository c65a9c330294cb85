import { Body1, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

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
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    maxWidth: '70ch',
    outlineStyle: 'none',
  },
  title: { margin: 0 },
  about: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
});

interface SectionPageProps {
  title: string;
  about?: string;
  /** What one chooses. */
  tools?: ReactNode;
  /** How many things it shows, where they can be dealt with here. */
  count?: number | undefined;
  children: ReactNode;
}

/** A section that is one column: its title, what it is about, what one chooses, and what it shows. */
export function SectionPage({ count, ...p }: SectionPageProps) {
  const styles = useStyles();
  const words = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  // What had the focus is gone with what was dealt with: one goes on in this section, not at the top of the page.
  useEffect(() => {
    if (before.current !== undefined && document.activeElement === document.body) words.current?.focus();
    before.current = count;
  }, [count]);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div ref={words} tabIndex={-1} className={styles.words}>
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
