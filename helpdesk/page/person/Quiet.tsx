import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

/** What stands beside something, for whoever looks closer. */
export function Quiet({ children }: { children: ReactNode }) {
  return <Caption1 className={useStyles().quiet}>{children}</Caption1>;
}
