import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ConversationFilter } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';

type State = NonNullable<ConversationFilter['state']>;
/** What one looks for most; the others are a click further. */
const often: readonly State[] = ['waiting', 'joined', 'stuck'];
const seldom: readonly State[] = ['open', 'done'];

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, minWidth: 0 },
  more: { minWidth: 0, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});

/** In which state the shown conversations are. */
export function StateTabs(p: { state: State | undefined; onState: (state: State | undefined) => void }) {
  const styles = useStyles();
  const { t } = useWords();
  const shown = p.state && seldom.includes(p.state) ? [...often, p.state] : often;
  return (
    <div className={styles.row}>
      <TabList
        size="small"
        aria-label={t.list.state}
        selectedValue={p.state ?? 'any'}
        onTabSelect={(_, { value }) => p.onState(value === 'any' ? undefined : (value as State))}
      >
        <Tab value="any">{t.list.anyState}</Tab>
        {shown.map((state) => (
          <Tab key={state} value={state}>
            {t.list.states[state]}
          </Tab>
        ))}
      </TabList>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={styles.more}
            appearance="transparent"
            size="small"
            icon={<ChevronDownRegular />}
            iconPosition="after"
            aria-label={t.list.moreStates}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {seldom.map((state) => (
              <MenuItem key={state} onClick={() => p.onState(state)}>
                {t.list.states[state]}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
