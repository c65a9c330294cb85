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

/** Steps that are drawn; the table has all. */
const most = 8;

/** At which steps people stopped. */
export function GivenUp({ walks }: { walks: Figures['walks'] }) {
  const { t, texts, formats } = useWords();
  const rows = walks
    .flatMap(({ walk, begun, givenUp }) =>
      givenUp.map(({ step, times }) => ({
        walk: named(texts.walks, walk),
        step: named(t.steps, step),
        times,
        share: times / begun,
      })),
    )
    .sort((one, other) => other.times - one.times);
  const drawn = rows.slice(0, most).toReversed();
  return (
    <Figure
      title={t.figures.givenUpAt}
      rows={rows}
      keyOf={({ walk, step }) => `${walk} ${step}`}
      columns={[
        { title: t.list.walk, draw: ({ walk }) => walk },
        { title: t.figures.step, draw: ({ step }) => formats.capital(step) },
        { title: t.figures.times, isNumber: true, draw: ({ times }) => formats.number(times) },
        {
          title: t.figures.share,
          isNumber: true,
          draw: ({ share }) => (Number.isFinite(share) ? formats.percent(share) : ''),
        },
      ]}
      chart={
        <ResponsiveContainer height={60 + drawn.length * 38}>
          <HorizontalBarChartWithAxis
            data={drawn.map(({ walk, step, times }) => ({
              x: times,
              y: `${walk}: ${step}`,
              legend: t.figures.givenUp,
              color: getColorFromToken(DataVizPalette.warning),
            }))}
            chartTitle={t.figures.givenUpAt}
            showYAxisLables
            margins={{ left: 230, right: 30, top: 10, bottom: 30 }}
            noOfCharsToTruncate={36}
            barHeight={18}
            roundCorners
            hideLegend
            useSingleColor
            yAxisCategoryOrder="data"
          />
        </ResponsiveContainer>
      }
    />
  );
}
