import { defineConfig } from 'vite';
import { onlyTextsOfPage } from './onlyTextsOfPage.js';

export default defineConfig({
  root: import.meta.dirname,
  base: '/helpdesk/',
  // What the door replaces in index.html by the nonce of the answer's Content-Security-Policy.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../../dist/helpdesk/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The chunk with Fluent's components is what the page consists of; it is fetched once and kept.
    chunkSizeWarningLimit: 1500,
    // There is nothing to polyfill in browsers that know modules and their preloading.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog(level, log, handler) {
        // Fluent marks its modules for frameworks that draw on a server; here there is none.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
  plugins: [onlyTextsOfPage()],
});
