import { DataVizPalette, DonutChart, getColorFromToken, ResponsiveContainer } from '@fluentui/react-charts';
import { named } from '../words/named.ts';
import { useWords } from '../words/WordsContext.ts';
import { Figure } from './Figure.tsx';

const colors: Record<string, string> = {
  pending: DataVizPalette.info,
  accepted: DataVizPalette.success,
  declined: DataVizPalette.warning,
  expired: DataVizPalette.disabled,
  revoked: DataVizPalette.color10,
  undeliverable: DataVizPalette.error,
};

/** How the invitations of these days stand. */
export function InvitationsByState({ byState }: { byState: Record<string, number> }) {
  const { t, texts, formats } = useWords();
  const rows = Object.entries(byState)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => ({ state, name: formats.capital(named(texts.invitationStates, state)), count }));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Figure
      title={t.figures.invitations}
      rows={rows}
      keyOf={({ state }) => state}
      columns={[
        { title: t.figures.state, draw: ({ name }) => name },
        { title: t.figures.count, isNumber: true, draw: ({ count }) => formats.number(count) },
        { title: t.figures.share, isNumber: true, draw: ({ count }) => formats.percent(count / total) },
      ]}
      chart={
        <ResponsiveContainer height={300}>
          <DonutChart
            data={{
              chartTitle: t.figures.invitations,
              chartData: rows.map(({ state, name, count }) => ({
                legend: name,
                data: count,
                color: getColorFromToken(colors[state] ?? DataVizPalette.color1),
                yAxisCalloutData: formats.number(count),
              })),
            }}
            innerRadius={70}
            valueInsideDonut={formats.number(total)}
            hideLabels
            legendProps={{ enabledWrapLines: true }}
          />
        </ResponsiveContainer>
      }
    />
  );
}
