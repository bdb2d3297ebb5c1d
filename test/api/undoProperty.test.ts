import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { activities, newest } from './activityHarness.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { rawLedger } from './rawLedger.ts'
import { aMember, anIdNo, anOrganization } from './samples.ts'

/** Everything the records say, without what only counts or times writes; what an undo left in the trash is not there. */
const tables: Readonly<Record<string, string>> = {
  members: 'select * from members where deleted_at is null or id in (select value from json_each(@ids))',
  organizations:
    'select * from organizations where deleted_at is null or id in (select value from json_each(@ids))',
  events: `select v.* from organization_events v join organizations o on o.id = v.organization_id
    where o.deleted_at is null or o.id in (select value from json_each(@ids))`,
  overrides: 'select * from finding_overrides',
  searchKeys: `select k.key, m.id from member_search_keys k join members m on m.seq = k.seq
    where m.deleted_at is null or m.id in (select value from json_each(@ids))`,
  findings: `select f.* from member_findings f join members m on m.id = f.member_id where m.deleted_at is null`,
}
const bookkeeping = new Set(['version', 'updated_at', 'created_at'])

/** The order of the tree runs past what lies in the trash. */
const isSaid = (row: Readonly<Record<string, unknown>>, column: string) =>
  !bookkeeping.has(column) && (column !== 'tree_order' || row['deleted_at'] === null)

type Dump = Readonly<Record<string, readonly string[]>>

/** `ids`: records of the start, compared even when they lie in the trash. Ends the office. */
async function dump(
  office: StandardOffice,
  ids: readonly string[] | null,
): Promise<{ dump: Dump; ids: string[] }> {
  const raw = await rawLedger(office)
  const all = raw
    .prepare('select id from members union select id from organizations')
    .pluck()
    .all()
    .map(String)
  const params = { ids: JSON.stringify(ids ?? all) }
  const rows = Object.entries(tables).map(([name, sql]) => {
    const params_ = sql.includes('@ids') ? [params] : []
    const found = raw
      .prepare<unknown[], Record<string, unknown>>(sql)
      .all(...params_)
      .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => isSaid(row, column))))
    return [name, found.toSorted()] as const
  })
  return { dump: Object.fromEntries(rows), ids: all }
}

/** Rows of one that the other has not. */
function differences(before: Dump, after: Dump): readonly string[] {
  return Object.keys(tables).flatMap((table) => {
    const [old, now] = [before[table] ?? [], after[table] ?? []]
    return [
      ...old.filter((row) => !now.includes(row)).map((row) => `${table} lost ${row}`),
      ...now.filter((row) => !old.includes(row)).map((row) => `${table} gained ${row}`),
    ]
  })
}

interface Step {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly c: number
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(14),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
})

/** Members moved, organisations made, moved and ended: what an undo out of order may trip over. */
const structural: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(4, 4, 5, 6, 8, 10, 11, 11, 12),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
})

const one = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

/** What a clerk may do, well or badly: refusals count as nothing done. */
function deeds(office: StandardOffice, startedAt: number) {
  let made = 0
  const attempt = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<void> => {
    const result = await office.core.call(route, input, office.session)
    if (!result.ok && result.error.code === 'INTERNAL') throw new Error(`${route} broke`)
  }
  const people = async () =>
    (
      await office.call('members.list', {
        organizationId: null,
        text: null,
        filters: [],
        sort: { field: 'name', descending: false },
        offset: 0,
        limit: 200,
      })
    ).rows
  const places = async () => (await office.call('organizations.tree', { includeEnded: true })).nodes
  const change = { happenedOn: office.clock.today(), docNo: null, reason: '调整' }

  return async ({ what, a, b, c }: Step): Promise<void> => {
    const members = await people()
    const organizations = await places()
    const branches = organizations.filter(({ type }) => type === 'ZB')
    const member = one(members, a)
    const organization = one(organizations, a)
    const branch = one(branches, b)
    if (!member || !organization || !branch) return
    const { id, version } = member
    const at = { id: organization.id, version: organization.version }
    const fields = [
      { education: one(['11', '21', '31'], c) ?? null },
      { name: one(['赵一', '钱二', '孙 三'], c) ?? '周四', formerName: one([null, '吴五'], b) ?? null },
      { mobile: one([null, '13812345678'], c) ?? null, address: '春晖小区7号楼' },
      { organizationId: branch.id, groupId: null },
      { idNo: anIdNo('1975-03-03', (c % 5) * 2 + 1) },
      { regularOn: null, remark: `第${c}次`, skills: c % 2 === 0 ? [] : ['1', '2'] },
    ]
    made += 1
    switch (what) {
      case 0:
      case 1:
      case 2:
      case 3:
        return attempt('members.update', { id, version, fields: one(fields, b + what) ?? {} })
      case 4:
        return attempt('members.applyBulk', {
          members: members.slice(0, 3).map((each) => ({ id: each.id, version: each.version })),
          change: { field: 'organizationId', value: branch.id },
        })
      case 5:
        return attempt('members.trash', { members: [{ id, version }], reason: '误登' })
      case 6: {
        const { rows } = await office.call('trash.list', { kind: null, offset: 0, limit: 50 })
        const trashed = one(rows, a)
        if (trashed) await attempt('trash.restore', { items: [{ kind: trashed.kind, id: trashed.id }] })
        return
      }
      case 7:
        return attempt('members.create', {
          fields: aMember({
            organizationId: branch.id,
            name: `新人${made}`,
            idNo: anIdNo('1985-05-05', made),
          }),
        })
      case 8:
        return attempt('organizations.create', {
          parentId: organization.id,
          fields: anOrganization({ shortName: `新支部${made}`, type: c % 3 === 0 ? 'XZ' : 'ZB' }),
        })
      case 9:
        return attempt('organizations.update', {
          ...at,
          fields: { shortName: `改名${c}`, fullName: `中共改名${c}`, code: c % 2 === 0 ? null : `9${c}` },
        })
      case 10:
        return attempt('organizations.move', { ...at, ...change, parentId: one(organizations, b)?.id ?? '' })
      case 11: {
        const ending = one(branches, a)
        if (ending) {
          const target = { id: ending.id, version: ending.version, ...change }
          if (c % 2 === 0) await attempt('organizations.dissolve', { ...target, membersTo: branch.id })
          else await attempt('organizations.merge', { ...target, intoId: branch.id })
        }
        return
      }
      case 12:
        return attempt('organizations.trash', { ...at, reason: '误建' })
      case 13: {
        const { findings } = await office.call('members.get', { id })
        const finding = one(findings, b)
        if (!finding) return
        const target = { subject: 'member', subjectId: id, code: finding.code } as const
        if (finding.overriddenReason === null)
          return attempt('findings.override', { ...target, reason: `原因${c}` })
        return attempt('findings.withdrawOverride', target)
      }
      default: {
        // The newest write is taken back, or done again.
        const [last] = await activities(office, { limit: 1 })
        if (last && last.seq > startedAt) await attempt('activity.undo', { seq: last.seq })
      }
    }
  }
}

