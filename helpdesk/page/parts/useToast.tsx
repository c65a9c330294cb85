import { Toast, ToastBody, ToastTitle, useToastController } from '@fluentui/react-components';
import { useCallback } from 'react';
import { describeProblem } from '../words/describeProblem.ts';
import { useWords } from '../words/WordsContext.ts';

export const toasterId = 'console';

/** @returns says that something was done, or why not. */
export function useToast() {
  const { t } = useWords();
  const { dispatchToast } = useToastController(toasterId);
  const done = useCallback(
    (text: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'success' },
      ),
    [dispatchToast],
  );
  const problem = useCallback(
    (cause: unknown) => {
      const { text, reference } = describeProblem(t, cause);
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
          {reference && <ToastBody>{t.faults.reference({ reference })}</ToastBody>}
        </Toast>,
        { intent: 'error', timeout: 10_000 },
      );
    },
    [dispatchToast, t],
  );
  return { done, problem };
}
