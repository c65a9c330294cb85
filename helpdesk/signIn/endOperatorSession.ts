import { OperatorSession } from '../../models/operatorSession.ts';
import { sessionHash } from '../../onboarding/sessionHash.ts';

/** Ends a session in the console; what the browser still holds is worth nothing then. */
export async function endOperatorSession(sessionId: string): Promise<void> {
  await OperatorSession.deleteOne({ _id: sessionHash(sessionId) });
}
