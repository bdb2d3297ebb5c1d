import type { HeldMonths } from '#shared/domain/meetings/dutyMonths.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import type { MatterKind } from '#shared/domain/meetings/votes.ts'
import { committeePositions } from '#shared/domain/posts.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'
import { andInScope, isInScope } from './scope.ts'

export interface BranchMonths extends HeldMonths {
  readonly organizationId: string
}

const oneOf = (id: string | null, column: string) => (id === null ? '' : ` and ${column} = @organizationId`)
const named = (id: string | null) => (id === null ? {} : { organizationId: id })

/** What was held over a year, by branch; of one branch, or of all in reach. */
export function listHeldMonths(
  db: ReadDb,
  year: number,
  organizationId: string | null,
): readonly BranchMonths[] {
  const mine = andInScope(db, 'organization_id')
  return db.sql.all<BranchMonths>(
    `select organization_id as organizationId, kind, group_id as groupId, final_months as finalMonths,
       draft_months as draftMonths
     from meeting_years where year = @year${oneOf(organizationId, 'organization_id')}${mine.sql}`,
    { year, ...named(organizationId), ...mine.params },
  )
}

export interface PostSpan {
  readonly organizationId: string
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | null
}

const members = committeePositions.filter((position) => position !== 'SJ' && position !== 'FSJ')

/** When somebody sat on a committee beside 书记 and 副书记, as far as it touches a year; by branch, oldest first. */
export function listCommitteeSpans(
  db: ReadDb,
  year: number,
  organizationId: string | null,
): readonly PostSpan[] {
  const mine = andInScope(db, 'organization_id')
  return db.sql.all<PostSpan>(
    `select organization_id as organizationId, from_on as fromOn, to_on as toOn from posts
     where deleted_at is null and is_part_time = 0 and position in (${members.map((each) => `'${each}'`).join(', ')})
       and from_on <= @last and (to_on is null or to_on > @first)${oneOf(organizationId, 'organization_id')}${mine.sql}
     order by organization_id, from_on`,
    { first: `${year}-01-01`, last: `${year}-12-31`, ...named(organizationId), ...mine.params },
  )
}

export interface SecretaryPost {
  readonly id: string
  readonly organizationId: string
  readonly personName: string
  readonly memberId: string | null
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
}

/** Everybody who is or was 书记, by branch, oldest first; of one organisation, or of all in reach. */
export function listSecretaryPosts(db: ReadDb, organizationId: string | null): readonly SecretaryPost[] {
  const mine = andInScope(db, 'organization_id')
  return db.sql.all<SecretaryPost>(
    `select id, organization_id as organizationId, person_name as personName, member_id as memberId, from_on as fromOn,
       to_on as toOn
     from posts
     where deleted_at is null and position = 'SJ'${oneOf(organizationId, 'organization_id')}${mine.sql}
     order by organization_id, from_on, id`,
    { ...named(organizationId), ...mine.params },
  )
}

export interface HeldMeeting {
  readonly id: string
  readonly version: number
  readonly kinds: string
  readonly title: string
  readonly heldOn: DateOnly
  readonly groupId: string | null
  readonly isFinal: 0 | 1
  readonly isSecretaryLecturing: 0 | 1 | null
  readonly lifeYear: number | null
}

/** Of one branch: those held in a year, and those held for it in another; oldest first. */
export function listHeldMeetings(db: ReadDb, organizationId: string, year: number): readonly HeldMeeting[] {
  if (!isInScope(db, organizationId)) return []
  return db.sql.all<HeldMeeting>(
    `select id, version, kinds, title, held_on as heldOn, group_id as groupId, status = 'final' as isFinal,
       is_secretary_lecturing as isSecretaryLecturing, life_year as lifeYear
     from meetings
     where organization_id = @organizationId and deleted_at is null
       and (life_year = @year or (held_on >= @first and held_on < @next))
     order by held_on, start_time, id`,
    { organizationId, year, first: `${year}-01-01`, next: `${year + 1}-01-01` },
  )
}

export interface HeldMatter {
  readonly id: string
  readonly meetingId: string
  readonly section: MeetingKind
  readonly kind: MatterKind
  readonly should: number | null
  readonly present: number | null
  readonly agreed: number | null
  readonly agreedInWriting: number | null
  readonly against: number | null
  readonly abstained: number | null
  readonly isSecret: 0 | 1 | null
  readonly isPassed: 0 | 1 | null
}

/** What was on the agenda of these meetings. The caller has seen to the scope. */
export function listMattersOf(db: ReadDb, meetingIds: readonly string[]): readonly HeldMatter[] {
  return db.sql.all<HeldMatter>(
    `select id, meeting_id as meetingId, section, matter as kind, should, present, agreed, agreed_in_writing as agreedInWriting,
       against, abstained, is_secret as isSecret, is_passed as isPassed
     from meeting_items where meeting_id in (select value from json_each(@ids)) order by meeting_id, position`,
    { ids: JSON.stringify(meetingIds) },
  )
}

export interface HeldRoll {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly heldOn: DateOnly
  readonly kinds: string
  readonly roll: string | null
  readonly isCounted: 0 | 1
}

/** Final meetings of one branch and year with their rolls; `isCounted` where 应到 is known without one. */
export function listRolls(db: ReadDb, organizationId: string, year: number): readonly HeldRoll[] {
  if (!isInScope(db, organizationId)) return []
  return db.sql.all<HeldRoll>(
    `select id, version, title, held_on as heldOn, kinds, roll, should is not null or present is not null as isCounted
     from meetings
     where organization_id = @organizationId and held_on >= @first and held_on < @next and deleted_at is null
       and status = 'final'
     order by held_on, start_time, id`,
    { organizationId, first: `${year}-01-01`, next: `${year + 1}-01-01` },
  )
}
