import { expect, it } from 'vitest'
import { backupWarnings } from '#core/backup/warnings.ts'
import { instant } from '#shared/lib/dates.ts'

const at = (text: string) => instant(new Date(text))
const now = at('2026-11-22T02:00:00Z')
const begunAt = at('2026-01-01T00:00:00Z')
const good = { path: '/data/backups', newestGoodAt: at('2026-11-22T01:00:00Z'), problem: null }
const known = { now, begunAt, local: good, second: null, checkProblem: null }

it('nothing is said while both places have a good backup of the last days', () => {
  expect(backupWarnings({ ...known, second: good })).toEqual([])
})

it('after three days the sentence names the days and why the last attempt failed', () => {
  const local = { ...good, newestGoodAt: at('2026-11-19T02:00:00Z'), problem: '备份没有做成：磁盘空间不足' }
  expect(backupWarnings({ ...known, local })).toEqual([
    '已有 3 天没有完好的备份（备份没有做成：磁盘空间不足）。请点“立即备份”，再试一次',
  ])
})

it('two days and some hours are still tolerated', () => {
  const local = { ...good, newestGoodAt: at('2026-11-19T03:00:00Z') }
  expect(backupWarnings({ ...known, local })).toEqual([])
})

it('a second place out of reach is told with its path, whatever the first one has', () => {
  const second = { path: 'E:\\备份', newestGoodAt: at('2026-11-01T00:00:00Z'), problem: '文件夹够不着' }
  expect(backupWarnings({ ...known, second })).toEqual([
    '第二备份位置已有 21 天没有新的备份（文件夹够不着）。请插好 U 盘或检查文件夹 E:\\备份',
  ])
})

it('a ledger of today without a backup is no reason to worry', () => {
  const local = { ...good, newestGoodAt: null }
  expect(backupWarnings({ ...known, begunAt: now, local })).toEqual([])
  expect(backupWarnings({ ...known, local })).toEqual([expect.stringContaining('还没有一份完好的备份')])
})

it('what the weekly check has found comes first', () => {
  const local = { ...good, newestGoodAt: null }
  expect(backupWarnings({ ...known, local, checkProblem: '每周检查发现问题' })[0]).toBe('每周检查发现问题')
})
