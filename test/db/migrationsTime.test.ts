import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { tempDir } from '../api/testCore.ts'
import { key, migrationsDir, raw } from './auditLedger.ts'
import { insertOldRow, migrateOldTo } from './oldDatabase.ts'

type Row = Readonly<Record<string, string | number | null>>

/** The file as the build before wrote it, with these members in one branch and its group. */
function aFileOfBefore(members: readonly Row[]): string {
  const file = join(tempDir(), 'ledger.db')
  const sqlite = raw(file)
  migrateOldTo(sqlite, 5)
  sqlite.pragma('foreign_keys = ON')
  const organization = { parent_id: null, merged_into_id: null, deleted_at: null, status: 'active' }
  insertOldRow(sqlite, 'organizations', 1, { ...organization, id: 'o1', type: 'ZB', code: 'a' })
  insertOldRow(sqlite, 'organizations', 2, {
    ...organization,
    id: 'g1',
    parent_id: 'o1',
    type: 'XZ',
    code: 'b',
  })
  members.forEach((member, n) =>
    insertOldRow(sqlite, 'members', n + 1, {
      organization_id: 'o1',
      group_id: null,
      id_no: `number ${n}`,
      party_status: 'ZC',
      party_status_kind: null,
      party_status_on: null,
      party_status_doc: null,
      person_type: '1',
      regular_on: '1991-01',
      joined_on: '1990-01-01',
      join_kind: '1',
      entered_on: null,
      entered_kind: null,
      deleted_at: null,
      deleted_reason: null,
      created_at: '2026-10-01T02:00:00.000Z',
      updated_at: '2026-10-02T02:00:00.000Z',
      ...member,
    }),
  )
  sqlite.close()
  return file
}

function upgraded(file: string): Readonly<Record<string, readonly Row[]>> {
  openDatabase({
    file,
    key,
    create: false,
    migrationsDir,
    keepsHead: true,
    beforeUpgrade: () => undefined,
  }).close()
  const sqlite = raw(file)
  const of = (table: string) =>
    (sqlite.prepare(`select * from ${table} order by member_id`).all() as readonly Row[]).map(
      ({ id: _id, ...row }) => row,
    )
  const tables = {
    stays: of('memberships'),
    statuses: of('status_spells'),
    groups: of('group_spells'),
  }
  sqlite.close()
  return tables
}

const stay = {
  organization_id: 'o1',
  from_on: '1990-01-01',
  to_on: null,
  start_basis: 'joined',
  full_from: '1991-01',
  entered_by: '1',
  left_by: null,
  entered_doc: null,
  left_doc: null,
  entered_reason: null,
  left_reason: null,
  version: 1,
  created_at: '2026-10-01T02:00:00.000Z',
  updated_at: '2026-10-02T02:00:00.000Z',
}

it('everybody of before has a stay, a group and a status of before: whole rows', () => {
  const { stays, statuses, groups } = upgraded(
    aFileOfBefore([
      { id: 'm1', entered_on: '2019-05', entered_kind: '3', group_id: 'g1' },
      { id: 'm2' },
      { id: 'm3', joined_on: null, person_type: '2', regular_on: null },
      { id: 'm4', party_status: 'SW', party_status_on: '2024-03-01', group_id: 'g1' },
      { id: 'm5', party_status: 'ZCU', join_kind: '4' },
      {
        id: 'm6',
        party_status: 'LC',
        party_status_on: '2025-07',
        party_status_kind: 'LC-X',
        party_status_doc: '文',
      },
      { id: 'm7', deleted_at: '2026-10-03T02:00:00.000Z', deleted_reason: '录错' },
    ]),
  )
  expect(stays).toEqual([
    { ...stay, member_id: 'm1', from_on: '2019-05', start_basis: 'entered', entered_by: '3' },
    { ...stay, member_id: 'm2' },
    { ...stay, member_id: 'm3', from_on: '', start_basis: 'unknown', full_from: null, entered_by: null },
    { ...stay, member_id: 'm4', to_on: '2024-03-01', left_by: 'SW' },
    { ...stay, member_id: 'm5', to_on: '', left_by: 'ZCU', entered_by: null },
    { ...stay, member_id: 'm6' },
    { ...stay, member_id: 'm7' },
  ])
  const spell = {
    organization_id: 'o1',
    kind: null,
    to_on: null,
    doc: null,
    reason: null,
    version: 1,
    created_at: stay.created_at,
    updated_at: stay.updated_at,
  }
  expect(statuses).toEqual([
    { ...spell, member_id: 'm4', status: 'SW', from_on: '2024-03-01' },
    { ...spell, member_id: 'm5', status: 'ZCU', from_on: '' },
    { ...spell, member_id: 'm6', status: 'LC', from_on: '2025-07', kind: 'LC-X', doc: '文' },
  ])
  expect(groups).toEqual([
    {
      member_id: 'm1',
      group_id: 'g1',
      from_on: '2019-05',
      to_on: null,
      version: 1,
      created_at: stay.created_at,
      updated_at: stay.updated_at,
    },
  ])
})
