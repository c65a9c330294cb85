import { makeStyles, tokens } from '@fluentui/react-components';
import { useFocusTaken } from '../parts/useFocusTaken.ts';
import { ConversationList } from './ConversationList.tsx';
import { ListHead } from './ListHead.tsx';
import { SearchResults } from './SearchResults.tsx';
import { usePlace } from './usePlace.ts';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%' },
  rest: { flex: 1, minHeight: 0, paddingTop: tokens.spacingVerticalXXS, outlineStyle: 'none' },
});

/** Search and filters, and below them the conversations or what was found. */
export function ListPane({ open }: { open: string | undefined }) {
  const styles = useStyles();
  const { place } = usePlace();
  const rest = useFocusTaken<HTMLDivElement>();
  return (
    <div className={styles.pane}>
      <ListHead open={open} />
      <div ref={rest} tabIndex={-1} className={styles.rest}>
        {place.query ? (
          <SearchResults query={place.query} filter={place.filter} open={open} />
        ) : (
          <ConversationList key={JSON.stringify(place.filter)} filter={place.filter} open={open} />
        )}
      </div>
    </div>
  );
}
