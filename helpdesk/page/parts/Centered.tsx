import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ place: { height: '100%', display: 'grid', placeItems: 'center' } });

/** In the middle of what there is. */
export function Centered({ children }: { children: ReactNode }) {
  return <div className={useStyles().place}>{children}</div>;
}
