import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ConversationDetails } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';
import { PersonPane } from './PersonPane.tsx';

/** The person, over the transcript, where there is no room beside it. */
export function PersonDrawer(p: { details: ConversationDetails; open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <OverlayDrawer position="end" open={p.open} onOpenChange={(_, { open }) => !open && p.onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<DismissRegular />} aria-label={t.close} onClick={p.onClose} />}
        >
          {t.person.label}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody style={{ padding: 0 }}>
        <PersonPane details={p.details} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
