import { describe, expect, it } from 'vitest'
import { type BackupInspection, type BackupRow, backupReasons } from '#shared/contract/backup.ts'
import { backupUploadLimitBytes, uploadLimitBytes } from '#shared/contract/files.ts'
import { dateOnly, type Instant, instant } from '#shared/lib/dates.ts'
import { policySentence, storedBackups } from '../../../renderer/features/backup/backupRows.ts'
import {
  comparisonRows,
  inspectionSentences,
  restoredTotal,
} from '../../../renderer/features/backup/comparison.ts'
import { salvageWords, withSalvage } from '../../../renderer/features/backup/rescueSteps.ts'
import { doneZh, restoredTitle } from '../../../renderer/features/backup/restoreWords.ts'
import { blankSecret, secretSchema, toSecret } from '../../../renderer/features/backup/secretForm.ts'
import { agoWords, formatBytes, placeLine, reasonWords } from '../../../renderer/lib/backupWords.ts'
import { refuseTooLarge } from '../../../renderer/lib/fileKinds.ts'

const at = (text: string): Instant => instant(new Date(text))
const today = dateOnly('2026-11-21')

const row = (id: string, place: BackupRow['place'], problem: string | null = null): BackupRow => ({
  id,
  place,
  createdAt: at(`2026-11-${id}T02:00:00Z`),
  reason: 'daily',
  bytes: 1,
  appVersion: '0.1.0',
  members: 300,
  organizations: 69,
  problem,
})

const inspection = (change: Partial<BackupInspection>): BackupInspection => ({
  manifest: {
    format: 1,
    ledgerId: 'a',
    appVersion: '0.1.0',
    migrations: 4,
    createdAt: '2026-11-20T02:00:00.000Z',
    reason: 'daily',
    counts: {},
    auditHead: null,
    bytes: 1,
    sha256: '0'.repeat(64),
    keysSha256: '0'.repeat(64),
  },
  isSameLedger: true,
  counts: [],
  newestChange: { backup: at('2026-11-20T01:00:00Z'), current: at('2026-11-21T01:30:00Z') },
  changesSince: 12,
  ...change,
})

describe('words about backups', () => {
  it('gives a size in the unit a person compares with a disk', () => {
    expect([0, 1, 524_288, 1_048_525, 25_794_970, 130 * 2 ** 20, 1.25 * 2 ** 30].map(formatBytes)).toEqual([
      '1 KB',
      '1 KB',
      '512 KB',
      '1.0 MB',
      '24.6 MB',
      '130 MB',
      '1.3 GB',
    ])
  })

  it('has a word of its own for every reason', () => {
    expect(new Set(backupReasons.map((reason) => reasonWords[reason])).size).toBe(backupReasons.length)
  })

  it('counts days by the calendar of the office', () => {
    // 23:30 of the 20th in Shanghai.
    expect(agoWords(at('2026-11-20T15:30:00Z'), today)).toBe('昨天')
    expect(agoWords(at('2026-11-20T16:30:00Z'), today)).toBe('今天')
    expect(agoWords(at('2026-11-16T04:00:00Z'), today)).toBe('5 天前')
    // The clock was set back since.
    expect(agoWords(at('2026-11-23T04:00:00Z'), today)).toBe('今天')
  })

  it('says of a place when the newest good backup was, and that something is wrong before that it is old', () => {
    const newestGoodAt = at('2026-11-18T01:00:00Z')
    expect(placeLine({ path: '/a', newestGoodAt, problem: null }, today)).toEqual({
      state: 'good',
      word: '正常',
      newest: '最近一份 2026-11-18 09:00（3 天前）',
    })
    expect(placeLine({ path: '/a', newestGoodAt, problem: '够不着' }, today).state).toBe('bad')
    expect(placeLine({ path: '/a', newestGoodAt: null, problem: null }, today).word).toBe('还没有备份')
    expect(placeLine(null, today)).toMatchObject({ state: 'warning', word: '注意：没有设置' })
  })

  it('puts the generations in one sentence and leaves out those that are off', () => {
    expect(policySentence({ daily: 7, weekly: 4, monthly: 12 })).toContain(
      '最近 7 天，每天留最后一份；最近 4 周，每周留最后一份；最近 12 个月，每月留最后一份。',
    )
    expect(policySentence({ daily: 3, weekly: 0, monthly: 0 })).toMatch(
      /^有备份的最近 3 天，每天留最后一份。/,
    )
  })
})

describe('the list of backups', () => {
  it('shows the copies of both places as one backup, newest first', () => {
    const backups = storedBackups([row('18', 'local'), row('19', 'local'), row('18', 'second')])
    expect(backups.map(({ id }) => id)).toEqual(['19', '18'])
    expect(backups[1]?.second).not.toBeNull()
    expect(backups[0]?.second).toBeNull()
  })

  it('restores from the second place when the copy on this machine is damaged', () => {
    const [backup] = storedBackups([row('18', 'local', '数据部分损坏'), row('18', 'second')])
    expect(backup?.source).toEqual({ from: 'list', id: '18', place: 'second' })
    expect(backup?.row.place).toBe('second')
  })

  it('offers nothing to restore when every copy is damaged', () => {
    const [backup] = storedBackups([row('18', 'local', '坏'), row('18', 'second', '坏')])
    expect(backup?.source).toBeNull()
  })
})

