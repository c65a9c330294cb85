import { Caption1, makeStyles, mergeClasses, Tab, TabList, Textarea, tokens } from '@fluentui/react-components';
import { NoteAddRegular, SendRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ConversationDetails, WordsInput } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { request } from '../api/request.ts';
import { CannedAnswerMenu } from '../cannedAnswers/CannedAnswerMenu.tsx';
import { personCalled } from '../conversations/personCalled.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useToast } from '../parts/useToast.tsx';
import { useWords } from '../words/WordsContext.ts';
import { type Draft, draftStore } from './drafts.ts';

/** Characters that fit into one answer. */
const most = 10_000;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  note: { backgroundColor: tokens.colorStatusWarningBackground1 },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  rest: { flex: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  why: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** Where one writes: an answer to the person, or a note for the helpdesk. */
export function Composer({ details }: { details: ConversationDetails }) {
  const { t } = useWords();
  const me = useSignedIn();
  const styles = useStyles();
  return me.mayAct ? <Writing details={details} /> : <div className={styles.why}>{t.mayNotAct}</div>;
}

function Writing({ details: { conversation } }: { details: ConversationDetails }) {
  const styles = useStyles();
  const { t } = useWords();
  const me = useSignedIn();
  const { problem } = useToast();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => draftStore.get(conversation.id));
  const write = (changed: Partial<Draft>) => {
    const written = { ...draft, ...changed };
    setDraft(written);
    draftStore.set(conversation.id, written);
  };

  // What was pressed twice, or sent again after no answer came, has the same id.
  const sending = useRef<WordsInput & Pick<Draft, 'kind'>>(undefined);
  const send = useMutation({
    mutationFn: ({ kind, text }: Draft) => {
      const before = sending.current;
      const wordsId = before?.text === text && before.kind === kind ? before.wordsId : crypto.randomUUID();
      sending.current = { kind, wordsId, text };
      const words: WordsInput = { wordsId, text };
      return request(`/conversations/${encodeURIComponent(conversation.id)}/${kind}`, words);
    },
    onSuccess(_, sent) {
      sending.current = undefined;
      // Whoever has gone on typing meanwhile keeps that.
      if (draftStore.get(conversation.id).text === sent.text) write({ text: '' });
      field.current?.focus();
    },
    onError: problem,
  });

  const { kind, text } = draft;
  const isJoined = conversation.joinedBy?.email === me.email;
  const taken = conversation.joinedBy && !isJoined ? conversation.joinedBy.name : undefined;
  const notAnswering = isJoined
    ? undefined
    : taken
      ? t.conversation.joinedByOther({ name: taken })
      : t.conversation.notJoinFirst;
  const not = kind === 'answer' ? notAnswering : undefined;
  const tooLong = text.length > most;
  // While nothing is typed it stands where one types.
  const hint = text !== '' && not ? not : tooLong ? t.composer.tooLong({ most, length: text.length }) : t.composer.keys;
  const submit = () => {
    if (!not && text.trim() && !tooLong && !send.isPending) send.mutate(draft);
  };
  const insert = (words: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    write({ text: text.slice(0, selectionStart) + words + text.slice(selectionEnd) });
    field.current?.focus();
  };
  useShortcut('r', () => field.current?.focus());

  const name = personCalled(conversation, t);
  const placeholder =
    kind === 'note'
      ? t.composer.notePlaceholder
      : conversation.channel === 'mail'
        ? t.composer.mailPlaceholder({ name })
        : t.composer.answerPlaceholder({ name });
  return (
    <section aria-label={t.composer.label} className={mergeClasses(styles.box, kind === 'note' && styles.note)}>
      <div className={styles.row}>
        <TabList
          size="small"
          aria-label={t.composer.kind}
          selectedValue={kind}
          onTabSelect={(_, { value }) => write({ kind: value as Draft['kind'] })}
        >
          <Tab value="answer">{t.composer.answer}</Tab>
          <Tab value="note">{t.composer.note}</Tab>
        </TabList>
        <span className={styles.rest} />
        {kind === 'answer' && <CannedAnswerMenu conversation={conversation} onChosen={insert} />}
      </div>
      <Textarea
        textarea={{ ref: field, 'aria-label': placeholder, dir: 'auto' }}
        placeholder={not ?? placeholder}
        value={text}
        resize="vertical"
        rows={3}
        onChange={(_, { value }) => write({ text: value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          if (event.key === 'Escape') field.current?.blur();
        }}
      />
      <div className={styles.row}>
        <Caption1 className={mergeClasses(styles.quiet, styles.rest)}>{hint}</Caption1>
        <ActionButton
          appearance="primary"
          icon={kind === 'note' ? <NoteAddRegular /> : <SendRegular />}
          not={not}
          busy={send.isPending}
          onAct={submit}
        >
          {send.isPending ? t.composer.sending : kind === 'note' ? t.composer.addNote : t.composer.send}
        </ActionButton>
      </div>
    </section>
  );
}
