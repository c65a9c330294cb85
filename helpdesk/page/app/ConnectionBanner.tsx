import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../live/connection.ts';
import { useWords } from '../words/WordsContext.ts';

/** Milliseconds: a stream that is back by then was not missed. */
const grace = 1_500;

/** Says so while no events come. */
export function ConnectionBanner() {
  const { t } = useWords();
  const broken = useSyncExternalStore(connection.watch, connection.isBroken);
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!broken) return setShown(false);
    const timer = setTimeout(() => setShown(true), grace);
    return () => clearTimeout(timer);
  }, [broken]);

  if (online && !shown) return null;
  return (
    <MessageBar intent="warning" shape="square">
      <MessageBarBody>{online ? t.connection.reconnecting : t.connection.offline}</MessageBarBody>
    </MessageBar>
  );
}

function watchNetwork(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}
