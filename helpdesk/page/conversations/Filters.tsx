import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ConversationFilter } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';

const useStyles = makeStyles({
  grid: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingVerticalS },
  // Fluent gives its inputs a width of their own, and a choice is as wide as the longest name in it.
  field: {
    minWidth: 0,
    '& > span': { width: '100%', minWidth: 0 },
    '& select, & input': { minWidth: 0, width: '100%' },
  },
  whole: { gridColumn: '1 / -1' },
});

/** Every filter but the state, which has its own row. */
export function Filters(p: { filter: ConversationFilter; onFilter: (filter: ConversationFilter) => void }) {
  const styles = useStyles();
  const { t, texts, formats } = useWords();
  const { choices } = useSignedIn();
  const set = (name: keyof ConversationFilter, value: string) => {
    const { [name]: _old, ...rest } = p.filter;
    p.onFilter(value ? { ...rest, [name]: value } : rest);
  };
  const choice = (name: keyof ConversationFilter, label: string, any: string, options: ReactNode) => (
    <Field label={label} size="small" className={styles.field}>
      <Select size="small" value={p.filter[name] ?? ''} onChange={(_, { value }) => set(name, value)}>
        <option value="">{any}</option>
        {options}
      </Select>
    </Field>
  );
  const day = (name: 'from' | 'to') => (
    <Field label={t.list[name]} size="small" className={styles.field}>
      <Input size="small" type="date" value={p.filter[name] ?? ''} onChange={(_, { value }) => set(name, value)} />
    </Field>
  );
  const { state, ...others } = p.filter;
  return (
    <div className={styles.grid}>
      {choice(
        'channel',
        t.list.channel,
        t.list.anyChannel,
        (['teams', 'mail'] as const).map((channel) => (
          <option key={channel} value={channel}>
            {t.list.channels[channel]}
          </option>
        )),
      )}
      {choice(
        'language',
        t.list.language,
        t.list.anyLanguage,
        choices.languages.map((code) => (
          <option key={code} value={code}>
            {formats.language(code)}
          </option>
        )),
      )}
      {choice(
        'organization',
        t.list.organization,
        t.list.anyOrganization,
        choices.organizations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        )),
      )}
      {choice(
        'walk',
        t.list.walk,
        t.list.anyWalk,
        choices.walks.map((walk) => (
          <option key={walk} value={walk}>
            {named(texts.walks, walk)}
          </option>
        )),
      )}
      {day('from')}
      {day('to')}
      <Field label={t.list.person} size="small" className={mergeClasses(styles.field, styles.whole)}>
        <PersonInput value={p.filter.person ?? ''} onPerson={(value) => set('person', value)} />
      </Field>
      {Object.keys(others).length > 0 && (
        <Button size="small" className={styles.whole} onClick={() => p.onFilter(state ? { state } : {})}>
          {t.list.clearFilters}
        </Button>
      )}
    </div>
  );
}

/** Filters when one is done typing, not with each letter. */
function PersonInput({ value, onPerson, ...field }: { value: string; onPerson: (value: string) => void }) {
  return (
    <Input
      {...field}
      key={value}
      size="small"
      type="email"
      defaultValue={value}
      onBlur={({ target }) => target.value.trim() !== value && onPerson(target.value.trim())}
      onKeyDown={({ key, currentTarget }) =>
        key === 'Enter' && onPerson((currentTarget as HTMLInputElement).value.trim())
      }
    />
  );
}
