import {
  DataVizPalette,
  GroupedVerticalBarChart,
  getColorFromToken,
  ResponsiveContainer,
} from '@fluentui/react-charts';
import type { Figures } from '../../api.ts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Figure } from './Figure.tsx';

/** Where requests were decided, how, and how soon. */
export function Decisions({ decisions }: { decisions: Figures['decisions'] }) {
  const { t, formats } = useWords();
  const name = (channel: string) => named(t.figures.channels, channel);
  return (
    <Figure
      title={t.figures.decisions}
      rows={decisions}
      keyOf={({ channel }) => channel}
      columns={[
        { title: t.figures.channel, draw: ({ channel }) => name(channel) },
        { title: t.figures.approved, isNumber: true, draw: ({ approved }) => formats.number(approved) },
        { title: t.figures.denied, isNumber: true, draw: ({ denied }) => formats.number(denied) },
        {
          title: t.figures.timeToDecision,
          isNumber: true,
          draw: ({ medianHours }) => (medianHours === undefined ? '' : formats.hours(medianHours)),
        },
      ]}
      chart={
        <ResponsiveContainer height={300}>
          <GroupedVerticalBarChart
            chartTitle={t.figures.decisions}
            maxBarWidth={36}
            roundCorners
            data={decisions.map(({ channel, approved, denied }) => ({
              name: name(channel),
              series: [
                {
                  key: 'approved',
                  data: approved,
                  legend: t.figures.approved,
                  color: getColorFromToken(DataVizPalette.success),
                },
                {
                  key: 'denied',
                  data: denied,
                  legend: t.figures.denied,
                  color: getColorFromToken(DataVizPalette.error),
                },
              ],
            }))}
          />
        </ResponsiveContainer>
      }
    />
  );
}
