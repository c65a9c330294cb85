import type { PersonView } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';
import { Block } from './Block.tsx';
import { Invitation } from './Invitation.tsx';

/** The person's invitations, as the server orders them. */
export function InvitationList(p: { invitations: PersonView['invitations']; conversation: string }) {
  const { t } = useWords();
  return (
    <Block title={t.person.invitations} none={t.person.noInvitations} isEmpty={p.invitations.length === 0}>
      {p.invitations.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} conversation={p.conversation} />
      ))}
    </Block>
  );
}
