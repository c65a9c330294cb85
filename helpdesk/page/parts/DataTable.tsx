import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { StackedRows } from './StackedRows.tsx';
import { useShape } from './useShape.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    '& th, & td': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      verticalAlign: 'top',
      // Where a table is narrow it is scrolled, and no word is broken for it, unless it is longer than a line.
      minWidth: '7ch',
      maxWidth: '48ch',
      overflowWrap: 'break-word',
    },
    '& th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
    '& tbody tr:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

export interface Column<T> {
  title: string;
  draw: (row: T) => ReactNode;
  isNumber?: boolean;
}

export interface TableProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** A table, whose rows stand below each other where there is one pane only. */
export function DataTable<T>(props: TableProps<T>) {
  return useShape() === 'narrow' ? <StackedRows {...props} /> : <ScrolledTable {...props} />;
}

/** Scrolls sideways by itself where it does not fit. */
function ScrolledTable<T>({ label, columns, rows, keyOf }: TableProps<T>) {
  const styles = useStyles();
  const number = (column: Column<T>) => mergeClasses(column.isNumber && styles.number);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by the keyboard.
    // biome-ignore lint/a11y/useSemanticElements: a section would stand among the landmarks of the page.
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={number(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.title} className={number(column)}>
                  {column.draw(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
