import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../api/queryClient.ts';
import type { Teams } from '../theme/framedTeams.ts';
import { useTheme } from '../theme/useTheme.ts';
import { Entrance } from './Entrance.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';

// Only styles that carry the answer's nonce are allowed; a browser hides the attribute, not the property.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});

/** The whole page. */
export function App({ teams }: { teams: Teams | undefined }) {
  const theme = useTheme(teams);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme} style={{ height: '100%' }}>
        <QueryClientProvider client={queryClient}>
          <FaultBoundary>
            <Entrance locale={teams?.locale} />
          </FaultBoundary>
        </QueryClientProvider>
      </FluentProvider>
    </RendererProvider>
  );
}
