/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly [string, ...string[]]} command
 * @property {Readonly<Record<string, string>>} [env]
 * @property {RegExp} [mustSay] a tool that looked at nothing passes too; this is what it says when it did look
 * @property {'vitest' | 'playwright'} [counts] a test runner, whose tests are counted
 */

const code = ['electron', 'db', 'renderer', 'test']
const configs = ['electron.vite.config.ts', 'drizzle.config.ts', 'playwright.config.ts', 'vitest.config.ts']

/** Everything `npm test` runs, in order; the first failure ends it. @type {readonly Step[]} */
export const gate = [
  { name: 'typecheck electron and db', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'typecheck shared', command: ['tsc', '-p', 'electron/shared'] },
  { name: 'typecheck renderer', command: ['tsc', '-p', 'renderer'] },
  { name: 'typecheck test', command: ['tsc', '-p', 'test'] },
  { name: 'lint', command: ['oxlint', ...code, ...configs], mustSay: /on [1-9]\d+ files/ },
  { name: 'format', command: ['oxfmt', '--check', ...code, ...configs], mustSay: /on [1-9]\d+ files/ },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'electron', 'db', 'renderer'],
    mustSay: /[1-9]\d+ modules/,
  },
  { name: 'unused', command: ['knip'] },
  { name: 'migrations consistent', command: ['drizzle-kit', 'check'] },
  { name: 'migrations current', command: ['node', 'electron/launch/migrationsCurrent.mjs'] },
  { name: 'build', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  { name: 'unit, db, api, documents', command: ['vitest', 'run'], counts: 'vitest' },
  {
    name: 'dates in UTC',
    command: ['vitest', 'run', 'test/unit/lib/dates'],
    env: { TZ: 'UTC' },
    counts: 'vitest',
  },
  {
    name: 'dates in New York',
    command: ['vitest', 'run', 'test/unit/lib/dates'],
    env: { TZ: 'America/New_York' },
    counts: 'vitest',
  },
  // A busy machine gets a second try; who needed it is named at the end.
  { name: 'browser and desktop', command: ['playwright', 'test', '--retries=1'], counts: 'playwright' },
]
