import { OperatorSession } from '../../models/operatorSession.ts';

/**
 * Ends a session in the console; what the browser still holds is worth nothing then.
 * @param sessionHash as it stands in the store.
 */
export async function endOperatorSession(sessionHash: string): Promise<void> {
  await OperatorSession.deleteOne({ _id: sessionHash });
}
