import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type HTMLAttributes, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import { type StateSnapshot, Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useShape } from '../parts/useShape.ts';
import { idInAddress } from './idInAddress.ts';

const useStyles = makeStyles({
  list: { height: '100%', outlineStyle: 'none' },
  foot: { display: 'grid', placeItems: 'center', padding: tokens.spacingVerticalM },
});

/** Where lists were left for a conversation, by what they show. */
const leftAt = new Map<string, StateSnapshot>();

interface RowListProps<T> {
  label: string;
  /** What it shows, of all that it could: by this one comes back to where one was. */
  shown: string;
  rows: readonly T[];
  keyOf: (row: T) => string;
  draw: (row: T, index: number) => ReactNode;
  /** Where up and down begin. */
  openIndex: number;
  /** Fetches what comes next. */
  onEnd: () => void;
  loadingMore: boolean;
}

/** A list of any length: only the rows in sight are drawn. Up and down go from row to row. */
export function RowList<T>(p: RowListProps<T>) {
  const styles = useStyles();
  const list = useRef<VirtuosoHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const { shown } = p;
  const begin = useRef(leftAt.get(shown));
  const narrow = useShape() === 'narrow';

  // Where there is room for one pane, a conversation takes the place of the list.
  useLayoutEffect(() => {
    const { current } = list;
    leftAt.delete(shown);
    return () => {
      if (narrow && idInAddress() !== undefined) current?.getState((state) => leftAt.set(shown, state));
    };
  }, [shown, narrow]);

  const focusRow = (index: number) => {
    if (index < 0 || index >= p.rows.length) return;
    const focus = () => box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus();
    // Only what is drawn can have the focus.
    list.current?.scrollIntoView({ index, done: focus });
    focus();
  };
  const move = (by: number) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]');
    const inList = row && box.current?.contains(row);
    focusRow(inList ? Number(row.dataset.row) + by : Math.max(p.openIndex, 0));
  };
  useShortcut('ArrowDown', () => move(1));
  useShortcut('ArrowUp', () => move(-1));

  return (
    <div ref={box} className={styles.list}>
      <Virtuoso
        ref={list}
        className={styles.list}
        // What can be scrolled can be reached: by its rows.
        tabIndex={-1}
        data={p.rows}
        restoreStateFrom={begin.current}
        computeItemKey={(_, row) => p.keyOf(row)}
        itemContent={(index, row) => p.draw(row, index)}
        endReached={p.onEnd}
        increaseViewportBy={400}
        context={{ label: p.label, total: p.rows.length, loadingMore: p.loadingMore, foot: styles.foot }}
        components={components}
      />
    </div>
  );
}

interface ListContext {
  label: string;
  total: number;
  loadingMore: boolean;
  foot: string;
}
type PartProps = HTMLAttributes<HTMLDivElement> & { ref?: Ref<HTMLDivElement>; context: ListContext };

// Made once: a part that is made anew is taken out of the page and put in again.
const components = {
  // The library measures boxes, and makes them itself: what they are can only be said by a role.
  // biome-ignore lint/a11y/useSemanticElements: see above.
  List: ({ context, ...props }: PartProps) => <div {...props} role="list" aria-label={context.label} />,
  Item: ({ context, item: _item, ...props }: PartProps & { item: unknown; 'data-index': number }) => (
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <div {...props} role="listitem" aria-posinset={props['data-index'] + 1} aria-setsize={context.total} />
  ),
  Footer: ({ context }: { context: ListContext }) =>
    context.loadingMore ? (
      <div className={context.foot}>
        <Spinner size="tiny" />
      </div>
    ) : null,
};
