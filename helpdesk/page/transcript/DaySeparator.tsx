import { Divider, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  day: { margin: `${tokens.spacingVerticalM} 0`, '& > *': { fontSize: tokens.fontSizeBase200 } },
});

/** Between the messages of two days. */
export function DaySeparator({ day }: { day: string }) {
  return <Divider className={useStyles().day}>{day}</Divider>;
}
