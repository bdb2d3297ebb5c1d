import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

// Its ES module declares a `require` of its own, which collides with the one electron-vite adds to bundles.
const fflateForBundles = { fflate: createRequire(import.meta.url).resolve('fflate') }

/** One file by itself: it stands outside the archive, and none of the app's own code may be drawn out with it. */
const parseWorker: Plugin = {
  name: 'parse-worker',
  apply: 'build',
  closeBundle: async () => {
    await build({
      configFile: false,
      logLevel: 'warn',
      resolve: { alias: fflateForBundles },
      ssr: { noExternal: true },
      build: {
        ssr: 'electron/core/imports/parseWorker.ts',
        outDir: 'out/main',
        emptyOutDir: false,
        target: 'node24',
        rolldownOptions: { output: { entryFileNames: 'parseWorker.js', codeSplitting: false } },
      },
    })
  },
}

/** Scanners pack pictures as JBIG2 or JPEG 2000; pdf.js loads these decoders beside the page (renderer/lib/pdfPages.ts). */
const pdfDecoders: Plugin = {
  name: 'pdf-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({
        type: 'asset',
        fileName: `pdf/${name}`,
        source: readFileSync(join(import.meta.dirname, 'node_modules/pdfjs-dist/wasm', name)),
      })
  },
}

export default defineConfig({
  main: {
    plugins: [parseWorker],
    resolve: { alias: fflateForBundles },
    build: {
      // Everything but the native addon is bundled: the package carries no other node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'electron/main/main.ts',
          serve: 'electron/browser/serve.ts',
          desk: 'electron/cli/desk.ts',
        },
        // The last two are optional speed-ups that ws looks for.
        external: ['better-sqlite3', 'bufferutil', 'utf-8-validate'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        // A sandboxed preload script cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), pdfDecoders],
    resolve: {
      alias: [
        {
          find: /^\.{1,2}\/getScrollBarSize$/,
          replacement: join(import.meta.dirname, 'renderer/lib/getScrollBarSize.ts'),
        },
      ],
    },
    // Each answer replaces the placeholder with its own nonce (electron/core/system/contentSecurityPolicy.ts).
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: 'out/renderer',
      // Small files are not turned into data: addresses, which the policy allows for images and fonts only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
