import { Button, Tooltip } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useSignedIn } from '../api/MeContext.ts';

interface ActionButtonProps {
  children: ReactNode;
  /** What pressing it does. */
  tip?: string | undefined;
  /** Why it cannot be pressed; it can if absent. */
  not?: string | undefined;
  busy?: boolean;
  icon?: ReactElement;
  appearance?: 'primary' | 'secondary' | 'subtle';
  size?: 'small' | 'medium';
  onAct: () => void;
}

/**
 * A button that changes something: whoever may only look has none of them. It stays reachable when it cannot be pressed, so
 * that it can say why.
 */
export function ActionButton(p: ActionButtonProps) {
  const { mayAct } = useSignedIn();
  if (!mayAct) return null;
  const button = (
    <Button
      icon={p.icon}
      appearance={p.appearance}
      size={p.size}
      disabledFocusable={p.not !== undefined || p.busy}
      // The second press of a double click is the same one, whatever the button has become meanwhile.
      onClick={({ detail }) => detail < 2 && p.onAct()}
    >
      {p.children}
    </Button>
  );
  const said = p.not ?? p.tip;
  if (!said) return button;
  return (
    <Tooltip content={said} relationship="description">
      {button}
    </Tooltip>
  );
}
