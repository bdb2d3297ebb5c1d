import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { activities, everything } from './activityHarness.ts'
import { fromList } from './backupSamples.ts'
import { ledgerKey } from './ledgerKey.ts'
import { readTables } from './ledgerCopy.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { openRaw } from './rawLedger.ts'
import { aBallotPlace, aBatch, type BallotPlace } from './reviewBallotsHarness.ts'
import { tempDir, testAdministrator, testUser } from './testCore.ts'

/** Every page of a database without its encryption, free space and all. */
async function plainPages(files: readonly string[], dataDir: string): Promise<string> {
  const dir = tempDir()
  for (const file of files)
    if (existsSync(file)) copyFileSync(file, join(dir, file.endsWith('-wal') ? 'a.db-wal' : 'a.db'))
  const raw = openRaw(join(dir, 'a.db'), await ledgerKey(dataDir))
  raw.pragma('journal_mode = DELETE')
  raw.pragma(`rekey = ''`)
  raw.close()
  return readFileSync(join(dir, 'a.db')).toString('latin1')
}

const ledgerOf = ({ dataDir }: StandardOffice) =>
  ['ledger.db', 'ledger.db-wal'].map((name) => join(dataDir, name))

/** Marks nothing else in the database says. */
const sheets = Array.from({ length: 40 }, (_, index) => [`61.${10 + index}`, `62.${10 + index}`, '好'])
const traces = sheets.flat().filter((cell) => cell !== '好')
const seenIn = (text: string) => traces.filter((trace) => text.includes(`"${trace}"`))

/** Two people on each sheet, with long words, so that pages split and are joined again. */
async function keyAll(office: StandardOffice, place: BallotPlace, id: string): Promise<void> {
  for (const [caller, pass] of [
    [office.as.street, 1],
    [office.as.east, 2],
  ] as const)
    for (const [index, cells] of sheets.entries())
      await caller.call('reviewBallots.key', {
        id,
        pass,
        place: index + 1,
        lines: [place.first, place.second].map((subjectId) => ({
          subjectId,
          cells,
          opinion: `意见${(index * 7) % 40}：${'多到支部走一走。'.repeat(40)}`,
        })),
      })
}

async function aKeyedBatch() {
  const office = await aStandardOffice({ withoutWest: true })
  const place = await aBallotPlace(office, office.east)
  const papers = { issued: sheets.length, returned: sheets.length }
  const { id, version } = await office.as.street.call('reviewBallots.open', {
    fields: aBatch(place, {
      subjects: [
        { subjectId: place.first, ...papers },
        { subjectId: place.second, ...papers },
      ],
    }),
  })
  await keyAll(office, place, id)
  return { office, place, id, version }
}

/** Texts of everything the log says: entries, changes, with the values kept for undoing. */
async function logOf(office: StandardOffice): Promise<string> {
  const tables = await readTables(office.dataDir)
  return JSON.stringify(
    Object.entries(tables).filter(([name]) => name.startsWith('audit_') || name === 'workspace_items'),
  )
}

describe('REV-06: nobody can find out who marked what', () => {
  it('a closed batch leaves no mark, no place and no keyer: in no table, no page, no write-ahead log, no entry', async () => {
    const { office, id, version } = await aKeyedBatch()
    // So that the test could fail: while the batch is open the marks are there.
    expect(seenIn(await plainPages(ledgerOf(office), office.dataDir))).toHaveLength(traces.length)
    expect(seenIn(await logOf(office))).toEqual([])
    await office.as.street.call('reviewBallots.close', { id, version })
    expect(statSync(join(office.dataDir, 'ledger.db-wal')).size).toBe(0)
    const pages = await plainPages(ledgerOf(office), office.dataDir)
    expect(pages).toContain('review_keyings')
    expect(seenIn(pages)).toEqual([])
    const tables = await readTables(office.dataDir)
    expect(tables['review_keyings']).toEqual([])
    expect(tables['review_batches']?.map((row) => [row['first_keyer_id'], row['second_keyer_id']])).toEqual(
      tables['review_batches']?.map(() => [null, null]),
    )
    const text = JSON.stringify(tables)
    expect(traces.filter((trace) => text.includes(trace))).toEqual([])
    // The words of opinions lie in their own order, not in that of the pile.
    const words = (tables['review_opinions'] ?? []).map((row) => `${row['subject_id']} ${row['words']}`)
    expect(words).toHaveLength(80)
    for (const of of Map.groupBy(words, (word) => word.split(' ')[0]).values())
      expect(of).toEqual(of.toSorted())
  })

  it('the log says that a batch was opened and closed, and nothing of who keyed it or what', async () => {
    const { office, id, version } = await aKeyedBatch()
    const { street, auditor } = office.as
    const entries = async () =>
      (await auditor.call('audit.list', { ...everything, limit: 8, route: null })).rows
    const opened = await entries()
    await street.call('reviewBallots.close', { id, version })
    const [closed, ...before] = await entries()
    expect(before.map(({ seq }) => seq)).toEqual(opened.slice(0, 7).map(({ seq }) => seq))
    expect(closed?.route).toBe('reviewBallots.close')
    expect(before.filter(({ route }) => route === 'reviewBallots.key')).toEqual([])
    const log = await logOf(office)
    expect(seenIn(log)).toEqual([])
    expect(log).not.toMatch(/_keyer_id|"marks"|多到支部/)
    const [last] = await activities(street, { limit: 1 })
    expect(last?.notUndoable).toContain('不能从这里撤销')
    await expect(street.call('activity.undo', { seq: last?.seq ?? 0 })).rejects.toMatchObject({
      messageZh: expect.stringContaining('不能从这里撤销'),
    })
  })

  it('a backup holds no ballot of an open batch; after a restore the clerk is told to key it again', async () => {
    const { office, id } = await aKeyedBatch()
    const { administrator, street } = office.as
    const { local } = await administrator.call('backup.make', { jobId: null })
    const parts = unzipSync(readFileSync(join(office.dataDir, 'backups', local.id)))
    const copy = join(tempDir(), 'copy.db')
    writeFileSync(copy, parts['ledger.db'] ?? '')
    const pages = await plainPages([copy], office.dataDir)
    expect(pages).toContain('review_keyings')
    expect(seenIn(pages)).toEqual([])
    expect(JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      counts: { review_keyings: 0 },
    })
    const { setAside } = await administrator.call('backup.restore', {
      source: fromList(local),
      ownPassword: testAdministrator.password,
      jobId: null,
    })
    // Nor do the data of before that are set aside.
    expect(seenIn(await plainPages([join(setAside ?? '', 'ledger.db')], office.dataDir))).toEqual([])
    await street.call('accounts.signIn', { user: testUser.user, password: testUser.password })
    const restored = await street.call('reviewBallots.get', { id })
    expect(restored.passes.map(({ sheets }) => sheets)).toEqual([0, 0])
    expect(restored.whyNotClosed).toContain('录入的票不进备份，请按原票重新录入')
    // Whoever is there may begin anew.
    expect(restored.passes.map(({ whyNot }) => whyNot)).toEqual([null, null])
  })
})
