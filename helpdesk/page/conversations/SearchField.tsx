import { SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { useWords } from '../words/WordsContext.ts';
import { usePlace } from './usePlace.ts';

/** Searches when it is told to: each search is noted in the audit log. */
export function SearchField({ className }: { className: string }) {
  const { t } = useWords();
  const { place, go } = usePlace();
  const [text, setText] = useState(place.query ?? '');
  const input = useRef<HTMLInputElement>(null);
  // The address changes without this field, too: by the browser's back button.
  useEffect(() => setText(place.query ?? ''), [place.query]);
  useShortcut('/', () => {
    input.current?.focus();
    input.current?.select();
  });

  const { query: _query, message: _message, ...list } = place;
  const clear = () => {
    setText('');
    if (place.query) go(list);
  };
  return (
    <search className={className} style={{ display: 'flex' }}>
      <SearchBox
        className={className}
        input={{ ref: input, 'aria-label': t.list.search, enterKeyHint: 'search', maxLength: 200, dir: 'auto' }}
        placeholder={t.list.searchShort}
        value={text}
        dismiss={{ 'aria-label': t.list.clearSearch, role: 'button' }}
        onChange={(_, { value }) => (value === '' ? clear() : setText(value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(text.trim() ? { ...list, query: text.trim() } : list);
          if (event.key === 'Escape') {
            event.stopPropagation();
            clear();
            input.current?.blur();
          }
        }}
      />
    </search>
  );
}
