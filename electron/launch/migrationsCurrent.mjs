import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { launch, root, run } from './run.mjs'

/** Generates into a copy of the committed migrations: they are current if there is nothing to add. */
await launch(async () => {
  // drizzle-kit takes --out relative to the working folder only.
  const copyDir = mkdtempSync(join(root, 'node_modules/.migrations-'))
  try {
    cpSync(join(root, 'db/migrations'), copyDir, { recursive: true })
    const out = `--out=./node_modules/${basename(copyDir)}`
    const generate = ['generate', '--dialect=sqlite', '--schema=./db/schema/index.ts', out]
    const { said } = await run(['drizzle-kit', ...generate], { tee: true })
    // Its exit code is 0 even when it dies asking whether a column was renamed.
    if (said.includes('No schema changes')) return 0
    console.error('db/schema has changed without a migration: run drizzle-kit generate.')
    return 1
  } finally {
    rmSync(copyDir, { recursive: true, force: true })
  }
})
