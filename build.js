// Bundles Usher with its libraries into dist/: read from a few files instead of three thousand it is ready in half the
// time. What has not changed is not made again. Types are not checked here: npm run check does that.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const page = 'helpdesk/page';
const folders = ['bot', 'dialogs', 'cards', 'mail', 'web', 'helpdesk', 'onboarding', 'language', 'models', 'sandbox'];
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .concat(readdirSync('.'));
// The console's page runs elsewhere and is made by something else.
const ofPage = files.filter((file) => file.startsWith(`${page}/`) && /\.\w+$/.test(file));
const ofServer = files.filter((file) => !file.startsWith(`${page}/`));
const sources = ofServer.filter((file) => file.endsWith('.ts'));
const readAtRunTime = ofServer.filter((file) => /\/.*\.(txt|mjml|css|svg|png|html|json|cjs)$/.test(file));
const texts = sources.filter((file) => file.startsWith('language/texts/'));

await unlessDone('page', [...ofPage, ...texts, 'helpdesk/api.ts', 'build.js', 'package-lock.json'], bundlePage);
await unlessDone('bundled', [...sources, 'build.js', 'package-lock.json'], bundle);
for (const file of readAtRunTime) cpSync(file, `dist/${file}`);
// What Usher learns from its utterances is learned here, so that a start need not.
const language = [...sources, ...readAtRunTime].filter((file) => file.startsWith('language/'));
await unlessDone('learned', language, () => import('./dist/learnAhead.js'));

async function bundle() {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    // The texts are read from their folder, so each stays a file of its own.
    entryPoints: ['index.ts', 'language/learnAhead.ts', ...texts].map((file) => ({
      in: file,
      out: file.replace(/^language\/(?!texts)|\.ts$/g, ''),
    })),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // It knows them. esbuild doubts it, and would make the expression anew wherever one is used.
    supported: { 'regexp-unicode-property-escapes': true },
    // A tenth less to read; names stay as they are, and short lines are found again.
    minifyWhitespace: true,
    lineLimit: 160,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
    metafile: true,
    // What looks for files of its own, and what comes without.
    external: ['lmdb', '@microsoft/m365agentsplayground', 'dtrace-provider'],
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
    plugins: [
      { name: 'places', setup: keepPlaces },
      { name: 'later', setup: leaveForLater },
      { name: 'once', setup: bundleOnce },
    ],
  });
  // esbuild leaves expressions and tagged templates as they are, and V8 takes twice as long for a file that is not ASCII.
  for (const file of Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'))) {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
  }
  // A bundle's name changes with its content.
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (file.startsWith(`${page}/`)) continue;
    if (/\.js(\.map)?$/.test(file) && !(`dist/${file}` in metafile.outputs)) rmSync(`dist/${file}`);
  }
}

function escaped(letter) {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

async function bundlePage() {
  const { build } = await import('vite');
  await build({ configFile: `${page}/vite.config.js`, logLevel: 'warn' });
}

/** A source that reads a file beside it finds that at the same place in dist/, in whatever bundle it ends up. */
function keepPlaces(building) {
  building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const place = relative(import.meta.dirname, path);
    if (place.startsWith('node_modules')) return;
    const contents = readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      `new URL('${place}', import.meta.url).href`,
    );
    return { contents, loader: 'ts' };
  });
}

/** A package that a source loads by import() does not delay the start; esbuild would take away the names it exports. */
function leaveForLater(building) {
  building.onResolve({ filter: /^[^./]/ }, ({ kind, path, importer }) =>
    kind === 'dynamic-import' && !importer.includes('node_modules') ? { path, external: true } : undefined,
  );
}

/** A version of a package that npm had to install in several places is bundled, read and run once. */
function bundleOnce(building) {
  const chosen = new Map();
  const versions = new Map();
  const versionIn = (folder) => {
    if (!versions.has(folder)) versions.set(folder, JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version);
    return versions.get(folder);
  };
  building.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...asked }) => {
    if (pluginData === 'once') return;
    const found = await building.resolve(path, { ...asked, pluginData: 'once' });
    // What is only tried, esbuild leaves to the one who tries.
    if (found.errors.length > 0) return;
    const [, folder, name, file] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(found.path) ?? [];
    if (found.external || folder === undefined) return found;
    const key = `${name}@${versionIn(folder)}/${file}`;
    if (!chosen.has(key)) chosen.set(key, found.path);
    return { ...found, path: chosen.get(key) };
  });
}

/** Does `work` unless it was done with these very files; a mark in dist/ tells. */
async function unlessDone(name, inputs, work) {
  const hash = createHash('sha256');
  for (const file of inputs.sort()) hash.update(`${file}\n`).update(readFileSync(file));
  const stamp = hash.digest('hex');
  const mark = `dist/.${name}`;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === stamp) return;
  await work();
  writeFileSync(mark, stamp);
}
