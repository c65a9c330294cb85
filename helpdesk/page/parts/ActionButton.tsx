import { Button, Tooltip, useRestoreFocusTarget } from '@fluentui/react-components';
import { type MouseEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { useSignedIn } from '../api/MeContext.ts';

/** Milliseconds within which two presses of a key are one, or all of a key that is held. */
const doublePress = 500;

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
  // A dialog that it opens gives the focus back to it.
  const opener = useRestoreFocusTarget();
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  if (!mayAct) return null;
  // The second press is the same one, whatever the button has become meanwhile.
  const press = ({ detail, timeStamp }: MouseEvent) => {
    // Browsers count the clicks of a mouse, those by a key they do not.
    const again = detail > 1 || (detail === 0 && timeStamp - pressedAt.current < doublePress);
    pressedAt.current = timeStamp;
    if (!again) p.onAct();
  };
  const button = (
    <Button
      {...opener}
      icon={p.icon}
      appearance={p.appearance}
      size={p.size}
      disabledFocusable={p.not !== undefined || p.busy}
      onClick={press}
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
