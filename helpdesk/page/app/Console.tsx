import { makeStyles, mergeClasses, Spinner, Toaster, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { ConversationsPage } from '../conversations/ConversationsPage.tsx';
import { idInAddress } from '../conversations/idInAddress.ts';
import { useErasures } from '../live/useErasures.ts';
import { Centered } from '../parts/Centered.tsx';
import { useShape } from '../parts/useShape.ts';
import { toasterId } from '../parts/useToast.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { SessionEnded } from './SessionEnded.tsx';
import { SignedIn } from './SignedIn.tsx';

// What most visits do not need is fetched when it is gone to.
const FiguresPage = lazy(async () => ({ default: (await import('../figures/FiguresPage.tsx')).FiguresPage }));
const StuckPage = lazy(async () => ({ default: (await import('../stuck/StuckPage.tsx')).StuckPage }));
const AuditPage = lazy(async () => ({ default: (await import('../audit/AuditPage.tsx')).AuditPage }));
const CannedAnswersPage = lazy(async () => ({
  default: (await import('../cannedAnswers/CannedAnswersPage.tsx')).CannedAnswersPage,
}));

/** Pixels. What is told lies over what was said: above it stand buttons, below it one writes. */
const belowHead = 128;

const useStyles = makeStyles({
  page: { display: 'flex', height: '100dvh', backgroundColor: tokens.colorNeutralBackground3 },
  narrow: { flexDirection: 'column-reverse' },
  main: { flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  section: { flex: 1, minHeight: 0 },
});

/** The console, for whoever is signed in and may look. */
export function Console() {
  const styles = useStyles();
  const narrow = useShape() === 'narrow';
  useErasures();
  return (
    <Router base="/helpdesk">
      <div className={mergeClasses(styles.page, narrow && styles.narrow)}>
        <Navigation below={narrow} />
        <main className={styles.main}>
          <ConnectionBanner />
          <div className={styles.section}>
            <FaultBoundary>
              <Suspense
                fallback={
                  <Centered>
                    <Spinner />
                  </Centered>
                }
              >
                <Switch>
                  <Route path="/conversations/:id?">{() => <ConversationsPage id={idInAddress()} />}</Route>
                  <Route path="/search">
                    <ConversationsPage id={undefined} />
                  </Route>
                  <Route path="/signed-in" component={SignedIn} />
                  <Route path="/figures" component={FiguresPage} />
                  <Route path="/stuck" component={StuckPage} />
                  <Route path="/audit" component={AuditPage} />
                  <Route path="/canned-answers" component={CannedAnswersPage} />
                  <Route>
                    <Redirect to="/conversations" replace />
                  </Route>
                </Switch>
              </Suspense>
            </FaultBoundary>
          </div>
        </main>
        <SessionEnded />
        <Toaster toasterId={toasterId} position="top-end" offset={{ vertical: belowHead }} />
      </div>
    </Router>
  );
}
