import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/Notice.tsx';
import { WordsContext } from '../words/WordsContext.ts';

/** Catches what breaks while drawing: the rest of the page stays, and it can be loaded again. */
export class FaultBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    // Before any texts are there nothing can be said in the right language.
    const faults = this.context?.t.faults;
    return (
      <Notice
        kind="fault"
        title={faults?.title ?? 'Something went wrong'}
        text={faults?.unexpected ?? 'Reload the page.'}
        action={<Button onClick={() => location.reload()}>{faults?.reload ?? 'Reload'}</Button>}
      />
    );
  }
}
