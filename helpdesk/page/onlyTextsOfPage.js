import { parseAst } from 'vite';

/** What the page shows of a language's texts. */
const shown = new Set(['languageName', 'helpdesk', 'roles', 'invitationStates', 'walks']);

/**
 * A language's texts are one object in one file, most of it for chat and mail: takes out what the page does not show, so
 * that it is not delivered. A text that is missing here and used there fails in the page's tests, as undefined.
 */
export function onlyTextsOfPage() {
  return {
    name: 'only-texts-of-page',
    enforce: 'pre',
    transform: {
      filter: { id: /\/language\/texts\/[a-z]{2}\.ts$/ },
      handler(code) {
        const exported = parseAst(code, { lang: 'ts' }).body.find(({ type }) => type === 'ExportNamedDeclaration');
        const { properties } = exported.declaration.declarations[0].init;
        let kept = code;
        for (const { key, start, end } of properties.toReversed()) {
          if (!shown.has(key.name)) kept = kept.slice(0, start) + kept.slice(end).replace(/^,/, '');
        }
        return { code: kept, map: null };
      },
    },
  };
}
