import type { Server } from 'restify';
import { answering } from './answering.ts';
import { createFolder, deleteFolder, type Folder, folderOf, foldersOf } from './folders.ts';
import { GraphRefusal } from './graphRefusal.ts';
import { readJson } from './readJson.ts';
import { selected } from './selected.ts';

/** Mounts the folders of a mailbox. */
export function mountFolders(server: Server, mailbox: string): void {
  server.get(
    `${mailbox}/mailFolders`,
    answering(async ({ owner, query }) => {
      const { name, top, skip, select } = folderQuery(query);
      const all = await foldersOf(owner);
      const found = name === undefined ? all : all.filter((each) => each.displayName.toLowerCase() === name);
      const value = found.slice(skip, skip + top).map((each) => selected(asGraphFolder(each), select));
      return { status: 200, json: { value } };
    }),
  );

  server.post(
    `${mailbox}/mailFolders`,
    answering(async ({ request, owner }) => {
      return { status: 201, json: asGraphFolder(await createFolder(owner, await readJson(request))) };
    }),
  );

  server.get(
    `${mailbox}/mailFolders/:folder`,
    answering(async ({ owner, query, param }) => {
      const folder = asGraphFolder(await folderOf(owner, param('folder')));
      return { status: 200, json: selected(folder, query.get('$select')?.split(',')) };
    }),
  );

  server.del(
    `${mailbox}/mailFolders/:folder`,
    answering(async ({ owner, param }) => {
      await deleteFolder(owner, param('folder'));
      return { status: 204 };
    }),
  );
}

function asGraphFolder({ id, displayName }: Folder): Record<string, unknown> {
  return { id, displayName, parentFolderId: 'msgfolderroot', childFolderCount: 0, isHidden: false };
}

/** Reads the query of a list of folders, as far as the sandbox knows it. */
function folderQuery(query: URLSearchParams) {
  for (const key of query.keys()) {
    if (!['$filter', '$top', '$skip', '$select'].includes(key)) {
      throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know ${key}.`);
    }
  }
  const filter = query.get('$filter');
  const [, quoted] = /^displayName eq '((?:[^']|'')*)'$/.exec(filter ?? '') ?? [];
  if (filter !== null && quoted === undefined) {
    throw new GraphRefusal(501, 'NotImplemented', `The sandbox does not know the filter ${filter}.`);
  }
  const [top, skip] = (['$top', '$skip'] as const).map((key) => {
    const value = query.get(key);
    if (value === null) return undefined;
    if (!/^\d{1,4}$/.test(value)) throw new GraphRefusal(400, 'BadRequest', `Invalid value '${value}' for ${key}.`);
    return Number(value);
  });
  return {
    name: quoted?.replaceAll("''", "'").toLowerCase(),
    // As Graph: ten, unless more are asked for.
    top: top ?? 10,
    skip: skip ?? 0,
    select: query.get('$select')?.split(','),
  };
}
