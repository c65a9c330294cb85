import { Button, Link as FluentLink } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import type { Figures } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { addressOf } from '../conversations/place.ts';
import { useWords } from '../words/WordsContext.ts';
import { Figure } from './Figure.tsx';

/** The sentences that Usher did not understand, where they were said, and as lines to learn from. */
export function NotUnderstood(p: { sentences: Figures['notUnderstood']; period: object }) {
  const { t, formats } = useWords();
  return (
    <Figure
      title={t.figures.notUnderstood}
      whole
      rows={p.sentences}
      keyOf={({ messageId }) => messageId}
      tools={
        p.sentences.length > 0 && (
          <Button
            as="a"
            size="small"
            icon={<ArrowDownloadRegular />}
            href={`/helpdesk/api/figures/not-understood.txt${queryString(p.period)}`}
            download
          >
            {t.figures.utterances}
          </Button>
        )
      }
      columns={[
        {
          title: t.figures.sentence,
          draw: ({ text, language, conversationId, messageId }) => (
            <Link to={addressOf({ filter: {}, message: messageId }, conversationId)} asChild>
              <FluentLink dir="auto">
                <bdi lang={language}>{text}</bdi>
              </FluentLink>
            </Link>
          ),
        },
        { title: t.figures.language, draw: ({ language }) => formats.language(language) },
        { title: t.figures.times, isNumber: true, draw: ({ times }) => formats.number(times) },
      ]}
    />
  );
}
