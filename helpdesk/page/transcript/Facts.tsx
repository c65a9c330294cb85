import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
    '& dd': { margin: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  },
});

/** Characters of a value that are shown. */
const most = 500;

/** Names and values, whatever they are. */
export function Facts({ facts, names = {} }: { facts: Record<string, unknown>; names?: Record<string, string> }) {
  const styles = useStyles();
  const told = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={styles.facts}>
      {told.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>
            <bdi>{Object.hasOwn(names, name) ? names[name] : name}</bdi>
          </dt>
          <dd dir="auto">{inWords(value).slice(0, most)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
