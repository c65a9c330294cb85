import {
  Button,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { SearchRegular, TextBulletListSquareRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CannedAnswer, ConversationRow } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { useWords } from '../words/WordsContext.ts';
import { fillIn } from './fillIn.ts';
import { useCannedAnswers } from './useCannedAnswers.ts';

const useStyles = makeStyles({
  surface: { width: 'min(380px, 90vw)', padding: tokens.spacingHorizontalM, boxSizing: 'border-box' },
  search: { width: '100%' },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    maxHeight: '320px',
    overflowY: 'auto',
  },
  answer: {
    display: 'block',
    width: '100%',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  text: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Offers the canned answers, those in the person's language first, and gives the chosen one filled in. */
export function CannedAnswerMenu(p: { conversation: ConversationRow; onChosen: (text: string) => void }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const me = useSignedIn();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const answers = useCannedAnswers(open);
  const { person, organizations, language } = p.conversation;

  const name = person?.name ?? '';
  const filling = {
    name,
    firstName: name.split(' ')[0] ?? '',
    organization: organizations[0] ?? '',
    operator: me.name,
  };
  const words = wanted.toLocaleLowerCase().split(/\s+/);
  const fitting = (answers.data ?? [])
    .filter(({ title, text }) => words.every((word) => `${title} ${text}`.toLocaleLowerCase().includes(word)))
    .sort((one, other) => Number(other.language === language) - Number(one.language === language));
  const choose = ({ text }: CannedAnswer) => {
    setOpen(false);
    setWanted('');
    p.onChosen(fillIn(text, filling));
  };
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} positioning="above-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<TextBulletListSquareRegular />}>
          {t.composer.cannedAnswers}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t.composer.cannedAnswers}>
        <Input
          className={styles.search}
          contentBefore={<SearchRegular aria-hidden />}
          aria-label={t.composer.searchCanned}
          placeholder={t.composer.searchCanned}
          value={wanted}
          onChange={(_, { value }) => setWanted(value)}
          onKeyDown={({ key }) => key === 'Enter' && fitting[0] && choose(fitting[0])}
        />
        <ul className={styles.list} aria-label={t.composer.cannedAnswers}>
          {fitting.map((answer) => (
            <li key={answer.id}>
              <button type="button" className={styles.answer} onClick={() => choose(answer)}>
                <Text weight="semibold">
                  <bdi>{answer.title}</bdi>
                </Text>
                {answer.language !== language && <Text size={200}> · {formats.language(answer.language)}</Text>}
                <span className={styles.text} dir="auto">
                  {fillIn(answer.text, filling)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {answers.data && fitting.length === 0 && (
          <Text>{answers.data.length ? t.composer.noCannedFound : t.composer.noCanned}</Text>
        )}
      </PopoverSurface>
    </Popover>
  );
}
