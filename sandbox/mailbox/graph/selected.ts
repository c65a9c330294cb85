import { GraphRefusal } from './graphRefusal.ts';

/** @returns of a message only what `$select` names, and its id, as Graph does. */
export function selected(
  message: Record<string, unknown>,
  names: readonly string[] | undefined,
): Record<string, unknown> {
  if (names === undefined) return message;
  for (const name of names) {
    if (!(name in message)) {
      const problem = `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`;
      throw new GraphRefusal(400, 'RequestBroker--ParseUri', problem);
    }
  }
  return Object.fromEntries(
    Object.entries(message).filter(([name]) => name === 'id' || name.startsWith('@') || names.includes(name)),
  );
}
