/** A piece of an Adaptive Card. The schema's own types are looser than this, and no dependency is needed to write JSON. */
export type Element = Record<string, unknown>;
export type Action = Record<string, unknown>;

/** An Adaptive Card as it goes over the wire. */
export interface AdaptiveCard extends Record<string, unknown> {
  type: 'AdaptiveCard';
  version: string;
  body: Element[];
  actions?: Action[];
  fallbackText: string;
}

/** A card and what it says in one line: for the notification, for clients without cards, and for the log. */
export interface SpokenCard {
  card: AdaptiveCard;
  summary: string;
}

/** How many buttons a row of buttons may have: Adaptive Cards' own limit, unless a host sets another (Teams: six). */
export const mostButtons = 5;

/**
 * Puts a card together.
 * @param summary what the card says in one plain line.
 * @param body its elements; falsy ones are left out, so that a caller may write `condition && element`.
 * @param actions its buttons; more than five are left out, as clients with the schema's usual limits would do.
 */
export function card(
  summary: string,
  body: readonly (Element | false | undefined)[],
  actions: readonly (Action | false | undefined)[] = [],
): SpokenCard {
  const buttons = actions.filter((action): action is Action => Boolean(action)).slice(0, mostButtons);
  return {
    summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: summary,
      body: body.filter((element): element is Element => Boolean(element)),
      ...(buttons.length > 0 && { actions: buttons }),
    },
  };
}
