import { Button } from '@fluentui/react-components';
import type { ConversationFilter } from '../../api.ts';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useWords } from '../words/WordsContext.ts';
import { ConversationItem } from './ConversationItem.tsx';
import { ListSkeleton } from './ListSkeleton.tsx';
import { RowList } from './RowList.tsx';
import { useConversations } from './useConversations.ts';
import { usePlace } from './usePlace.ts';

/** The conversations that fit a filter. */
export function ConversationList(p: { filter: ConversationFilter; open: string | undefined }) {
  const { t } = useWords();
  const { go } = usePlace();
  const { query, rows } = useConversations(p.filter);

  if (query.isError && !query.data) return <Problem problem={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <ListSkeleton />;
  if (rows.length === 0 && !query.hasNextPage) {
    const { state, ...others } = p.filter;
    const filtered = Object.keys(others).length > 0 || (state && state !== 'waiting');
    if (filtered) {
      const action = <Button onClick={() => go({ filter: {} }, p.open)}>{t.list.clearFilters}</Button>;
      return <Notice kind="search" title={t.list.emptyFiltered} action={action} />;
    }
    return state === 'waiting' ? (
      <Notice kind="nothing" title={t.list.nobodyWaits} text={t.list.nobodyWaitsLong} />
    ) : (
      <Notice kind="empty" title={t.list.empty} text={t.list.emptyLong} />
    );
  }
  return (
    <RowList
      label={t.list.label}
      shown={JSON.stringify(p.filter)}
      rows={rows}
      keyOf={(row) => row.id}
      openIndex={rows.findIndex(({ id }) => id === p.open)}
      draw={(row, index) => <ConversationItem row={row} index={index} filter={p.filter} current={row.id === p.open} />}
      onEnd={() => query.hasNextPage && !query.isFetching && query.fetchNextPage()}
      loadingMore={query.isFetchingNextPage}
    />
  );
}
