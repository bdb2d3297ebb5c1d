#!/usr/bin/env node
// Stands where the Electron executable stands: `electron.ts . --data DIR`. Playwright's Electron driver starts it and
// speaks to it as to the real one: Node's inspector for main-process code, Chromium's for pages.
import { open } from 'node:inspector'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Every `import 'electron'` and `require('electron')` in this process is answered by our module.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electronModule.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

const ownSwitches = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0']
const args = process.argv.slice(2).filter((arg) => !ownSwitches.includes(arg))
const appDir = resolve(args[0] ?? '.')
process.argv = [process.argv[1] ?? 'electron', ...args]
process.chdir(appDir)
open(0)

const manifest: unknown = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8'))
if (typeof manifest !== 'object' || manifest === null || !('main' in manifest))
  throw new Error('no main entry')
await import(pathToFileURL(join(appDir, String(manifest.main))).href)
const { app } = await import('./app.ts')
await app.standInStart()
