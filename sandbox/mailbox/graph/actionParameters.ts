import { GraphRefusal } from './graphRefusal.ts';

/** @returns the parameters of an action; Graph takes their names in either case (the description capitalises them). */
export function actionParameters(body: unknown): Record<string, unknown> {
  if (body === null || typeof body !== 'object') throw new GraphRefusal(400, 'BadRequest', 'Empty payload.');
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
