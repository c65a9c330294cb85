import { Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import type { ConversationRow, TranscriptMessage } from '../../api.ts';
import { personCalled } from '../conversations/personCalled.ts';
import { Notice } from '../parts/Notice.tsx';
import { useNow } from '../words/useNow.ts';
import { useWords, type Words } from '../words/WordsContext.ts';
import { DaySeparator } from './DaySeparator.tsx';
import { Message } from './Message.tsx';
import type { TranscriptState } from './transcriptState.ts';
import type { useTranscript } from './useTranscript.ts';

const useStyles = makeStyles({
  list: {
    height: '100%',
    // The library takes it away.
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2} !important`, outlineOffset: '-2px' },
  },
  item: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`, maxWidth: '920px', margin: '0 auto' },
  head: {
    display: 'grid',
    placeItems: 'center',
    padding: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground3,
  },
  foot: { height: tokens.spacingVerticalL },
  newest: {
    position: 'absolute',
    bottom: tokens.spacingVerticalM,
    left: '50%',
    transform: 'translateX(-50%)',
    boxShadow: tokens.shadow8,
  },
});

interface MessageListProps {
  transcript: ReturnType<typeof useTranscript>;
  state: TranscriptState;
  conversation: ConversationRow;
}

/** What was said, however much it is: only what is in sight is drawn, more is fetched in both directions. */
export function MessageList({ transcript, state, conversation }: MessageListProps) {
  const styles = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const now = useNow();
  const list = useRef<VirtuosoHandle>(null);
  const [atBottom, setAtBottom] = useState(true);
  const { messages, firstIndex } = state;
  // Cards and mails become as high as they are only when they are drawn: whoever is at the end stays there.
  const follows = useRef(state.atEnd && transcript.anchor === undefined);
  const opened = messages.findIndex(({ id }) => id === transcript.anchor);
  // So does the message that was opened, whatever grows above it.
  const holds = useRef(opened >= 0);
  const stopFollowing = () => {
    follows.current = false;
    holds.current = false;
  };

  if (messages.length === 0) return <Notice kind="empty" title={t.transcript.empty} />;
  const toNewest = () => {
    follows.current = true;
    holds.current = false;
    if (!state.atEnd) transcript.toNewest();
    else list.current?.scrollToIndex({ index: 'LAST', align: 'end', behavior: 'smooth' });
  };
  return (
    <>
      <Virtuoso
        ref={list}
        className={styles.list}
        role="log"
        // Said by Announcer instead: a reader would read aloud whatever is scrolled to.
        aria-live="off"
        aria-label={t.conversation.messages}
        data={messages}
        firstItemIndex={firstIndex}
        computeItemKey={(_, { id }) => id}
        initialTopMostItemIndex={opened >= 0 ? { index: opened, align: 'center' } : { index: 'LAST', align: 'end' }}
        startReached={transcript.loadEarlier}
        endReached={transcript.loadLater}
        followOutput={() => state.atEnd && follows.current}
        atBottomStateChange={(isAtBottom) => {
          setAtBottom(isAtBottom);
          if (isAtBottom && state.atEnd) follows.current = true;
        }}
        totalListHeightChanged={() => {
          if (follows.current) list.current?.scrollToIndex({ index: 'LAST', align: 'end' });
          else if (holds.current && opened >= 0) list.current?.scrollToIndex({ index: opened, align: 'center' });
        }}
        onWheel={stopFollowing}
        onTouchMove={stopFollowing}
        onKeyDown={stopFollowing}
        onPointerDown={stopFollowing}
        atBottomThreshold={80}
        increaseViewportBy={{ top: 800, bottom: 400 }}
        context={{ words, hasEarlier: state.earlier !== undefined, head: styles.head, foot: styles.foot }}
        components={components}
        itemContent={(index, message) => {
          const before = messages[index - firstIndex - 1];
          return (
            <div className={styles.item}>
              {!isSameDay(before, message) && <DaySeparator day={formats.dayHeading(message.at, now)} />}
              <Message
                message={message}
                conversation={conversation}
                goesOn={before !== undefined && isSameDay(before, message) && isSameSpeaker(before, message)}
                meant={message.id === transcript.anchor}
              />
            </div>
          );
        }}
      />
      <Announcer messages={messages} conversation={conversation} />
      {(!atBottom || !state.atEnd) && (
        <Button
          className={styles.newest}
          shape="circular"
          icon={<ArrowDownRegular />}
          appearance={state.unseen ? 'primary' : 'secondary'}
          onClick={toNewest}
        >
          {state.unseen ? t.transcript.newMessages({ count: state.unseen }) : t.transcript.toNewest}
        </Button>
      )}
    </>
  );
}

interface ListContext {
  words: Words;
  hasEarlier: boolean;
  head: string;
  foot: string;
}
const components = {
  Header: ({ context: { words, hasEarlier, head } }: { context: ListContext }) => (
    <div className={head}>
      {hasEarlier ? (
        <Spinner size="tiny" label={words.t.transcript.loadingEarlier} />
      ) : (
        <Caption1>{words.t.transcript.beginning}</Caption1>
      )}
    </div>
  ),
  Footer: ({ context }: { context: ListContext }) => <div className={context.foot} />,
};

/** Says to whoever cannot see it what has just been said. */
function Announcer({
  messages,
  conversation,
}: {
  messages: readonly TranscriptMessage[];
  conversation: ConversationRow;
}) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const last = messages.at(-1);
  const known = useRef(last?.id);
  useEffect(() => {
    if (!last || known.current === last.id) return;
    known.current = last.id;
    const who = last.direction === 'in' ? personCalled(conversation, t) : t.transcript.usher;
    setSaid(`${last.operator?.name ?? who}: ${last.text.slice(0, 300)}`);
  }, [last, conversation, t]);
  return (
    <div className="unseen" role="status">
      {said}
    </div>
  );
}

function isSameDay(one: TranscriptMessage | undefined, other: TranscriptMessage): boolean {
  return one !== undefined && new Date(one.at).toDateString() === new Date(other.at).toDateString();
}

/** Milliseconds after which it is said again who speaks. */
const pause = 5 * 60_000;

function isSameSpeaker(one: TranscriptMessage, other: TranscriptMessage): boolean {
  return (
    one.direction === other.direction &&
    one.operator?.email === other.operator?.email &&
    Date.parse(other.at) - Date.parse(one.at) < pause
  );
}