describe('the comparison before a restore', () => {
  it('says what restoring would do, what differs first, nothing about what is empty', () => {
    const counts = [
      { table: 'organizations', label: '党组织', backup: 69, current: 69 },
      { table: 'members', label: '党员', backup: 2000, current: 2012 },
      { table: 'trash', label: '回收站', backup: 3, current: 1 },
      { table: 'exports', label: '导出', backup: 0, current: 0 },
    ]
    expect(comparisonRows(counts).map(({ label, difference }) => [label, difference])).toEqual([
      ['党员', '少 12'],
      ['回收站', '多 2'],
      ['党组织', '不变'],
    ])
  })

  it('says of what a restore leaves alone that it stays', () => {
    const counts = [{ table: 'accounts', label: '账号', backup: 3, current: 5 }]
    expect(comparisonRows(counts, ['accounts'])[0]).toMatchObject({
      difference: '保持现在的',
      isDifferent: false,
    })
  })

  it('claims no difference where there is nothing readable to compare with', () => {
    const [only] = comparisonRows([{ table: 'members', label: '党员', backup: 5, current: null }])
    expect(only).toMatchObject({ current: '—', difference: '—', isDifferent: false })
  })

  it('counts the work that would be gone', () => {
    expect(inspectionSentences(inspection({}))).toEqual([
      '最后一次改动：备份里 2026-11-20 09:00，现在 2026-11-21 09:30。',
      '备份之后这里做过的 12 次操作，恢复后都会没有。',
    ])
    expect(inspectionSentences(inspection({ changesSince: 0 }))[1]).toContain('没有别的操作')
    const notOpened = inspection({ newestChange: { backup: null, current: null }, changesSince: null })
    expect(inspectionSentences(notOpened)).toEqual([])
  })

  it('adds up what was counted afterwards', () => {
    expect(restoredTotal({ members: 2000, organizations: 69 })).toBe(2069)
  })
})

describe('rescue', () => {
  it('asks for what the chosen way needs and for nothing else', () => {
    const paths = (value: unknown) =>
      secretSchema.safeParse(value).error?.issues.map(({ path }) => path[0]) ?? []
    expect(paths(blankSecret)).toEqual(['recoveryCode'])
    expect(paths({ ...blankSecret, by: 'password' })).toEqual(['user', 'password'])
    expect(paths({ ...blankSecret, recoveryCode: 'ABCD' })).toEqual([])
  })

  it('sends only what the chosen way needs', () => {
    const form = { by: 'password', recoveryCode: 'typed before', user: 'admin', password: 'p' } as const
    expect(toSecret(form)).toEqual({ by: 'password', user: 'admin', password: 'p' })
    expect(toSecret({ ...form, by: 'recoveryCode' })).toEqual({
      by: 'recoveryCode',
      recoveryCode: 'typed before',
    })
  })

  it('puts a salvage among the backups once, however often it is told', () => {
    const salvage = { backup: { ...row('21', 'local'), reason: 'salvaged' as const }, tables: [] }
    const opened = {
      secret: { by: 'recoveryCode' as const, recoveryCode: 'x' },
      rows: [row('18', 'local')],
      problem: '坏',
      salvage: null,
    }
    const once = withSalvage(opened, salvage)
    expect(withSalvage(once, salvage).rows.map(({ id }) => id)).toEqual(['21', '18'])
  })

  it('says of each kind what was read, what is missing, and when that cannot be known', () => {
    expect(salvageWords({ label: '党员', saved: 1988, lost: 12 })).toBe('读出 1,988 条，缺 12 条')
    expect(salvageWords({ label: '党员', saved: 2000, lost: 0 })).toBe('读出 2,000 条，没有缺失')
    expect(salvageWords({ label: '党员', saved: 3, lost: null })).toContain('不能确定')
  })
})

describe('files before they are sent', () => {
  it('refuses a backup only beyond 1 GB and says how it can be restored all the same', () => {
    expect(() => refuseTooLarge({ name: '移交.zip', size: backupUploadLimitBytes })).not.toThrow()
    expect(() => refuseTooLarge({ name: '移交.ZIP', size: backupUploadLimitBytes + 1 })).toThrow()
    expect(() => refuseTooLarge({ name: '名册.xlsx', size: uploadLimitBytes })).not.toThrow()
    expect(() => refuseTooLarge({ name: '名册.xlsx', size: uploadLimitBytes + 1 })).toThrow()
  })
})

describe('what a restore says at its end', () => {
  it('is that the backup is in place, counted', () => {
    const report = { did: 'replaced', counts: { members: 3, organizations: 4 } } as const
    expect(restoredTitle(report)).toBe('已恢复')
    expect(doneZh(report)).toContain('2 张表共 7 条')
  })

  it('is another thing where only the key file was put back', () => {
    const report = { did: 'keysOnly', counts: { members: 3 } } as const
    expect(restoredTitle(report)).toBe('密钥文件已放回')
    expect(doneZh(report)).toContain('没有用备份替换')
    expect(doneZh(report)).not.toContain('都与备份一致')
  })
})
