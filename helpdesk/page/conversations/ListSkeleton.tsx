import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  row: {
    display: 'grid',
    gridTemplateColumns: 'min-content 1fr',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Where the rows are going to be. */
export function ListSkeleton() {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Skeleton className={styles.list} aria-label={t.loading}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
        <div key={row} className={styles.row}>
          <SkeletonItem shape="circle" size={36} />
          <div className={styles.lines}>
            <SkeletonItem size={16} style={{ width: '60%' }} />
            <SkeletonItem size={12} />
          </div>
        </div>
      ))}
    </Skeleton>
  );
}
