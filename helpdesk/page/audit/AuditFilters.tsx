import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // Fluent gives its inputs a width of their own.
  field: { minWidth: 0, '& > span': { width: '100%', minWidth: 0 }, '& input, & select': { minWidth: 0 } },
});

interface AuditFiltersProps {
  filter: Record<string, string>;
  onFilter: (filter: Record<string, string>) => void;
}

/** Which entries are looked for. */
export function AuditFilters({ filter, onFilter }: AuditFiltersProps) {
  const styles = useStyles();
  const { t } = useWords();
  const set = (name: string, value: string) => onFilter({ ...filter, [name]: value.trim() });
  const address = (name: 'who' | 'forWhom', label: string) => (
    <Field label={label} className={styles.field}>
      <Input
        key={filter[name]}
        type="text"
        inputMode="email"
        defaultValue={filter[name] ?? ''}
        onBlur={({ target }) => target.value.trim() !== (filter[name] ?? '') && set(name, target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && set(name, (currentTarget as HTMLInputElement).value)}
      />
    </Field>
  );
  const day = (name: 'from' | 'to') => (
    <Field label={t.list[name]} className={styles.field}>
      <Input type="date" value={filter[name] ?? ''} onChange={(_, { value }) => set(name, value)} />
    </Field>
  );
  const actions = Object.entries(t.audit.actions).sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <search className={styles.filters}>
      {address('who', t.audit.whoFilter)}
      {address('forWhom', t.audit.forWhomFilter)}
      <Field label={t.audit.actionFilter} className={styles.field}>
        <Select value={filter.action ?? ''} onChange={(_, { value }) => set('action', value)}>
          <option value="">{t.audit.anyAction}</option>
          {actions.map(([action, name]) => (
            <option key={action} value={action}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {day('from')}
      {day('to')}
    </search>
  );
}
