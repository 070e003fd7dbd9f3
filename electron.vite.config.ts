import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = import.meta.dirname;

/**
 * Everything is bundled except electron and the native module, so that the package holds one dependency.
 * The targets are those of the oldest runtime that we run on (see scripts/runtime), not of the one we ship.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          main: resolve(root, 'electron/main/main.ts'),
          // The workers lie beside main.js, where main/workers.ts looks for them.
          store: resolve(root, 'electron/worker/store.ts'),
          engine: resolve(root, 'electron/worker/engine.ts'),
          // Beside engine.js, where it looks for it.
          sheets: resolve(root, 'electron/worker/sheets.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: resolve(root, 'electron/preload/preload.ts'),
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    build: {
      target: 'chrome130',
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Two pages: the clerk's, and the one turned to the customer.
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html'), facing: resolve(root, 'renderer/facing.html') } },
    },
    plugins: [react()],
  },
});
