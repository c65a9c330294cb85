import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useWords } from '../words/WordsContext.ts';

interface ConfirmDialogProps {
  title: string;
  text: string;
  /** What the button says that does it. */
  confirm: string;
  onConfirm: () => void;
  /** Draws what opens it. */
  children: (ask: () => void) => ReactNode;
}

/** Asks once more before something is done that nothing brings back. */
export function ConfirmDialog(p: ConfirmDialogProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      {p.children(() => setOpen(true))}
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{p.title}</DialogTitle>
            <DialogContent>{p.text}</DialogContent>
            <DialogActions>
              <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setOpen(false);
                  p.onConfirm();
                }}
              >
                {p.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
