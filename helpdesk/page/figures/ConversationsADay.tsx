import { DataVizPalette, getColorFromToken, LineChart, ResponsiveContainer } from '@fluentui/react-charts';
import type { Figures } from '../../api.ts';
import { useWords } from '../words/WordsContext.ts';
import { Figure } from './Figure.tsx';

const colors = {
  conversations: DataVizPalette.color1,
  messagesIn: DataVizPalette.color2,
  messagesOut: DataVizPalette.color3,
};

/** How many talked to Usher, day by day. */
export function ConversationsADay({ days }: { days: Figures['days'] }) {
  const { t, formats } = useWords();
  const series = ['conversations', 'messagesIn', 'messagesOut'] as const;
  const lines = series.map((name) => ({
    legend: t.figures[name],
    color: getColorFromToken(colors[name]),
    lineOptions: { strokeWidth: '2' },
    data: days.map((day) => ({
      x: new Date(`${day.day}T12:00`),
      y: day[name],
      xAxisCalloutData: formats.day(day.day),
      yAxisCalloutData: formats.number(day[name]),
    })),
  }));
  return (
    <Figure
      title={t.figures.perDay}
      whole
      rows={days.toReversed()}
      keyOf={({ day }) => day}
      columns={[
        { title: t.figures.day, draw: ({ day }) => formats.date(`${day}T12:00`) },
        ...series.map((name) => ({
          title: t.figures[name],
          isNumber: true,
          draw: (day: Figures['days'][number]) => formats.number(day[name]),
        })),
      ]}
      chart={
        <ResponsiveContainer height={300}>
          <LineChart
            data={{ chartTitle: t.figures.perDay, lineChartData: lines }}
            yMinValue={0}
            customDateTimeFormatter={(at) => formats.dayOf(at)}
            hideTickOverlap
          />
        </ResponsiveContainer>
      }
    />
  );
}
