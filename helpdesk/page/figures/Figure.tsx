import { Card, makeStyles, mergeClasses, Subtitle2, Tab, TabList, tokens } from '@fluentui/react-components';
import { DataHistogramRegular, TableRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  card: { minWidth: 0, padding: tokens.spacingHorizontalL, gap: tokens.spacingVerticalM },
  whole: { gridColumn: '1 / -1' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  title: { margin: 0 },
  // Legends are words of ours, not titles.
  chart: { minWidth: 0, overflowX: 'hidden', '& .fui-legend__legend': { textTransform: 'none' } },
  none: { color: tokens.colorNeutralForeground3, padding: `${tokens.spacingVerticalXXL} 0`, textAlign: 'center' },
});

interface FigureProps<T> {
  title: string;
  /** Over the whole width. */
  whole?: boolean;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Without one there is the table only. */
  chart?: ReactNode;
  tools?: ReactNode;
}

/** One figure: as a chart, and the same numbers as a table. */
export function Figure<T>(p: FigureProps<T>) {
  const styles = useStyles();
  const { t } = useWords();
  const [view, setView] = useState<'chart' | 'table'>(p.chart ? 'chart' : 'table');
  return (
    <Card className={mergeClasses(styles.card, p.whole && styles.whole)} role="region" aria-label={p.title}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {p.title}
        </Subtitle2>
        {p.tools}
        {p.chart && p.rows.length > 0 && (
          <TabList
            size="small"
            aria-label={t.figures.view({ title: p.title })}
            selectedValue={view}
            onTabSelect={(_, { value }) => setView(value as typeof view)}
          >
            <Tab value="chart" icon={<DataHistogramRegular />} aria-label={t.figures.chart} />
            <Tab value="table" icon={<TableRegular />} aria-label={t.figures.table} />
          </TabList>
        )}
      </div>
      {p.rows.length === 0 ? (
        <div className={styles.none}>{t.figures.nothing}</div>
      ) : view === 'chart' ? (
        <div className={styles.chart}>{p.chart}</div>
      ) : (
        <DataTable label={p.title} columns={p.columns} rows={p.rows} keyOf={p.keyOf} />
      )}
    </Card>
  );
}
