import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  chooseDataFolder,
  profileFolder,
  rememberDataFolder,
  settingsFile,
} from '../../electron/main/dataFolder.ts'

const fallback = '/home/clerk/党务台账数据'

function home(): string {
  return mkdtempSync(join(tmpdir(), 'home-'))
}

describe('the data folder', () => {
  it('is the default on the first start', () => {
    expect(chooseDataFolder({ argv: ['.'], appHome: home(), fallback })).toBe(fallback)
  })

  it('is the remembered one on the next', () => {
    const appHome = home()
    rememberDataFolder(appHome, '/data/街道')
    expect(chooseDataFolder({ argv: [], appHome, fallback })).toBe('/data/街道')
  })

  it.each([
    ['--data', ['.', '--data', '/data/here']],
    ['--data=', ['--data=/data/here']],
    [
      "Chromium's own switches around it",
      ['--no-sandbox', '--inspect=0', '.', '--data', '/data/here', '--lang=zh-CN'],
    ],
  ])('is what the start says with %s', (_name, argv) => {
    const appHome = home()
    rememberDataFolder(appHome, '/data/other')
    expect(chooseDataFolder({ argv, appHome, fallback })).toBe('/data/here')
  })

  it('is taken from where the start was, when relative', () => {
    expect(chooseDataFolder({ argv: ['--data', 'here'], appHome: home(), fallback })).toBe(resolve('here'))
  })

  it('is not guessed when --data names none', () => {
    expect(() => chooseDataFolder({ argv: ['--data'], appHome: home(), fallback })).toThrow(
      '--data has no folder',
    )
  })

  it.each(['{"dataDir":', '{}', '{"dataDir":""}', '{"dataDir":"/a","other":1}', '[]'])(
    'is not guessed when the settings hold %j',
    (text) => {
      const appHome = home()
      writeFileSync(settingsFile(appHome), text)
      expect(() => chooseDataFolder({ argv: [], appHome, fallback })).toThrow(
        expect.objectContaining({
          code: 'FILE_UNREADABLE',
          messageZh: expect.stringContaining(settingsFile(appHome)),
        }),
      )
    },
  )
})

describe('the profile', () => {
  it('is one for each data folder, however its path is spelt', () => {
    const appHome = home()
    const dataDir = join(appHome, 'data')
    mkdirSync(dataDir)
    symlinkSync(dataDir, join(appHome, 'link'))
    const profile = profileFolder(appHome, dataDir)
    expect(profileFolder(appHome, join(appHome, 'link'))).toBe(profile)
    expect(profileFolder(appHome, join(appHome, 'other'))).not.toBe(profile)
  })

  it('does not change when the first start makes the folder', () => {
    const appHome = home()
    const dataDir = join(appHome, 'new')
    expect(profileFolder(appHome, dataDir)).toBe(profileFolder(appHome, dataDir))
  })
})
