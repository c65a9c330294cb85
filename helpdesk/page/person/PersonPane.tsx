import { Caption1, makeStyles, Persona, tokens } from '@fluentui/react-components';
import { ChatMultipleRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import type { ConversationDetails } from '../../api.ts';
import { addressOf } from '../conversations/place.ts';
import { Notice } from '../parts/Notice.tsx';
import { useWords } from '../words/WordsContext.ts';
import { DomainList } from './DomainList.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import { InvitationList } from './InvitationList.tsx';
import { MembershipList } from './MembershipList.tsx';
import { PartnerList } from './PartnerList.tsx';
import { RequestList } from './RequestList.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
});

/** Who it is, what they have, what can be done for them. */
export function PersonPane({ details }: { details: ConversationDetails }) {
  const styles = useStyles();
  const { t, formats } = useWords();
  const { person, conversation } = details;
  if (!person)
    return (
      <Notice
        kind="locked"
        title={t.person.unknown}
        text={
          conversation.claims === undefined
            ? t.person.unknownLong
            : t.person.claimsLong({ address: conversation.claims })
        }
      />
    );
  return (
    <div className={styles.pane}>
      <Persona
        className={styles.who}
        size="huge"
        avatar={{ color: 'colorful', idForColor: person.email, name: person.name ?? person.email, 'aria-hidden': true }}
        primaryText={<bdi>{person.name ?? person.email}</bdi>}
        secondaryText={person.name && <bdi>{person.email}</bdi>}
        tertiaryText={[
          person.hasWorkAccount ? t.person.workAccount : t.person.noWorkAccount,
          person.language && formats.language(person.language),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <PartnerList partners={person.partners} />
      <MembershipList memberships={person.memberships} />
      <InvitationList invitations={person.invitations} conversation={conversation.id} />
      <RequestList requests={person.requests} />
      <DomainList domains={person.domains} />
      <Link to={addressOf({ filter: { person: person.email } })} className={styles.link}>
        <ChatMultipleRegular aria-hidden />
        <Caption1>{t.person.all}</Caption1>
      </Link>
      <ErasePerson person={person} />
    </div>
  );
}
