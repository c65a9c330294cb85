import { makeStyles, tokens } from '@fluentui/react-components';
import type { TableProps } from './DataTable.tsx';

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 5fr)',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& dt': { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
});

/** What a table shows, row below row, each with its titles: where there is no room for columns. */
export function StackedRows<T>({ label, columns, rows, keyOf }: TableProps<T>) {
  const styles = useStyles();
  return (
    <ul className={styles.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <dl className={styles.row}>
            {columns
              .map(({ title, draw }) => ({ title, cell: draw(row) }))
              .filter(({ cell }) => cell !== undefined && cell !== '')
              .map(({ title, cell }) => (
                <div key={title} style={{ display: 'contents' }}>
                  <dt>{title}</dt>
                  <dd>{cell}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
