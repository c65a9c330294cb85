import { makeStyles, tokens } from '@fluentui/react-components';
import type { SearchHit } from '../../api.ts';

const useStyles = makeStyles({
  marked: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusSmall,
    unicodeBidi: 'isolate',
  },
});

/** The text around what was found, with that marked. */
export function Excerpt({ parts }: { parts: SearchHit['excerpt'] }) {
  const { marked } = useStyles();
  let at = 0;
  return parts.map((part) => {
    const key = at;
    at += part.text.length;
    return part.marked ? (
      <mark key={key} className={marked}>
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}
