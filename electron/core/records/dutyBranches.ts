import type { ReadDb } from '#db/database.ts'
import {
  type BranchMonths,
  listCommitteeSpans,
  listHeldMonths,
  type PostSpan,
} from '#db/queries/meetingDuties.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import { type DutyBranch, type DutyKind, dutyKinds, type Span } from '#shared/domain/meetings/duties.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { dateOnly, firstDay, lastDay } from '#shared/lib/dates.ts'
import type { OrganizationTree } from './organizationTree.ts'

export interface Because {
  readonly kind: DutyKind
  readonly because: string
}

/** A branch with what it owes by, and what was held over the year. */
export interface DutyPlace {
  readonly row: StoredOrganization
  readonly branch: DutyBranch
  readonly held: readonly BranchMonths[]
  /** Owed although no 支委会 or 党小组 is on record: its meetings are. */
  readonly evident: readonly Because[]
}

const always: Span = { from: null, to: null }

/** Branches below an organisation, or all in reach, that were there at some time of the year; in tree order. */
export function readDutyPlaces(
  db: ReadDb,
  tree: OrganizationTree,
  { organizationId, year }: { readonly organizationId: string | null; readonly year: number },
): readonly DutyPlace[] {
  const rows = organizationId === null ? tree.all : tree.subtree(organizationId)
  const branches = rows.filter((row) => row.type === 'ZB' && stoodIn(row, year))
  const one = branches.length === 1 ? (branches[0]?.id ?? null) : null
  const held = Map.groupBy(listHeldMonths(db, year, one), (each) => each.organizationId)
  const posts = Map.groupBy(listCommitteeSpans(db, year, one), (each) => each.organizationId)
  return branches.map((row) =>
    dutyPlace(
      row,
      tree.children(row.id).filter((each) => stoodIn(each, year)),
      held.get(row.id) ?? [],
      posts.get(row.id) ?? [],
    ),
  )
}

/** Neither planned only, nor ended before, nor founded after. */
function stoodIn(row: StoredOrganization, year: number): boolean {
  const { from, to } = existedOf(row)
  if (row.status === 'planned' || (isEnded(row) && to === null)) return false
  return (from === null || from <= `${year}-12-31`) && (to === null || to > `${year}-01-01`)
}

const existedOf = ({ foundedOn, endedOn }: StoredOrganization): Span => ({
  // A day nobody wrote down exactly is the latest it can be: nothing is owed for a time that is doubtful.
  from: foundedOn === null ? null : lastDay(foundedOn),
  to: endedOn,
})

function dutyPlace(
  row: StoredOrganization,
  below: readonly StoredOrganization[],
  held: readonly BranchMonths[],
  posts: readonly PostSpan[],
): DutyPlace {
  const wasHeld = (kind: DutyKind) => held.some((each) => each.kind === kind)
  const groups = below
    .filter((group) => group.type === 'XZ')
    .map((group) => ({ id: group.id, name: group.shortName, ...existedOf(group) }))
  const known = (row.committeeSeats ?? 0) >= 2 ? [always] : spansOf(posts)
  const isEvident = known.length === 0 && wasHeld('committeeMeeting')
  const hasUnnamedGroup = groups.length === 0 && wasHeld('groupMeeting')
  const evident: Because[] = []
  if (isEvident)
    evident.push({
      kind: 'committeeMeeting',
      because: '没有登记支委会职数和委员，但当年有支委会记录，按设有支委会计算',
    })
  if (hasUnnamedGroup)
    evident.push({
      kind: 'groupMeeting',
      because: '没有登记党小组，但当年有党小组会记录，按有党小组计算，不分组',
    })
  return {
    row,
    held,
    evident,
    branch: {
      existed: existedOf(row),
      committee: isEvident ? [always] : known,
      groups,
      hasUnnamedGroup,
      isTemporary: row.branchKind === 'LS',
    },
  }
}

/** Joined where one begins on the day another ends, or before. */
function spansOf(posts: readonly PostSpan[]): readonly Span[] {
  const spans: Span[] = []
  for (const { fromOn, toOn } of posts) {
    const span: Span = {
      from: fromOn === '' ? null : lastDay(fromOn),
      to: toOn === null ? null : firstDay(toOn),
    }
    const last = spans.at(-1)
    if (last === undefined || !reaches(last, span)) spans.push(span)
    else spans.splice(-1, 1, { from: last.from, to: later(last.to, span.to) })
  }
  return spans
}

const reaches = (a: Span, b: Span) => a.to === null || b.from === null || b.from <= a.to

const later = (a: Span['to'], b: Span['to']) => (a === null || b === null ? null : a > b ? a : b)

/** Why kinds are not owed at all in the year; `owed` are those that are. */
export function whyNotOwed(
  { row, branch }: DutyPlace,
  year: number,
  owed: ReadonlySet<DutyKind>,
): readonly Because[] {
  const isWhole =
    (branch.existed.from === null || branch.existed.from <= dateOnly(`${year}-01-01`)) &&
    (branch.existed.to === null || branch.existed.to > dateOnly(`${year}-12-31`))
  const part = '支部当年成立或终止，没有满一个应开的周期'
  const because = (kind: DutyKind): string => {
    if (kind === 'committeeMeeting' && branch.committee.length === 0)
      return row.committeeSeats === 1
        ? '没有设支委会（委员职数为 1）'
        : '没有设支委会（没有登记两名以上的职数，也没有登记书记、副书记以外的委员）'
    if (kind === 'groupMeeting' && branch.groups.length === 0 && !branch.hasUnnamedGroup) return '没有党小组'
    if (branch.isTemporary && (kind === 'organizationLife' || kind === 'appraisal'))
      return '临时党支部不单独召开组织生活会、开展民主评议党员'
    if (!isWhole) return part
    return kind === 'groupMeeting' ? '党小组当年成立或终止，没有满一个月' : '支委会当年产生，没有满一个月'
  }
  return dutyKinds.filter((kind) => !owed.has(kind)).map((kind) => ({ kind, because: because(kind) }))
}
