import type Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { expectSound, ofTable, raw, rows, run, salvageSample } from './salvageSample.ts'

const sample = salvageSample()
const { damaged } = sample

describe('files of 发展党员', () => {
  /** A copy of the sample that `change` has been at, as damage would leave it. */
  function changed(change: (sqlite: Sqlite.Database) => void): string {
    const file = damaged([])
    const sqlite = raw(file)
    sqlite.pragma('foreign_keys = OFF')
    change(sqlite)
    sqlite.close()
    return file
  }

  it('come with every byte of their scans', () => {
    const from = changed((sqlite) => {
      const id = sqlite.prepare('select id from development_files limit 1').pluck().get()
      const content = sqlite.prepare('insert into attachment_contents (sha256, content) values (?, ?)')
      const scan =
        sqlite.prepare(`insert into attachments (id, subject, subject_id, slot, name, media_type, bytes, sha256,
        position, version, created_at, updated_at) values (?, 'developmentFile', ?, 'M1', '申请书', 'image/jpeg', 70000, ?, 1, 1, '', '')`)
      for (let n = 0; n < 11; n += 1) {
        content.run(`sha-${n}`, Buffer.alloc(70_000, n))
        scan.run(`scan-${n}`, id, `sha-${n}`)
      }
    })
    const { to, salvaged } = run(from)
    expect(ofTable(salvaged, 'attachments')).toMatchObject({ saved: 11, lost: 0 })
    expect(ofTable(salvaged, 'attachment_contents')).toMatchObject({ saved: 11, lost: 0 })
    expect(rows(to, 'attachment_contents')).toEqual(rows(from, 'attachment_contents'))
    expectSound(to)
  })

  it('outlive the row of their member, and a booklet the file it was issued for', () => {
    const count = (file: string, sql: string) => {
      const sqlite = raw(file)
      const n = Number(sqlite.prepare(sql).pluck().get())
      sqlite.close()
      return n
    }
    const [files, forms] = [
      'select count(*) from development_files',
      'select count(*) from application_forms',
    ]
    const before = count(sample.file(), files)
    const formsBefore = count(sample.file(), forms)
    const from = changed((sqlite) => {
      sqlite.exec(`delete from members where id in (select member_id from development_files);
        delete from development_files where id in (select file_id from application_forms limit 1)`)
    })
    const { to } = run(from)
    expect(count(sample.file(), `${files} where member_id is not null`)).toBeGreaterThan(0)
    expect(count(to, files)).toBe(count(from, files))
    expect(count(from, files)).toBeLessThanOrEqual(before)
    expect(formsBefore).toBeGreaterThan(0)
    expect(count(to, forms)).toBe(formsBefore)
    expectSound(to)
  })
})
