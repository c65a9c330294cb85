import { Body1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import {
  ChatRegular,
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  LockClosedRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const icons = {
  empty: ChatRegular,
  nothing: CheckmarkCircleRegular,
  search: SearchRegular,
  fault: ErrorCircleRegular,
  locked: LockClosedRegular,
};

const useStyles = makeStyles({
  place: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    minHeight: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
  },
  icon: { fontSize: '48px', color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalS },
  fault: { color: tokens.colorStatusDangerForeground1 },
  text: { maxWidth: '44ch', textAlign: 'center', color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  action: { marginTop: tokens.spacingVerticalM },
});

/** What stands where there is nothing else to show. */
export function Notice(p: { kind: keyof typeof icons; title: string; text?: ReactNode; action?: ReactNode }) {
  const styles = useStyles();
  const Icon = icons[p.kind];
  return (
    <div className={styles.place} role={p.kind === 'fault' ? 'alert' : undefined}>
      <Icon className={mergeClasses(styles.icon, p.kind === 'fault' && styles.fault)} aria-hidden />
      <Subtitle2 as="h2">{p.title}</Subtitle2>
      {p.text && <Body1 className={styles.text}>{p.text}</Body1>}
      {p.action && <div className={styles.action}>{p.action}</div>}
    </div>
  );
}
