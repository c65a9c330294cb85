import './card.css';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/WordsContext.ts';
import { cardLook } from './cardLook.ts';
import { harmlessCard } from './harmlessCard.ts';
import { safeMarkdown } from './safeMarkdown.ts';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = safeMarkdown(text);
  result.didProcess = true;
};

/** An Adaptive Card, to be looked at: nothing in it can be pressed or filled in. */
export function Card({ card }: { card: string }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    const drawn = draw(card, t.transcript.removedPicture);
    setBroken(!drawn);
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [card, t]);

  return (
    <>
      <div ref={place} className="card" dir="auto" />
      {broken && (
        <>
          {t.transcript.cardBroken}
          <pre className="card-source">{card.slice(0, 10_000)}</pre>
        </>
      )}
    </>
  );
}

function draw(text: string, pictureLeftOut: string): HTMLElement | undefined {
  const harmless = harmlessCard(text, pictureLeftOut);
  if (!harmless) return undefined;
  try {
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(cardLook);
    card.parse(harmless);
    const drawn = card.render();
    for (const control of drawn?.querySelectorAll('button, input, select, textarea') ?? []) {
      control.setAttribute('disabled', '');
    }
    for (const reached of drawn?.querySelectorAll('[tabindex]') ?? []) reached.removeAttribute('tabindex');
    return drawn;
  } catch {
    // Whatever was sent as a card may be anything.
    return undefined;
  }
}
