import { Badge, Body1, Caption1, Card, makeStyles, Subtitle2, Tooltip, tokens } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ChatWarningRegular,
  DismissRegular,
  GlobeErrorRegular,
  LinkDismissRegular,
  MailArrowUpRegular,
  MailErrorRegular,
  MailInboxDismissRegular,
  TimerRegular,
} from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { StuckItem } from '../../api.ts';
import { request } from '../api/request.ts';
import { addressOf } from '../conversations/place.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useToast } from '../parts/useToast.tsx';
import { Facts } from '../transcript/Facts.tsx';
import { useNow } from '../words/useNow.ts';
import { useWords } from '../words/WordsContext.ts';
import { factsInWords } from './factsInWords.ts';

const icons = {
  mail: MailArrowUpRegular,
  message: ChatWarningRegular,
  bounce: MailErrorRegular,
  work: TimerRegular,
  incomingMail: MailInboxDismissRegular,
  subscription: LinkDismissRegular,
  domain: GlobeErrorRegular,
};

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalL },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, alignItems: 'flex-start', flexWrap: 'wrap' },
  icon: { fontSize: '28px', color: tokens.colorStatusWarningForeground3, flexShrink: 0 },
  body: { flex: '1 1 260px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  advice: { textWrap: 'pretty' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  link: { color: tokens.colorBrandForegroundLink },
});

/** One thing that does not go on: since when, why, and what helps. */
export function StuckCard({ item }: { item: StuckItem }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const now = useNow();
  const queries = useQueryClient();
  const { done, problem } = useToast();
  const Icon = icons[item.kind];
  const act = useMutation({
    mutationFn: (action: StuckItem['actions'][number]) =>
      request(`/stuck/${item.kind}/${encodeURIComponent(item.id)}/${action}`, {}),
    onSuccess: (_, action) => done(action === 'tryAgain' ? t.stuck.tried : t.stuck.dismissed),
    onError: problem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['stuck'] }),
  });
  const byState: Record<string, string> = t.stuck.adviceByState;
  const facts = { ...factsInWords(item.facts, t, formats), ...(item.fault && { fault: item.fault }) };
  return (
    <Card className={styles.card}>
      <div className={styles.row}>
        <Icon className={styles.icon} aria-hidden />
        <div className={styles.body}>
          <div className={styles.head}>
            <Subtitle2 as="h2" className={styles.title}>
              {t.stuck.what[item.kind]}
            </Subtitle2>
            <Badge appearance="tint" color="informative">
              {t.stuck.kinds[item.kind]}
            </Badge>
            <Tooltip content={formats.exact(item.since)} relationship="description">
              <Caption1 className={styles.quiet}>{t.stuck.since({ when: formats.since(item.since, now) })}</Caption1>
            </Tooltip>
          </div>
          <Facts facts={facts} names={{ ...t.stuck.facts, fault: t.stuck.fault }} />
          <Body1 className={styles.advice}>{byState[String(item.facts.state)] ?? t.stuck.advice[item.kind]}</Body1>
          {item.conversationId && (
            <Link to={addressOf({ filter: {} }, item.conversationId)} className={styles.link}>
              {t.stuck.conversation}
            </Link>
          )}
        </div>
        <div className={styles.actions}>
          {item.actions.includes('tryAgain') && (
            <ActionButton icon={<ArrowClockwiseRegular />} busy={act.isPending} onAct={() => act.mutate('tryAgain')}>
              {t.stuck.tryAgain}
            </ActionButton>
          )}
          {item.actions.includes('dismiss') && (
            <ActionButton
              icon={<DismissRegular />}
              appearance="subtle"
              busy={act.isPending}
              onAct={() => act.mutate('dismiss')}
            >
              {t.stuck.dismiss}
            </ActionButton>
          )}
        </div>
      </div>
    </Card>
  );
}
