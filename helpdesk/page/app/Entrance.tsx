import { Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { MeContext } from '../api/MeContext.ts';
import { Refused } from '../api/Refused.ts';
import { useMe } from '../api/useMe.ts';
import { Centered } from '../parts/Centered.tsx';
import { Problem } from '../parts/Problem.tsx';
import { formats } from '../words/formats.ts';
import { loadTexts, type PageTexts } from '../words/loadTexts.ts';
import { WordsContext } from '../words/WordsContext.ts';
import { Console } from './Console.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';
import { NoRole } from './NoRole.tsx';
import { SignInFirst } from './SignInFirst.tsx';

/** Finds out who comes, and loads the texts in their language, before anything else is shown. */
export function Entrance({ locale }: { locale: string | undefined }) {
  const me = useMe();
  const [loaded, setLoaded] = useState<{ language: string; texts: PageTexts }>();
  const known = me.isSuccess || me.isError;
  const wished = me.data?.language;

  useEffect(() => {
    if (!known) return;
    const tags = [wished, locale, ...navigator.languages].filter((tag) => tag !== undefined);
    loadTexts(tags).then(setLoaded);
  }, [known, wished, locale]);

  const words = useMemo(() => {
    if (!loaded) return undefined;
    const { language, texts } = loaded;
    document.documentElement.lang = language;
    document.title = texts.helpdesk.title;
    // Days are written as where the operator is, as far as that is the same language.
    const region = [locale, ...navigator.languages].find((tag) => tag?.toLowerCase().startsWith(language));
    return { language, texts, t: texts.helpdesk, formats: formats(region ?? language, texts.helpdesk.duration.moment) };
  }, [loaded, locale]);

  if (!words) {
    return (
      <Centered>
        <Spinner />
      </Centered>
    );
  }
  return (
    <WordsContext value={words}>
      <FaultBoundary>
        {me.data ? (
          <MeContext value={me.data}>
            <Console />
          </MeContext>
        ) : me.error instanceof Refused && me.error.status === 401 ? (
          <SignInFirst />
        ) : me.error instanceof Refused && me.error.status === 403 ? (
          <NoRole />
        ) : (
          <Problem problem={me.error} onRetry={() => me.refetch()} />
        )}
      </FaultBoundary>
    </WordsContext>
  );
}
