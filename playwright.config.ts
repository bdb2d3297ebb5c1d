import { defineConfig } from '@playwright/test'

const chromium = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  // Chromium will not run sandboxed as root, and its own background calls are refused by a closed network.
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}

export default defineConfig({
  timeout: 60_000,
  // Many waits are for work of the core: a workbook read, a database saved.
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: true,
  outputDir: 'test-results',
  reporter: [['list']],
  projects: [
    {
      name: 'browser-shell',
      testDir: 'test/e2e',
      testMatch: '**/*.spec.ts',
      use: {
        launchOptions: chromium,
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      },
    },
    { name: 'electron-stand-in', testDir: 'test/desktop', testMatch: '**/*.spec.ts' },
    // Skips itself, and says why, where Electron's binary is missing.
    { name: 'electron', testDir: 'test/desktop', testMatch: '**/*.spec.ts' },
  ],
})
