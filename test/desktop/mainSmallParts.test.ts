import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationMenu } from '../../electron/main/applicationMenu.ts'
import { createFileLogger } from '#core/system/fileLogger.ts'
import { isJsonValue } from '../../electron/main/jsonValue.ts'
import { redact } from '#core/system/redact.ts'
import { writeAtomically } from '../../electron/main/writeAtomically.ts'

describe('isJsonValue', () => {
  it.each([
    [null],
    ['王小明'],
    [0],
    [true],
    [undefined],
    [{ page: 1, sort: [{ by: 'name' }], none: undefined }],
    [Object.create(null)],
  ])('takes %j', (value) => {
    expect(isJsonValue(value)).toBe(true)
  })

  it.each([
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a Date', new Date(0)],
    ['a BigInt', 1n],
    ['NaN', Number.NaN],
    ['bytes', new Uint8Array(1)],
    ['an error', new Error('x')],
    ['a function', () => 1],
    ['a hole in a list', [1, undefined]],
    ['a Map deep inside', { a: [{ b: new Map() }] }],
  ])('refuses %s', (_name, value) => {
    expect(isJsonValue(value)).toBe(false)
  })

  it('ends on a value that contains itself', () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    expect(isJsonValue(cycle)).toBe(false)
  })
})

describe('redact', () => {
  it.each([
    ['id 11010519491231002X is wrong', 'id [18 digits] is wrong'],
    ['id 110105491231002 is old', 'id [15 digits] is old'],
    ['call 13812345678 now', 'call [11 digits] now'],
    ['{"idNo":"110105194912310021"}', '{"idNo":"[18 digits]"}'],
    ['3000 rows in 1250 ms at 2026-11-21', '3000 rows in 1250 ms at 2026-11-21'],
    ['fenced: a110105194912310021b', 'fenced: a[18 digits]b'],
  ])('turns %j into %j', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})

describe('the log file', () => {
  it('holds no ID number and no telephone number, from message, fields or error', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'logs/main.log')
    const logger = createFileLogger(file)
    logger.info('import 11010519491231002X', { rows: 3 })
    logger.error('failed', { error: 'UNIQUE constraint: 13812345678' })
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/\[info\] +import \[18 digits\] \{"rows":3\}/)
    expect(text).toMatch(/\[error\] failed .*\[11 digits\]/)
    expect(text).not.toMatch(/\d{11}/)
  })
})

describe('writeAtomically', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'write-'))
  const bytes = new TextEncoder().encode('新')

  it('replaces the old file whole and leaves nothing beside it', async () => {
    const place = folder()
    const path = join(place, '名册.docx')
    writeFileSync(path, '旧的内容')
    await writeAtomically(path, bytes)
    expect(readFileSync(path, 'utf8')).toBe('新')
    expect(readdirSync(place)).toEqual(['名册.docx'])
  })

  it('says in Chinese that a folder is not there, and writes nothing', async () => {
    const place = folder()
    await expect(writeAtomically(join(place, 'gone/名册.docx'), bytes)).rejects.toMatchObject({
      code: 'FOLDER_READ_ONLY',
      messageZh: '这个位置不能写入，请换一个文件夹保存',
    })
    expect(readdirSync(place)).toEqual([])
  })

  it('cleans up when the target is a folder', async () => {
    const place = folder()
    await expect(writeAtomically(place, bytes)).rejects.toMatchObject({
      messageZh: expect.stringMatching(/./),
    })
    expect(readdirSync(place)).toEqual([])
  })
})

describe('the menu', () => {
  const actions = {
    openDataFolder: () => undefined,
    changeDataFolder: () => undefined,
    openLogFolder: () => undefined,
    showAbout: () => undefined,
  }
  const roles = (allowDevTools: boolean): string =>
    JSON.stringify(applicationMenu({ ...actions, allowDevTools }), ['submenu', 'role'])

  it('offers developer tools and reloading in development only', () => {
    expect(roles(true)).toContain('toggleDevTools')
    expect(roles(false)).not.toMatch(/toggleDevTools|reload/)
  })

  it('makes type larger and smaller', () => {
    expect(roles(false)).toMatch(/zoomIn.*zoomOut.*resetZoom/)
  })
})
