import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Page, StuckItem } from '../../api.ts';
import { request } from '../api/request.ts';
import { Centered } from '../parts/Centered.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SectionPage } from '../parts/SectionPage.tsx';
import { useWords } from '../words/WordsContext.ts';
import { StuckCard } from './StuckCard.tsx';

const stuckKey = ['stuck'];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
});

/** Everything that waits or failed, and what to do about it. */
export function StuckPage() {
  const styles = useStyles();
  const { t } = useWords();
  const stuck = useQuery({
    queryKey: stuckKey,
    staleTime: 0,
    refetchInterval: 60_000,
    queryFn: () => request<Page<StuckItem>>('/stuck'),
  });
  return (
    <SectionPage title={t.stuck.title} count={stuck.data?.rows.length}>
      {stuck.isError && !stuck.data ? (
        <Problem problem={stuck.error} onRetry={() => stuck.refetch()} />
      ) : !stuck.data ? (
        <Centered>
          <Spinner label={t.loading} />
        </Centered>
      ) : stuck.data.rows.length === 0 ? (
        <Notice kind="nothing" title={t.stuck.nothing} text={t.stuck.nothingLong} />
      ) : (
        <ul className={styles.list}>
          {stuck.data.rows.map((item) => (
            <li key={`${item.kind} ${item.id}`}>
              <StuckCard item={item} />
            </li>
          ))}
        </ul>
      )}
    </SectionPage>
  );
}
