// The entry of `npm run manifest`: writes the package that Teams takes for one installation of Usher.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { appPackage } from './appPackage.ts';
import { readFlags } from './readFlags.ts';

const help = `Writes the Teams app package of Usher.

  npm run manifest -- --app-id <GUID> --domain <host> [--out <file>] [--helpdesk-client-id <GUID>]

  --app-id <GUID>  the GUID that the bot is registered under (Application ID)
  --domain <host>  the host at which the service is reached over https
  --out <file>     where to write the package; usher.zip if left out
  --help           this text
  --helpdesk-client-id <GUID>
                   makes the helpdesk's console a tab: the Application ID by which the helpdesk signs in`;

/** Exit code 2 is for what the caller can put right, so that a script tells it from a fault (1). */
function refuse(problems: readonly string[]): void {
  for (const problem of problems) console.error(problem);
  console.error('Every flag is explained by: npm run manifest -- --help');
  process.exitCode = 2;
}

/** Faults of the file system that another --out would cure. */
const badPlaces: Record<string, string> = {
  ENOENT: 'its folder does not exist: create it or name another',
  ENOTDIR: 'its folder is a file: name another',
  EISDIR: 'there is a folder of this name: name another file',
  EACCES: 'you may not write there: name another place',
  EPERM: 'you may not write there: name another place',
  EROFS: 'nothing can be written there: name another place',
};

const flags = readFlags(process.argv.slice(2));
if (flags.kind === 'help') console.log(help);
else if (flags.kind === 'wrong') refuse(flags.problems);
else {
  const bytes = await appPackage(flags);
  try {
    await writeFile(flags.out, bytes);
    console.log(`Wrote ${resolve(flags.out)}. In Teams: Apps > Manage your apps > Upload an app.`);
  } catch (error) {
    const badPlace = badPlaces[(error as NodeJS.ErrnoException).code ?? ''];
    if (badPlace === undefined) throw error;
    refuse([`--out ${JSON.stringify(flags.out)} cannot be written: ${badPlace}`]);
  }
}
