import {
  DataVizPalette,
  getColorFromToken,
  HorizontalBarChartWithAxis,
  ResponsiveContainer,
} from '@fluentui/react-charts';
import type { Figures } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Figure } from './Figure.tsx';

/** Which walks were begun, and how they ended. */
export function Walks({ walks }: { walks: Figures['walks'] }) {
  const { t, texts, formats } = useWords();
  const rows = walks
    .map(({ walk, begun, finished, givenUp }) => ({
      name: named(texts.walks, walk),
      begun,
      finished,
      givenUp: givenUp.reduce((sum, { times }) => sum + times, 0),
    }))
    .sort((one, other) => other.begun - one.begun);
  const bars = rows.toReversed().flatMap(({ name, begun, finished, givenUp }) => {
    const bar = (count: number, legend: string, color: string) => ({
      x: count,
      y: name,
      legend,
      color: getColorFromToken(color),
      xAxisCalloutData: `${legend}: ${formats.number(count)}`,
    });
    return [
      bar(finished, t.figures.finished, DataVizPalette.success),
      bar(givenUp, t.figures.givenUp, DataVizPalette.warning),
      // What is still going on belongs to neither.
      bar(Math.max(0, begun - finished - givenUp), t.figures.goingOn, DataVizPalette.disabled),
    ].filter(({ x }) => x > 0);
  });
  return (
    <Figure
      title={t.figures.walks}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { title: t.list.walk, draw: ({ name }) => name },
        { title: t.figures.begun, isNumber: true, draw: ({ begun }) => formats.number(begun) },
        { title: t.figures.finished, isNumber: true, draw: ({ finished }) => formats.number(finished) },
        { title: t.figures.givenUp, isNumber: true, draw: ({ givenUp }) => formats.number(givenUp) },
      ]}
      chart={
        <ResponsiveContainer height={80 + rows.length * 44}>
          <HorizontalBarChartWithAxis
            data={bars}
            chartTitle={t.figures.walks}
            showYAxisLables
            margins={{ left: 190, right: 20, top: 10, bottom: 30 }}
            noOfCharsToTruncate={28}
            barHeight={20}
            roundCorners
            hideLabels
            yAxisCategoryOrder="data"
          />
        </ResponsiveContainer>
      }
    />
  );
}
