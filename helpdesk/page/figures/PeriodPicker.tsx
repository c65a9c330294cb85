import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../words/WordsContext.ts';
import { endingToday, type Length, lengths, type Period } from './period.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'flex-end' },
});

interface PeriodPickerProps {
  period: Period;
  length: Length | 'own';
  onPeriod: (period: Period) => void;
}

/** Which days the figures are of. */
export function PeriodPicker({ period, length, onPeriod }: PeriodPickerProps) {
  const styles = useStyles();
  const { t } = useWords();
  const [own, setOwn] = useState(length === 'own');
  const choose = (value: string) => {
    setOwn(value === 'own');
    if (value !== 'own') onPeriod(endingToday(lengths[value as Length], new Date()));
  };
  const day = (name: keyof Period) => (
    <Field label={t.figures[name]}>
      <Input
        type="date"
        value={period[name]}
        onChange={(_, { value }) => {
          const changed = { ...period, [name]: value };
          if (value && changed.from <= changed.to) onPeriod(changed);
        }}
      />
    </Field>
  );
  return (
    <div className={styles.row}>
      <Field label={t.figures.period}>
        <Select value={own ? 'own' : length} onChange={(_, { value }) => choose(value)}>
          {(['week', 'month', 'quarter', 'own'] as const).map((each) => (
            <option key={each} value={each}>
              {t.figures.periods[each]}
            </option>
          ))}
        </Select>
      </Field>
      {own && day('from')}
      {own && day('to')}
    </div>
  );
}
