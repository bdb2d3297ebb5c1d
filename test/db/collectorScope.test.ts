import { describe, expect, it } from 'vitest'
import {
  addMemberRow,
  addOrganization,
  aStreetLedger,
  aWriter,
  lastChanges,
  run,
  type TestLedger,
} from './auditLedger.ts'

describe('a writer tied to one organisation', () => {
  const east = (test: TestLedger) => test.ledger.as(aWriter({ scopeRoot: 'east' }))
  const outside = '管理范围以外'

  it.each([
    ['a member of another community', "update members set grid_no = '7' where id = 'm2'", outside],
    ['a member moved away', "update members set organization_id = 'west1' where id = 'm1'", outside],
    [
      'a member taken from elsewhere',
      "update members set organization_id = 'east1' where id = 'm2'",
      outside,
    ],
    ['another community', "update organizations set address = '1' where id = 'west'", outside],
    ['what is above', "update organizations set address = '1' where id = 'street'", outside],
    [
      'a branch taken from elsewhere',
      "update organizations set parent_id = 'east' where id = 'west1'",
      outside,
    ],
    ['a branch given away', "update organizations set parent_id = 'west' where id = 'east1'", outside],
    [
      'the whole street hung below',
      "update organizations set parent_id = 'east' where id = 'street'",
      outside,
    ],
    ['its own place', "update organizations set parent_id = 'west' where id = 'east'", outside],
    ['its own status', "update organizations set status = 'dissolved' where id = 'east'", '街道党工委办理'],
    ['deleting elsewhere', "delete from members where id = 'm2'", outside],
  ])('does not write: %s', (_, statement, messageZh) => {
    const test = aStreetLedger()
    addMemberRow(test.db, 'm2', 'west1', 3)
    const scoped = east(test)
    const { read } = scoped
    const before = JSON.stringify([
      read.sql.all('select * from members'),
      read.sql.all('select * from organizations'),
    ])
    const attempt = () => scoped.write(run("update members set grid_no = '1' where id = 'm1'", statement))
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN', messageZh: expect.stringContaining(messageZh) }),
    )
    expect(
      JSON.stringify([read.sql.all('select * from members'), read.sql.all('select * from organizations')]),
    ).toBe(before)
    expect(test.ledger.auditHead().seq).toBe(7)
  })

  it('does not even look outside: the note is refused', () => {
    const test = aStreetLedger()
    expect(() =>
      east(test).write((tx) =>
        tx.audit.note({ kind: 'member', recordId: 'm2', name: null, organizationId: 'west1' }),
      ),
    ).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  })

  it('writes within it: fields of its own, new branches, their members, also what follows elsewhere', () => {
    const test = aStreetLedger()
    const db = east(test)
    addOrganization(db, 'east2', 'east')
    addMemberRow(db, 'm3', 'east2', 5)
    db.write(
      run(
        "update organizations set address = '东环路' where id = 'east'",
        "update members set organization_id = 'east2' where id = 'm1'",
        "update organizations set tree_order = tree_order + 1 where id = 'west'",
      ),
    )
    expect(lastChanges(test).map((change) => change.recordId)).toEqual(['east', 'm1'])
    expect(db.read.scope).toEqual(['east', 'east1', 'east2'])
  })

  it('has its scope cut anew after each write', () => {
    const test = aStreetLedger()
    const db = east(test)
    expect(db.read.scope).toEqual(['east', 'east1'])
    addOrganization(db, 'east2', 'east')
    expect(db.read.scope).toEqual(['east', 'east1', 'east2'])
  })
})
