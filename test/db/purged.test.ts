import { expect, it } from 'vitest'
import { purgeMembers } from '#db/queries/purge.ts'
import { addMemberRow, addStreet, aLedger, raw } from './auditLedger.ts'

const numberOf = (n: number) => `139${String(n).padStart(8, '0')}`

it('nothing of purged records is left in the file, not in pages that were freed either', () => {
  const test = aLedger()
  addStreet(test.db)
  const ids = Array.from({ length: 200 }, (_, n) => `m${n}`)
  for (const [n, id] of ids.entries()) addMemberRow(test.db, id, 'east1', 2 * n + 1)
  test.db.write((tx) => {
    for (const [n, id] of ids.entries())
      tx.sql.run('update members set mobile = @mobile, address = @address where id = @id', {
        id,
        mobile: numberOf(n),
        address: `东环新苑 ${n} 号楼`,
      })
  })
  test.db.write((tx) => {
    tx.audit.purging()
    purgeMembers(tx, ids.slice(1))
  })
  test.ledger.close()
  const sqlite = raw(test.file)
  const dump = sqlite.serialize().toString('utf8')
  sqlite.close()
  expect(dump).toContain(numberOf(0))
  expect(ids.flatMap((_, n) => (n > 0 && dump.includes(numberOf(n)) ? n : []))).toEqual([])
  expect(dump.match(/东环新苑 \d+ 号楼/g)).toEqual(expect.arrayContaining(['东环新苑 0 号楼']))
  expect(new Set(dump.match(/东环新苑 \d+ 号楼/g))).toEqual(new Set(['东环新苑 0 号楼']))
})
