import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Figures } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { request } from '../api/request.ts';
import { Centered } from '../parts/Centered.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SectionPage } from '../parts/SectionPage.tsx';
import { useWords } from '../words/WordsContext.ts';
import { NotUnderstood } from './NotUnderstood.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { readPeriod } from './period.ts';
import { Tiles } from './Tiles.tsx';

// The charts are the largest part of the page, and come when the numbers do.
const ConversationsADay = lazy(async () => ({ default: (await import('./ConversationsADay.tsx')).ConversationsADay }));
const Walks = lazy(async () => ({ default: (await import('./Walks.tsx')).Walks }));
const InvitationsByState = lazy(async () => ({
  default: (await import('./InvitationsByState.tsx')).InvitationsByState,
}));
const Decisions = lazy(async () => ({ default: (await import('./Decisions.tsx')).Decisions }));
const GivenUp = lazy(async () => ({ default: (await import('./GivenUp.tsx')).GivenUp }));

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** What went on, in numbers. */
export function FiguresPage() {
  const styles = useStyles();
  const { t } = useWords();
  const { period, length } = readPeriod(useSearch(), new Date());
  const [, navigate] = useLocation();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const figures = useQuery({
    queryKey: ['figures', period],
    placeholderData: keepPreviousData,
    queryFn: () => request<Figures>(`/figures${queryString({ ...period, zone })}`),
  });
  const waits = (
    <Centered>
      <Spinner label={t.loading} />
    </Centered>
  );
  const { data } = figures;
  return (
    <SectionPage
      title={t.figures.title}
      tools={
        <PeriodPicker
          period={period}
          length={length}
          onPeriod={(chosen) => navigate(`/figures${queryString(chosen)}`, { replace: true })}
        />
      }
    >
      {figures.isError && !data ? (
        <Problem problem={figures.error} onRetry={() => figures.refetch()} />
      ) : data ? (
        <>
          <Tiles figures={data} />
          <Suspense fallback={waits}>
            <div className={styles.grid}>
              <ConversationsADay days={data.days} />
              <Walks walks={data.walks} />
              <GivenUp walks={data.walks} />
              <InvitationsByState byState={data.invitations.byState} />
              <Decisions decisions={data.decisions} />
              <NotUnderstood sentences={data.notUnderstood} period={{ ...period, zone }} />
            </div>
          </Suspense>
        </>
      ) : (
        waits
      )}
    </SectionPage>
  );
}
