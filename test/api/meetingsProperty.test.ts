import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { activities } from './activityHarness.ts'
import { readTables, type Row } from './ledgerCopy.ts'
import { aFollowUp, aMeeting, anEntry, anItem, formOf } from './meetingHarness.ts'
import { aLifeMeeting } from './organizationLifeHarness.ts'
import { anOffice, type Office } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

interface Step {
  readonly what: number
  readonly a: number
  readonly b: number
}

const step: fc.Arbitrary<Step> = fc.record({ what: fc.nat(15), a: fc.nat(1000), b: fc.nat(1000) })

const one = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

const days = ['2026-10-31', '2026-11-10', '2025-12-30', '2026-01-05', '2024-02-29'].map(dateOnly)

const anyList: RouteInput<'meetings.list'> = {
  organizationId: null,
  from: null,
  to: null,
  kinds: [],
  status: null,
  check: null,
  onlyLate: false,
  text: null,
  offset: 0,
  limit: 500,
}

/** What a clerk may do with meetings, well or badly: refusals count as nothing done, a broken route does not. */
function deeds(office: Office) {
  const administrator = openCaller(office)
  const attempt = async <R extends RouteName>(route: R, input: RouteInput<R>, by = office.session) => {
    const result = await office.core.call(route, input, by)
    if (!result.ok && result.error.code === 'INTERNAL')
      throw new Error(`${route} broke: ${JSON.stringify(result.error)}`)
  }
  const formFor = (a: number, b: number) => {
    const kinds: MeetingKind[] = meetingKinds.filter((_, n) => (a >> n) % 2 === 1)
    if (kinds.length === 0) kinds.push('groupMeeting')
    return {
      organizationId: b % 3 === 0 ? office.otherBranchId : office.branchId,
      kinds,
      heldOn: one(days, b) ?? dateOnly('2026-11-10'),
      lifeYear: b % 2 === 0 ? 2025 : null,
    }
  }
  return async ({ what, a, b }: Step): Promise<void> => {
    const { rows } = await office.call('meetings.list', anyList)
    const row = one(rows, a)
    const at = row && { id: row.id, version: row.version }
    const [section = 'other'] = formFor(a, b).kinds
    switch (what) {
      case 0:
      case 1:
      case 2:
        return attempt('meetings.create', {
          fields: aMeeting(office.branchId, {
            ...formFor(a, b),
            items: [anItem({ section, title: `议题${a}` })],
            followUps: [aFollowUp({ what: `事项${b}` })],
            roll: a % 2 === 0 ? [anEntry(null, '甲'), anEntry(null, '乙', { state: 'absent' })] : null,
          }),
        })
      case 3:
      case 4:
      case 5: {
        if (!at) return
        const detail = await office.call('meetings.get', { id: at.id })
        const [item] = formOf(detail).items
        const more = b % 2 === 0 ? formFor(b, a) : { remark: `第${b}次` }
        const items = b % 4 === 0 || !item ? [] : [{ ...item, section, title: `改${b}` }]
        const followUps = b % 5 === 0 ? [] : [...formOf(detail).followUps.slice(1), aFollowUp()]
        return attempt('meetings.update', {
          ...at,
          fields: formOf(detail, { ...more, ...(b % 2 === 0 ? { items } : {}), followUps }),
          reason: a % 7 === 0 ? null : '更正',
        })
      }
      case 6:
      case 7:
        return at && attempt('meetings.finalize', at)
      case 8:
        return at && attempt('meetings.trash', { ...at, reason: '误录' })
      case 9: {
        const { rows: trashed } = await office.call('trash.list', { kind: null, offset: 0, limit: 50 })
        const found = one(trashed, b)
        return found && attempt('trash.restore', { items: [{ kind: found.kind, id: found.id }] })
      }
      case 10: {
        const { rows: open } = await office.call('meetings.followUps', {
          organizationId: null,
          subject: null,
          state: 'open',
          offset: 0,
          limit: 50,
        })
        const found = one(open, b)
        const closed = { closedOn: days[3] ?? null, result: null }
        return found && attempt('meetings.closeFollowUp', { id: found.id, version: found.version, ...closed })
      }
      case 11: {
        const { rows: lives } = await office.call('lifeMeetings.list', {
          organizationId: null,
          year: 2025,
          offset: 0,
          limit: 10,
        })
        const life = one(lives, b)
        const fields = aLifeMeeting({
          organizationId: b % 3 === 0 ? office.otherBranchId : office.branchId,
          year: a % 2 === 0 ? 2025 : 2024,
          meetingId: row?.id ?? null,
        })
        if (!life || a % 3 === 0) return attempt('lifeMeetings.create', { fields })
        const seen = { id: life.id, version: life.version }
        if (a % 3 === 1) return attempt('lifeMeetings.update', { ...seen, fields })
        return attempt('lifeMeetings.trash', { ...seen, reason: '误录' })
      }
      case 12: {
        if (b % 4 !== 0) return
        const { user, password } = testAdministrator
        await administrator.call('accounts.signIn', { user, password })
        const emptied = { kind: null, olderThanDays: 0, reason: '清理', ownPassword: password }
        return attempt('trash.empty', emptied, administrator.session)
      }
      default: {
        // Taken back, or done again, in whatever order.
        const entry = one(await activities(office, { limit: 12 }), what === 15 ? 0 : b)
        return entry && attempt('activity.undo', { seq: entry.seq })
      }
    }
  }
}

