import type { Server } from 'restify';
import { openConsoleDoor } from './door.ts';
import { mountFigures } from './figures/mountFigures.ts';
import type { HelpdeskSettings } from './helpdeskSettings.ts';
import { mountConversations } from './list/mountConversations.ts';
import { startLogReader } from './log/logReader.ts';
import { mountMe } from './mountMe.ts';
import { mountSearch } from './search/mountSearch.ts';
import { mountStepIn } from './stepIn/mountStepIn.ts';

/** Mounts the helpdesk's console: its API and its page. */
export function mountHelpdesk(server: Server, settings: HelpdeskSettings): void {
  const door = openConsoleDoor(server, settings);
  mountMe(door);
  const logReader = settings.logReader ?? startLogReader({ log: settings.house.log });
  mountConversations(door, logReader);
  mountSearch(door, logReader);
  mountStepIn(door, settings.house);
  mountFigures(door);
  // What else the console shows and does is mounted here, one file each: `mountConversations(door, settings)` …
}
