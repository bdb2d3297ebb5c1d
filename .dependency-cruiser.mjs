const zones = { shared: '^electron/shared/', core: '^electron/core/', db: '^db/', renderer: '^renderer/' }
const shells = '^electron/(main|preload|browser|cli|launch)/'
// A package that does not resolve is named by its bare name.
/** @param {string} names */
const npm = (names) => `(^|/)node_modules/(${names})(/|$)|^(${names})$`

/** Who may import what: the table of README "Layout". Resolved paths, type-only imports included. */
export default {
  forbidden: [
    {
      name: 'shared-imports-only-zod-and-itself',
      severity: 'error',
      from: { path: zones.shared },
      to: { pathNot: [zones.shared, npm('zod')] },
    },
    {
      name: 'db-imports-only-shared-and-sqlite',
      severity: 'error',
      from: { path: zones.db },
      to: {
        pathNot: [zones.db, zones.shared, npm('drizzle-orm|better-sqlite3|@types/better-sqlite3|zod')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'core-never-imports-shells-renderer-electron-or-sqlite',
      severity: 'error',
      from: { path: zones.core },
      to: { path: [shells, zones.renderer, npm('electron|better-sqlite3|drizzle-orm|ws|react|antd')] },
    },
    {
      name: 'core-slices-stand-apart',
      comment: 'What several slices need stands in core/records, core/system, core/spreadsheets or core itself.',
      severity: 'error',
      from: { path: '^electron/core/([^/]+)/', pathNot: '^electron/core/system/handlers.ts' },
      to: {
        path: '^electron/core/([^/]+)/',
        pathNot: ['^electron/core/$1/', '^electron/core/(records|system|spreadsheets)/'],
      },
    },
    {
      name: 'shells-never-import-db-or-renderer',
      severity: 'error',
      from: { path: shells },
      to: { path: [zones.db, zones.renderer] },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { pathNot: ['^electron/(main|preload)/', '^test/'] },
      to: { path: npm('electron') },
    },
    {
      name: 'renderer-imports-only-shared-and-ui-libraries',
      severity: 'error',
      from: { path: zones.renderer },
      to: { path: [zones.db, zones.core, shells, npm('electron|better-sqlite3|drizzle-orm|docx|ws')] },
    },
    {
      name: 'renderer-never-imports-node',
      severity: 'error',
      from: { path: zones.renderer },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-features-stand-apart',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: ['^renderer/features/([^/]+)/', '^renderer/app/'], pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'renderer-ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/(ui|lib)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'module-sync', 'node', 'development', 'default', 'types'],
    },
  },
}
