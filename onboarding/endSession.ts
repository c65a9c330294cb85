import { Session } from '../models/session.ts';
import { sessionHash } from './sessionHash.ts';

/** Ends a session; what the browser still holds is worth nothing then. */
export async function endSession(sessionId: string): Promise<void> {
  await Session.deleteOne({ _id: sessionHash(sessionId) });
}
