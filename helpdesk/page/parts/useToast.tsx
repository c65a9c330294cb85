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
  const failed = useCallback(
    (text: string, beside?: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
          {beside && <ToastBody>{beside}</ToastBody>}
        </Toast>,
        { intent: 'error', timeout: 10_000, pauseOnHover: true },
      ),
    [dispatchToast],
  );
  const problem = useCallback(
    (cause: unknown) => {
      const { text, reference } = describeProblem(t, cause);
      failed(text, reference && t.faults.reference({ reference }));
    },
    [failed, t],
  );
  return { done, failed, problem };
}
