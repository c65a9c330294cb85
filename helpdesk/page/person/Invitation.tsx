import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular, MailArrowForwardRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonView } from '../../api.ts';
import { request } from '../api/request.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useToast } from '../parts/useToast.tsx';
import { conversationKey } from '../transcript/useConversation.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Entry } from './Entry.tsx';
import { Quiet } from './Quiet.tsx';

const colors: Record<string, 'brand' | 'success' | 'warning' | 'danger' | 'informative'> = {
  pending: 'brand',
  accepted: 'success',
  declined: 'warning',
  expired: 'informative',
  revoked: 'informative',
  undeliverable: 'danger',
};

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalXS },
  history: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** An invitation: its state, its history, and sending it again. */
export function Invitation(p: { invitation: PersonView['invitations'][number]; conversation: string }) {
  const styles = useStyles();
  const { t, texts, formats } = useWords();
  const queries = useQueryClient();
  const { done, problem } = useToast();
  const [open, setOpen] = useState(false);
  const { invitation } = p;
  const state = invitation.undeliverable ? 'undeliverable' : invitation.state;
  const when = formats.date(invitation.sentAt);
  const ends = { when: formats.date(invitation.expiresAt) };

  const resend = useMutation({
    mutationFn: () => request(`/invitations/${encodeURIComponent(invitation.id)}/resend`, {}),
    onSuccess: () => done(t.person.resent),
    onError: problem,
    onSettled: () => queries.invalidateQueries({ queryKey: conversationKey(p.conversation) }),
  });
  return (
    <Entry>
      <div className={styles.line}>
        <Text weight="semibold">
          <bdi>{invitation.accountName}</bdi>
        </Text>
        <Badge appearance="tint" color={colors[state] ?? 'informative'}>
          {named(texts.invitationStates, state)}
        </Badge>
      </div>
      <Text size={200}>{formats.list(invitation.roles.map((role) => named(texts.roles, role)))}</Text>
      <Quiet>
        {invitation.timesSent > 1 ? t.person.sentTimes({ when, times: invitation.timesSent }) : t.person.sent({ when })}
        {invitation.state === 'pending' && `, ${t.person.expires(ends)}`}
        {invitation.state === 'expired' && `, ${t.person.expired(ends)}`}
      </Quiet>
      {invitation.invitedBy && (
        <Quiet>
          <bdi>{t.person.invitedBy({ who: invitation.invitedBy })}</bdi>
        </Quiet>
      )}
      {invitation.bounceReason && (
        <Quiet>
          <bdi>{t.person.bounced({ reason: invitation.bounceReason })}</bdi>
        </Quiet>
      )}
      <div className={styles.actions}>
        {(invitation.state === 'pending' || invitation.state === 'expired') && (
          <ActionButton
            size="small"
            icon={<MailArrowForwardRegular />}
            tip={t.person.resendTip}
            not={invitation.mayResend ? undefined : t.person.mayNotResend}
            busy={resend.isPending}
            onAct={() => resend.mutate()}
          >
            {t.person.resend}
          </ActionButton>
        )}
        {invitation.history.length > 0 && (
          <Button
            size="small"
            appearance="transparent"
            icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t.person.history}
          </Button>
        )}
      </div>
      {open && (
        <ol className={styles.history}>
          {invitation.history.map(({ at, action, who }) => (
            <li key={`${at} ${action}`}>
              <Text size={200} block>
                {named(t.audit.actions, action)}
              </Text>
              <Quiet>
                {formats.dateTime(at)} · <bdi>{who === 'usher' ? t.audit.bySystem : who}</bdi>
              </Quiet>
            </li>
          ))}
        </ol>
      )}
    </Entry>
  );
}
