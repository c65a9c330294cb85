import { CheckmarkRegular, PersonAddRegular, PersonArrowLeftRegular } from '@fluentui/react-icons';
import type { ConversationRow } from '../../api.ts';
import { useSignedIn } from '../api/MeContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useWords } from '../words/WordsContext.ts';
import { useStep } from './useStep.ts';

/** Join, hand back, done: each is there when it means something, and says why when it cannot be pressed. */
export function StepButtons({ conversation }: { conversation: ConversationRow }) {
  const { t } = useWords();
  const me = useSignedIn();
  const step = useStep(conversation.id);
  const { joinedBy, doneAt } = conversation;
  const isMine = joinedBy?.email === me.email;
  const taken = joinedBy && !isMine ? t.conversation.joinedByOther({ name: joinedBy.name }) : undefined;
  return (
    <>
      {isMine ? (
        <ActionButton
          tip={t.conversation.handBackTip}
          icon={<PersonArrowLeftRegular />}
          busy={step.isPending}
          onAct={() => step.mutate('hand-back')}
        >
          {t.conversation.handBack}
        </ActionButton>
      ) : (
        <ActionButton
          tip={t.conversation.joinTip}
          not={taken}
          icon={<PersonAddRegular />}
          appearance="primary"
          busy={step.isPending}
          onAct={() => step.mutate('join')}
        >
          {t.conversation.join}
        </ActionButton>
      )}
      <ActionButton
        tip={t.conversation.doneTip}
        not={taken ?? (doneAt ? t.conversation.alreadyDone : undefined)}
        icon={<CheckmarkRegular />}
        busy={step.isPending}
        onAct={() => step.mutate('done')}
      >
        {t.conversation.done}
      </ActionButton>
    </>
  );
}