it(
  'whatever was done, taking it back newest first leaves every record as it was',
  { timeout: 120_000 },
  async () => {
    const start = await dump(await aStandardOffice(), null)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const office = await aStandardOffice()
        const startedAt = (await newest(office)).seq
        const act = deeds(office, startedAt)
        for (const each of steps) await act(each)
        const done = (await activities(office, { limit: 200 })).filter(({ seq }) => seq > startedAt)
        for (const { seq, undoes } of done) {
          const now = (await activities(office, { limit: 200 })).find((entry) => entry.seq === seq)
          if (undoes === null && now?.undone === null) await office.call('activity.undo', { seq })
        }
        expect((await office.call('system.verify', {})).audit.ok).toBe(true)
        expect(differences(start.dump, (await dump(office, start.ids)).dump)).toEqual([])
      }),
      { numRuns: 15, endOnFailure: true },
    )
  },
)

/** What must hold whatever was done: rows that break it. */
const broken: Readonly<Record<string, string>> = {
  'a member outside a living branch': `select m.name from members m join organizations o on o.id = m.organization_id
    where m.deleted_at is null and (o.type <> 'ZB' or o.deleted_at is not null or o.status in ('dissolved', 'merged'))`,
  'a member in a group that is gone or another branch’s': `select m.name from members m join organizations g on g.id = m.group_id
    where m.deleted_at is null
      and (g.parent_id <> m.organization_id or g.deleted_at is not null or g.status in ('dissolved', 'merged'))`,
  'an organisation under one in the trash': `select o.short_name from organizations o join organizations p on p.id = o.parent_id
    where o.deleted_at is null and p.deleted_at is not null`,
  'a living organisation under an ended one': `select o.short_name from organizations o join organizations p on p.id = o.parent_id
    where o.deleted_at is null and o.status = 'active' and p.status in ('dissolved', 'merged')`,
  'a name given twice': `select short_name from organizations
    where deleted_at is null and status = 'active' and type <> 'XZ' group by short_name having count(*) > 1`,
  'a record that points nowhere': 'select "table" from pragma_foreign_key_check',
}

it('taking back whatever, in whatever order, never breaks what must hold', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(structural, { minLength: 6, maxLength: 16 }),
      fc.array(fc.nat(12), { minLength: 6, maxLength: 12 }),
      async (steps, undos) => {
        const office = await aStandardOffice()
        const act = deeds(office, (await newest(office)).seq)
        for (const each of steps) await act(each)
        for (const at of undos) {
          const entry = one(await activities(office, { limit: 200 }), at)
          const seq = entry?.seq ?? 0
          const result = await office.core.call('activity.undo', { seq }, office.session)
          expect(result.ok || result.error.code).toSatisfy((code) => code === true || code === 'CONFLICT')
        }
        const raw = await rawLedger(office)
        for (const [what, sql] of Object.entries(broken))
          expect([what, raw.prepare(sql).all()]).toEqual([what, []])
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
})
