import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{unit,db,api,documents,desktop,faults}/**/*.test.ts'],
    globalSetup: ['test/inMemory.ts', 'test/quickStart.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
