import type { Server } from 'restify';
import { openConsoleDoor } from './door.ts';
import type { HelpdeskSettings } from './helpdeskSettings.ts';
import { mountMe } from './mountMe.ts';

/** Mounts the helpdesk's console: its API and its page. */
export function mountHelpdesk(server: Server, settings: HelpdeskSettings): void {
  const door = openConsoleDoor(server, settings);
  mountMe(door);
  // What else the console shows and does is mounted here, one file each: `mountConversations(door, settings)` …
}
