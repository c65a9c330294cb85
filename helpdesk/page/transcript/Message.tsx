import { Avatar, Badge, Button, makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { BotRegular, LinkRegular, MailRegular, NoteRegular, WarningRegular } from '@fluentui/react-icons';
import { lazy, memo, Suspense } from 'react';
import type { ConversationRow, TranscriptMessage } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { personCalled } from '../conversations/personCalled.ts';
import { useCopyLink } from '../parts/useCopyLink.ts';
import { useWords } from '../words/WordsContext.ts';
import { LongText } from './LongText.tsx';
import { MailFrame } from './MailFrame.tsx';
import { MessageDetails } from './MessageDetails.tsx';
import { Submitted } from './Submitted.tsx';

// The library of cards is large, and a list is looked at before a card is.
const Card = lazy(async () => ({ default: (await import('./Card.tsx')).Card }));

const useStyles = makeStyles({
  message: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start', scrollMarginTop: '80px' },
  fromUs: { flexDirection: 'row-reverse' },
  begins: { marginTop: tokens.spacingVerticalM },
  side: { width: '32px', flexShrink: 0 },
  column: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    maxWidth: '78%',
  },
  columnOfUs: { alignItems: 'flex-end' },
  columnOfNote: { alignItems: 'stretch', maxWidth: 'none', flex: 1 },
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  bubble: {
    minWidth: 0,
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  ofUsher: { backgroundColor: tokens.colorBrandBackground2 },
  ofOperator: { backgroundColor: tokens.colorPaletteLavenderBackground2, color: tokens.colorNeutralForeground1 },
  ofNote: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px dashed ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  ofMail: {
    width: '640px',
    padding: 0,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  subject: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  mailText: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  ofCard: {
    width: '460px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  meant: {
    animationName: {
      from: { boxShadow: `0 0 0 3px ${tokens.colorCompoundBrandStroke}` },
      to: { boxShadow: `0 0 0 3px transparent` },
    },
    animationDuration: '4s',
    animationTimingFunction: 'ease-in',
    '@media (prefers-reduced-motion: reduce)': {
      outline: `3px solid ${tokens.colorCompoundBrandStroke}`,
      animationName: 'none',
    },
  },
  link: { opacity: 0, ':hover': { opacity: 1 }, ':focus-visible': { opacity: 1 } },
  shows: { ':hover .message-link': { opacity: 1 } },
  usher: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
});

interface MessageProps {
  message: TranscriptMessage;
  conversation: ConversationRow;
  /** The same one has just spoken: their name is not said again. */
  goesOn: boolean;
  /** The address of the page leads to this message. */
  meant: boolean;
}

/** One message, as the person saw it; beneath it, folded, what the helpdesk alone may see. */
export const Message = memo(function Message({ message, conversation, goesOn, meant }: MessageProps) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const me = useSignedIn();
  const copyLink = useCopyLink();
  const { direction, operator, delivery } = message;
  // Beside a card the text is what a notification says of it; the person saw the card.
  const text = message.card && direction === 'out' ? '' : message.text;
  const isNote = direction === 'note';
  // For who has it read aloud. What colleagues write to each other may be in any.
  const language = isNote ? undefined : conversation.language;
  const isMail = conversation.channel === 'mail' && !isNote;
  const personName = personCalled(conversation, t);
  const speaker = operator?.name ?? (direction === 'in' ? personName : t.transcript.usher);
  const who = operator?.email === me.email ? t.transcript.you : speaker;

  const address = `/helpdesk/conversations/${encodeURIComponent(conversation.id)}?${new URLSearchParams({ message: message.id })}`;

  return (
    <article
      aria-label={t.transcript.said({ who, when: formats.dateTime(message.at) })}
      className={mergeClasses(
        styles.message,
        styles.shows,
        direction === 'out' && styles.fromUs,
        !goesOn && styles.begins,
      )}
    >
      <div className={styles.side}>
        {!goesOn &&
          (isNote ? (
            <Avatar icon={<NoteRegular />} color="pumpkin" aria-hidden />
          ) : operator || direction === 'in' ? (
            <Avatar
              name={speaker}
              color="colorful"
              idForColor={operator?.email ?? conversation.person?.email ?? conversation.id}
              aria-hidden
            />
          ) : (
            <Avatar icon={{ children: <BotRegular />, className: styles.usher }} aria-hidden />
          ))}
      </div>
      <div
        className={mergeClasses(styles.column, direction === 'out' && styles.columnOfUs, isNote && styles.columnOfNote)}
      >
        <div className={styles.who}>
          {!goesOn && (
            <span className={styles.name}>
              <bdi>{who}</bdi>
            </span>
          )}
          {isNote && !goesOn && <span>{t.transcript.note}</span>}
          {!goesOn && (
            <time dateTime={message.at} title={formats.exact(message.at)}>
              {formats.time(message.at)}
            </time>
          )}
          {delivery && (
            <Badge
              appearance="tint"
              color={delivery === 'failed' ? 'danger' : 'informative'}
              icon={delivery === 'failed' ? <WarningRegular /> : undefined}
            >
              {delivery === 'failed' ? t.transcript.deliveryFailed : t.transcript.deliveryWaiting}
            </Badge>
          )}
        </div>
        {isMail ? (
          <div className={mergeClasses(styles.bubble, styles.ofMail, meant && styles.meant)}>
            {message.subject !== undefined && (
              <div className={styles.subject}>
                <MailRegular aria-hidden />
                <span className="unseen">{t.transcript.subject}: </span>
                <bdi lang={language}>{message.subject}</bdi>
              </div>
            )}
            {message.html ? (
              <MailFrame html={message.html} language={language} />
            ) : (
              <div className={styles.mailText}>
                <LongText text={message.text} language={language} />
              </div>
            )}
          </div>
        ) : (
          text !== '' && (
            <div
              className={mergeClasses(
                styles.bubble,
                direction === 'out' && (operator ? styles.ofOperator : styles.ofUsher),
                isNote && styles.ofNote,
                meant && styles.meant,
              )}
            >
              <LongText text={text} language={language} formatted={direction === 'out' && !operator} />
            </div>
          )
        )}
        {message.card && (
          <div className={mergeClasses(styles.bubble, styles.ofCard, meant && !text && styles.meant)} lang={language}>
            <Suspense fallback={t.loading}>
              <Card card={message.card} />
            </Suspense>
          </div>
        )}
        {message.value && <Submitted value={message.value} />}
        <MessageDetails message={message} />
      </div>
      <Tooltip content={t.transcript.copyMessageLink} relationship="label">
        <Button
          className={mergeClasses('message-link', styles.link)}
          appearance="transparent"
          size="small"
          icon={<LinkRegular />}
          onClick={() => copyLink(address)}
        />
      </Tooltip>
    </article>
  );
});
