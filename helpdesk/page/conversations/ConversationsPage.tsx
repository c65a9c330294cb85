import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isNotFound } from '../api/isNotFound.ts';
import { useShape } from '../parts/useShape.ts';
import { PersonDrawer } from '../person/PersonDrawer.tsx';
import { PersonPane } from '../person/PersonPane.tsx';
import { ConversationPane } from '../transcript/ConversationPane.tsx';
import { NothingChosen } from '../transcript/NothingChosen.tsx';
import { useConversation } from '../transcript/useConversation.ts';
import { useWords } from '../words/WordsContext.ts';
import { ListPane } from './ListPane.tsx';
import { usePlace } from './usePlace.ts';

const useStyles = makeStyles({
  panes: { display: 'flex', height: '100%' },
  list: {
    width: '340px',
    flexShrink: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  alone: { width: '100%', borderRight: 'none' },
  middle: { flex: 1, minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  person: {
    width: '320px',
    flexShrink: 0,
    minHeight: 0,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** List, transcript and person, as many of them as there is room for. */
export function ConversationsPage({ id }: { id: string | undefined }) {
  const styles = useStyles();
  const { t } = useWords();
  const shape = useShape();
  const { place } = usePlace();
  const [personShown, setPersonShown] = useState(true);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const details = useConversation(id);
  // What was fetched before it was erased is shown no more.
  const person = isNotFound(details.error) ? undefined : details.data;
  const beside = shape === 'wide';

  const showsList = shape !== 'narrow' || id === undefined;
  return (
    <div className={styles.panes}>
      {showsList && (
        <section aria-label={t.list.label} className={mergeClasses(styles.list, shape === 'narrow' && styles.alone)}>
          <ListPane open={id} />
        </section>
      )}
      {id !== undefined ? (
        <section aria-label={t.conversation.messages} className={styles.middle}>
          <ConversationPane
            key={id}
            id={id}
            message={place.message}
            details={details}
            personShown={beside ? personShown : drawerOpen}
            onTogglePerson={() => (beside ? setPersonShown(!personShown) : setDrawerOpen(true))}
          />
        </section>
      ) : (
        shape !== 'narrow' && (
          <div className={styles.middle}>
            <NothingChosen />
          </div>
        )
      )}
      {id !== undefined && person && beside && personShown && (
        <aside aria-label={t.person.label} className={styles.person}>
          <PersonPane details={person} />
        </aside>
      )}
      {id !== undefined && person && !beside && (
        <PersonDrawer details={person} open={drawerOpen} onClose={() => setDrawerOpen(false)} />
      )}
    </div>
  );
}
