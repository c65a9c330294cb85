import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ConversationFilter } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { Filters } from './Filters.tsx';
import { SearchField } from './SearchField.tsx';
import { StateTabs } from './StateTabs.tsx';
import { usePlace } from './usePlace.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  search: { flex: 1, minWidth: 0, maxWidth: 'none' },
  filters: { paddingTop: tokens.spacingVerticalM },
});

/** What is shown below: searched for, in which state, filtered how. */
export function ListHead({ open }: { open: string | undefined }) {
  const styles = useStyles();
  const { t } = useWords();
  const { place, go } = usePlace();
  const { state, zone: _zone, ...others } = place.filter;
  const count = Object.keys(others).length;
  const [shown, setShown] = useState(count > 0);
  const label = count ? t.list.filtersActive({ count }) : t.list.filters;

  const filterBy = (filter: ConversationFilter) => go({ ...place, filter }, open);
  return (
    <div className={styles.head}>
      <h1 className="unseen">{t.list.label}</h1>
      <div className={styles.row}>
        <SearchField className={styles.search} />
        <Tooltip content={label} relationship="label">
          <Button
            appearance={count ? 'primary' : 'subtle'}
            icon={count ? <FilterFilled /> : <FilterRegular />}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          />
        </Tooltip>
        <ExportMenu filter={place.filter} />
      </div>
      {shown && (
        <div className={styles.filters}>
          <Filters filter={place.filter} onFilter={filterBy} />
        </div>
      )}
      <StateTabs state={state} onState={(chosen) => filterBy(chosen ? { ...others, state: chosen } : others)} />
    </div>
  );
}
