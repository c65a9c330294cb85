import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { ConversationFilter } from '../../api.ts';
import { Refused } from '../api/Refused.ts';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useWords } from '../words/WordsContext.ts';
import { ListSkeleton } from './ListSkeleton.tsx';
import { RowList } from './RowList.tsx';
import { SearchHitItem } from './SearchHitItem.tsx';
import { usePlace } from './usePlace.ts';
import { useSearchHits } from './useSearchHits.ts';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  rest: { flex: 1, minHeight: 0 },
});

/** What was found. */
export function SearchResults(p: { query: string; filter: ConversationFilter; open: string | undefined }) {
  const styles = useStyles();
  const { t } = useWords();
  const { place, go } = usePlace();
  const found = useSearchHits(p.query, p.filter);
  const hits = found.data?.pages.flatMap(({ rows }) => rows) ?? [];

  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          aria-label={t.search.backToList}
          onClick={() => go({ filter: p.filter }, p.open)}
        />
        <Text size={200} role="status">
          {found.data && t.search.found({ count: hits.length, more: found.hasNextPage })}
        </Text>
      </div>
      <div className={styles.rest}>
        {isTooLong(found.error) && !found.data ? (
          <Notice kind="search" title={t.search.tooLong} text={t.search.tooLongLong} />
        ) : found.isError && !found.data ? (
          <Problem problem={found.error} onRetry={() => found.refetch()} />
        ) : !found.data ? (
          <ListSkeleton />
        ) : hits.length === 0 ? (
          <Notice kind="search" title={t.search.nothing} text={t.search.nothingLong} />
        ) : (
          <RowList
            label={t.search.results}
            shown={JSON.stringify([place.query, place.filter])}
            rows={hits}
            keyOf={(hit) => hit.messageId}
            openIndex={hits.findIndex((hit) => hit.messageId === place.message)}
            draw={(hit, index) => (
              <SearchHitItem hit={hit} index={index} place={place} current={hit.messageId === place.message} />
            )}
            onEnd={() => found.hasNextPage && !found.isFetching && found.fetchNextPage()}
            loadingMore={found.isFetchingNextPage}
          />
        )}
      </div>
    </div>
  );
}

function isTooLong(problem: unknown): boolean {
  return problem instanceof Refused && (problem.refusal.fields ?? []).includes('q');
}