const text = (value: Row[string] | undefined) => String(value ?? '')
const yearOf = (heldOn: string) => Number(heldOn.slice(0, 4))

/** What `meeting_years` should say, worked out the plain way. */
function heldAnew(meetings: readonly Row[]): readonly string[] {
  const cells = new Map<string, { final: number; draft: number; meetings: number }>()
  for (const row of meetings.filter((each) => each['deleted_at'] === null))
    for (const kind of text(row['kinds']).split(',')) {
      const heldOn = text(row['held_on'])
      const isYearly = kind === 'organizationLife' || kind === 'appraisal'
      const year = isYearly ? Number(row['life_year'] ?? yearOf(heldOn)) : yearOf(heldOn)
      const group = kind === 'groupMeeting' ? text(row['group_id']) : ''
      const key = [year, row['organization_id'], kind, group].join(' ')
      const bit = isYearly ? 1 : 2 ** (Number(heldOn.slice(5, 7)) - 1)
      const was = cells.get(key) ?? { final: 0, draft: 0, meetings: 0 }
      const isFinal = row['status'] === 'final'
      cells.set(key, {
        final: isFinal ? was.final | bit : was.final,
        draft: isFinal ? was.draft : was.draft | bit,
        meetings: was.meetings + 1,
      })
    }
  return [...cells].map(([key, { final, draft, meetings: n }]) => `${key} ${final}/${draft} ${n}`).toSorted()
}

it('whatever is done to meetings, taken back and purged, in whatever order: the years follow, nothing hangs on nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
      const office = await anOffice()
      const act = deeds(office)
      for (const each of steps) await act(each)
      const tables = await readTables(office.dataDir)
      const meetings = tables['meetings'] ?? []
      const years = (tables['meeting_years'] ?? []).map((row) =>
        [
          [row['year'], row['organization_id'], row['kind'], row['group_id']].join(' '),
          `${row['final_months']}/${row['draft_months']} ${row['meetings']}`,
        ].join(' '),
      )
      expect(years.toSorted()).toEqual(heldAnew(meetings))
      const ids = new Set(meetings.map(({ id }) => id))
      const astray = (tables['follow_ups'] ?? []).filter((row) => !ids.has(row['subject_id'] ?? null))
      expect(astray).toEqual([])
      const branchOf = new Map(meetings.map((row) => [row['id'], row['organization_id']]))
      const elsewhere = (tables['follow_ups'] ?? []).filter(
        (row) => branchOf.get(row['subject_id'] ?? null) !== row['organization_id'],
      )
      expect(elsewhere).toEqual([])
      expect((await office.call('meetings.list', anyList)).total).toBe(
        meetings.filter((row) => row['deleted_at'] === null).length,
      )
      await office.core.close()
    }),
    { numRuns: 6, endOnFailure: true },
  )
}, 120_000)
