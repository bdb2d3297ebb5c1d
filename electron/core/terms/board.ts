import type { ReadDb } from '#db/database.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { TermRow } from '#shared/contract/terms.ts'
import { hasTerm, isEnded } from '#shared/domain/organizationKinds.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import { termStates } from '#shared/domain/terms.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Committee, type Committees, readCommittees } from '../records/committees.ts'
import { oldSecretaryName } from '../records/contacts.ts'
import { kindOf } from '../records/organizationKind.ts'
import { standingOf } from './rows.ts'

const troubleCodes = ['ORG-53', 'POST_LEFT'] as const

interface Placed {
  readonly row: TermRow
  readonly codes: ReadonlySet<string>
}

/** Organisations with terms, the most urgent first, those of one state by their due day. */
export function listTermsDue(
  db: ReadDb,
  { state, trouble, organizationId, offset, limit }: RouteInput<'terms.list'>,
  today: DateOnly,
): RouteOutput<'terms.list'> {
  const inside = organizationId === null ? null : new Set(subtreeIds(db, organizationId))
  const committees = readCommittees(db, today, null)
  const placed = committees.all
    .filter(({ row }) => !isEnded(row) && row.status !== 'planned' && hasTerm(kindOf(row)))
    .filter(({ row }) => inside === null || inside.has(row.id))
    .map((committee) => place(committee, committees, today))
  const order = new Map(termStates.map((each, index) => [each, index]))
  const shown = placed
    .filter(
      ({ row, codes }) => (state === null || row.state === state) && (trouble === null || codes.has(trouble)),
    )
    .map(({ row }) => row)
    .toSorted(
      (a, b) =>
        (order.get(a.state) ?? 0) - (order.get(b.state) ?? 0) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0),
    )
  const count = (of: (each: Placed) => boolean) => placed.filter(of).length
  const counts = { overdue: 0, oneMonth: 0, threeMonths: 0, sixMonths: 0, extended: 0, normal: 0, unknown: 0 }
  for (const { row } of placed) counts[row.state] += 1
  return {
    rows: shown.slice(offset, offset + limit),
    total: shown.length,
    counts,
    troubles: {
      'ORG-53': count(({ codes }) => codes.has('ORG-53')),
      POST_LEFT: count(({ codes }) => codes.has('POST_LEFT')),
    },
  }
}

function place(committee: Committee, { tree }: Committees, today: DateOnly): Placed {
  const { row, running, posts, findings } = committee
  const open = findings.posts.filter(({ overriddenReason }) => overriddenReason === null)
  const codes = new Set(open.map(({ code }) => code))
  const above = tree.parentOf(row)
  const secretary = posts.find((post) => post.position === 'SJ' && isHeldOn(post, today))
  const { state, daysLeft } = standingOf(committee, today)
  return {
    codes,
    row: {
      organizationId: row.id,
      organizationName: row.shortName,
      organizationType: kindOf(row).type,
      aboveName: above === null ? '' : (tree.get(above)?.shortName ?? ''),
      termNo: running?.termNo ?? null,
      fromOn: running?.fromOn ?? null,
      dueOn: running?.dueOn ?? null,
      extendedTo: running?.extendedTo ?? null,
      state,
      daysLeft,
      secretaryName: secretary?.personName ?? oldSecretaryName(committee),
      troublesZh: troubleCodes.filter((code) => codes.has(code)).map((code) => findingTitle(code)),
    },
  }
}
