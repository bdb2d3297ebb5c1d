import { describe, expect, it } from 'vitest'
import type { BackupReason } from '#shared/contract/backup.ts'
import { type DatedBackup, defaultBackupPolicy, expendableBackups } from '#shared/domain/backupGenerations.ts'
import { addDays, type DateOnly, dateOnly, instant } from '#shared/lib/dates.ts'

const at = (day: string, time = '10:00') => instant(new Date(`${day}T${time}:00+08:00`))

function aBackup(day: string, time = '10:00', reason: BackupReason = 'daily'): DatedBackup {
  return { id: `${day} ${time}`, createdAt: at(day, time), reason }
}

/** One at ten o'clock on each of the last `days` days, today included. */
const everyDay = (today: DateOnly, days: number) =>
  Array.from({ length: days }, (_, i) => aBackup(addDays(today, -i)))

const keptDays = (backups: readonly DatedBackup[], today: string, time = '18:00') => {
  const gone = new Set(expendableBackups(backups, defaultBackupPolicy, at(today, time)))
  return backups.filter(({ id }) => !gone.has(id)).map(({ id }) => id.slice(0, 10))
}

describe('of routine backups', () => {
  it('the last seven days, the newest of four weeks and of twelve months stay, however many days there are', () => {
    const kept = keptDays(everyDay(dateOnly('2026-11-22'), 800), '2026-11-22')
    const days = ['22', '21', '20', '19', '18', '17', '16'].map((day) => `2026-11-${day}`)
    const weeks = ['2026-11-15', '2026-11-08', '2026-11-01']
    const months = [
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]
    expect(kept).toEqual([...days, ...weeks, ...months])
  })

  it('days without a backup do not use up the generations', () => {
    const days = ['2026-11-20', '2026-10-09', '2026-09-30', '2026-09-01', '2026-08-30', '2026-08-03']
    expect(
      keptDays(
        days.map((day) => aBackup(day)),
        '2026-11-22',
      ),
    ).toEqual(days)
  })

  it('a week goes on over the turn of the year: Thursday to Sunday of one week leave its Sunday', () => {
    const policy = { daily: 1, weekly: 2, monthly: 0 }
    const backups = ['2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04'].map((day) => aBackup(day))
    expect(expendableBackups(backups, policy, at('2027-01-05'))).toEqual([
      '2027-01-01 10:00',
      '2026-12-31 10:00',
    ])
  })

  it('the newest of a day stays when the next day comes', () => {
    const backups = [aBackup('2026-11-21', '09:00'), aBackup('2026-11-21', '17:30', 'exit')]
    expect(expendableBackups(backups, defaultBackupPolicy, at('2026-11-22', '00:01'))).toEqual([
      '2026-11-21 09:00',
    ])
  })

  it('a day is a day in Shanghai, whatever it is in Greenwich', () => {
    const backups = [aBackup('2026-11-21', '00:30'), aBackup('2026-11-20', '23:30')]
    expect(expendableBackups(backups, { daily: 2, weekly: 0, monthly: 0 }, at('2026-11-23'))).toEqual([])
  })
})

describe('what nobody loses', () => {
  it('everything of today', () => {
    const backups = ['08:00', '09:00', '10:00', '11:00'].map((time) => aBackup('2026-11-22', time, 'exit'))
    expect(expendableBackups(backups, defaultBackupPolicy, at('2026-11-22', '12:00'))).toEqual([])
  })

  it('what was made before an import, for seven days', () => {
    const imports = (day: string) => [
      aBackup(day, '09:00', 'beforeImport'),
      aBackup(day, '09:30', 'beforeImport'),
      aBackup(day, '17:00', 'exit'),
    ]
    expect(expendableBackups(imports('2026-11-16'), defaultBackupPolicy, at('2026-11-22'))).toEqual([])
    expect(expendableBackups(imports('2026-11-15'), defaultBackupPolicy, at('2026-11-22'))).toEqual([
      '2026-11-15 09:30',
      '2026-11-15 09:00',
    ])
  })

  it('a backup from the future: the clock was wrong, the data in it are not', () => {
    const future = aBackup('2031-01-01')
    const backups = [future, ...everyDay(dateOnly('2026-11-22'), 40)]
    const gone = expendableBackups(backups, defaultBackupPolicy, at('2026-11-22', '18:00'))
    expect(gone).not.toContain(future.id)
    expect(keptDays(backups, '2026-11-22').filter((day) => day >= '2026-11-16')).toHaveLength(8)
  })

  it('the only one, however old', () => {
    expect(expendableBackups([aBackup('2019-03-01')], defaultBackupPolicy, at('2026-11-22'))).toEqual([])
  })

  it('nothing at all when every generation is set to none but today has one', () => {
    const policy = { daily: 0, weekly: 0, monthly: 0 }
    const backups = [aBackup('2026-11-22'), aBackup('2026-11-10')]
    expect(expendableBackups(backups, policy, at('2026-11-22', '12:00'))).toEqual(['2026-11-10 10:00'])
  })
})
