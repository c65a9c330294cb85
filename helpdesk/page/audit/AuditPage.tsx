import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { AuditRow, Page } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { request } from '../api/request.ts';
import { Centered } from '../parts/Centered.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SectionPage } from '../parts/SectionPage.tsx';
import { Facts } from '../transcript/Facts.tsx';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { detailsInWords } from './detailsInWords.ts';

const useStyles = makeStyles({
  when: { whiteSpace: 'nowrap' },
  more: { alignSelf: 'center' },
  details: { minWidth: '200px' },
});

/** Who did what, when and for whom. */
export function AuditPage() {
  const styles = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const [, navigate] = useLocation();
  const filter = Object.fromEntries(new URLSearchParams(useSearch())) as Record<string, string>;
  const zone = filter.from || filter.to ? Intl.DateTimeFormat().resolvedOptions().timeZone : undefined;
  const audit = useInfiniteQuery({
    queryKey: ['audit', filter],
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => request<Page<AuditRow>>(`/audit${queryString({ ...filter, zone, cursor: pageParam })}`),
    getNextPageParam: (last) => last.next,
  });
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  const address = (who: string) => <bdi>{who === 'usher' ? t.audit.bySystem : who}</bdi>;
  return (
    <SectionPage title={t.audit.title} about={t.audit.about}>
      <AuditFilters
        filter={filter}
        onFilter={(changed) => navigate(`/audit${queryString(changed)}`, { replace: true })}
      />
      {audit.isError && !audit.data ? (
        <Problem problem={audit.error} onRetry={() => audit.refetch()} />
      ) : !audit.data ? (
        <Centered>
          <Spinner label={t.loading} />
        </Centered>
      ) : rows.length === 0 ? (
        <Notice kind="search" title={t.audit.nothing} />
      ) : (
        <DataTable
          label={t.audit.title}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t.audit.when,
              draw: ({ at }) => (
                <time className={styles.when} dateTime={at} title={formats.exact(at)}>
                  {formats.dateTime(at)}
                </time>
              ),
            },
            { title: t.audit.who, draw: ({ who }) => address(who) },
            { title: t.audit.what, draw: ({ action }) => named(t.audit.actions, action) },
            { title: t.audit.forWhom, draw: ({ forWhom }) => forWhom && address(forWhom) },
            { title: t.audit.channel, draw: ({ channel }) => named(t.figures.channels, channel) },
            { title: t.audit.organization, draw: ({ organization }) => organization && <bdi>{organization}</bdi> },
            {
              title: t.audit.details,
              draw: ({ details }) =>
                details && (
                  <div className={styles.details}>
                    <Facts facts={detailsInWords(details, words)} names={t.audit.facts} />
                  </div>
                ),
            },
          ]}
        />
      )}
      {audit.hasNextPage && (
        <Button className={styles.more} disabled={audit.isFetching} onClick={() => audit.fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </SectionPage>
  );
}
