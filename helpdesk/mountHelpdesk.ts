import type { Server } from 'restify';
import type { Door } from '../web/door.ts';
import { mountAudit } from './audit/mountAudit.ts';
import { type ConsoleDoor, openConsoleDoor } from './door.ts';
import { mountExport } from './export/mountExport.ts';
import { mountFigures } from './figures/mountFigures.ts';
import type { HelpdeskSettings } from './helpdeskSettings.ts';
import { mountConversations } from './list/mountConversations.ts';
import { startLiveSource } from './live/liveSource.ts';
import { mountLive } from './live/mountLive.ts';
import { watchersOf } from './live/watchers.ts';
import { startLogReader } from './log/logReader.ts';
import { mountConsolePage } from './mountConsolePage.ts';
import { mountErase } from './mountErase.ts';
import { mountInvitations } from './mountInvitations.ts';
import { mountMe } from './mountMe.ts';
import { mountSearch } from './search/mountSearch.ts';
import { mountHelpdeskSignIn } from './signIn/mountHelpdeskSignIn.ts';
import { mountStepIn } from './stepIn/mountStepIn.ts';
import { mountStuck } from './stuck/mountStuck.ts';

/**
 * Mounts the helpdesk's console: its API and its page.
 *
 * @param pages the door of the pages, behind which one signs in.
 * @returns the door of its API.
 */
export function mountHelpdesk(server: Server, pages: Door, settings: HelpdeskSettings): ConsoleDoor {
  const door = openConsoleDoor(server, settings);
  mountHelpdeskSignIn(pages, door, settings);
  mountMe(door);
  mountAudit(door);
  const logReader = settings.logReader ?? startLogReader({ log: settings.house.log });
  mountConversations(door, logReader, watchersOf);
  mountSearch(door, logReader);
  mountExport(door, logReader);
  mountErase(door, settings.house);
  mountInvitations(door, settings.house);
  mountStepIn(door, settings.house);
  mountFigures(door);
  mountLive(door, startLiveSource(logReader, settings.house.log, settings.lookEveryMs), settings);
  mountStuck(door, settings.house);
  // What else the console shows and does is mounted here, one file each: `mountConversations(door, settings)` …
  mountConsolePage(server, settings);
  return door;
}
