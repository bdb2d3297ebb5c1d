import type { ReadDb } from '#db/database.ts'
import {
  type HeldMatter,
  listHeldMeetings,
  listMattersOf,
  listSecretaryPosts,
} from '#db/queries/meetingDuties.ts'
import { findMeetingPlan } from '#db/queries/meetingPlans.ts'
import type { BranchCompliance } from '#shared/contract/meetingRows.ts'
import { dutiesOf, isGap, judgeDuty } from '#shared/domain/meetings/duties.ts'
import { monthsJudge } from '#shared/domain/meetings/dutyMonths.ts'
import type { MeetingFacts } from '#shared/domain/meetings/kinds.ts'
import { ballotOf } from '#shared/domain/meetings/itemBallot.ts'
import { lifeFindings } from '#shared/domain/meetings/lifeRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, dateOnly } from '#shared/lib/dates.ts'
import { readDutyPlaces, whyNotOwed } from './dutyBranches.ts'
import { kindsOf } from './meetingYears.ts'
import { type OrganizationTree, readOrganizationTree } from './organizationTree.ts'
import { hasSecretary } from './personToCall.ts'
import { readTalksWithout } from './talksWithout.ts'

/** LIFE-01 to LIFE-07 and LIFE-09 of a branch and a year; undefined for an organisation out of reach. */
export function readCompliance(
  db: ReadDb,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  today: DateOnly,
): BranchCompliance | undefined {
  const tree = readOrganizationTree(db)
  const row = tree.get(organizationId)
  if (row === undefined) return undefined
  const themeDay = findMeetingPlan(db, organizationId, year)?.themeDay ?? null
  const shown = { organizationId, organizationName: row.shortName, year, themeDay }
  const place = readDutyPlaces(db, tree, { organizationId, year }).find(
    (each) => each.row.id === organizationId,
  )
  if (place === undefined) return { ...shown, findings: [], notOwed: [], evident: [] }
  const meetings = readMeetingFacts(db, organizationId, year)
  const settings = defaultRuleSettings
  const owed = dutiesOf(place.branch, year)
  const lastDay = dateOnly(`${year}-12-31`)
  const { people, of } = readTalksWithout(db, { organizationId, year }, today)
  const findings = lifeFindings({
    year,
    duties: owed.map((duty) => judgeDuty(duty, meetings, today, settings['life.nearDays'])),
    isDecemberMissing: isDecemberMissing(db, tree, { organizationId, year }, today),
    meetings: meetings.filter(({ isFinal }) => isFinal),
    themeDay,
    hasSecretary: hasSecretary(
      row,
      listSecretaryPosts(db, organizationId),
      today < lastDay ? today : lastDay,
    ),
    talks: { without: people.length, of },
    today,
    settings,
  })
  return {
    ...shown,
    findings,
    notOwed: whyNotOwed(place, year, new Set(owed.map(({ kind }) => kind))),
    evident: place.evident,
  }
}

/** LIFE-02 of the last month of the year before; not of a year of which nothing is on record here. */
function isDecemberMissing(
  db: ReadDb,
  tree: OrganizationTree,
  { organizationId, year }: { readonly organizationId: string; readonly year: number },
  today: DateOnly,
): boolean {
  const before = { organizationId, year: year - 1 }
  const place = readDutyPlaces(db, tree, before).find(({ row }) => row.id === organizationId)
  const owed =
    place &&
    dutiesOf(place.branch, before.year).find(
      ({ kind, period }) => kind === 'committeeMeeting' && period.no === 12,
    )
  if (place === undefined || owed === undefined || place.held.length === 0) return false
  const judge = monthsJudge(today, defaultRuleSettings['life.nearDays'])
  return isGap(judge(owed, place.held))
}

/** What the rules ask of a branch's meetings of a year, drafts too; oldest first. */
export function readMeetingFacts(db: ReadDb, organizationId: string, year: number): readonly MeetingFacts[] {
  const held = listHeldMeetings(db, organizationId, year)
  const matters = Map.groupBy(
    listMattersOf(
      db,
      held.map(({ id }) => id),
    ),
    ({ meetingId }) => meetingId,
  )
  return held.map((meeting) => ({
    id: meeting.id,
    kinds: new Set(kindsOf(meeting.kinds)),
    heldOn: meeting.heldOn,
    groupId: meeting.groupId,
    isFinal: meeting.isFinal === 1,
    isSecretaryLecturing: meeting.isSecretaryLecturing === 1,
    lifeYear: meeting.lifeYear,
    matters: (matters.get(meeting.id) ?? []).map(matterOf),
  }))
}

function matterOf(matter: HeldMatter): MeetingFacts['matters'][number] {
  const { id, section, kind, isSecret, isPassed } = matter
  return {
    id,
    section,
    kind,
    ballot: ballotOf({ ...matter, matter: kind, isSecret: yesNo(isSecret), isPassed: yesNo(isPassed) }),
    isPassed: yesNo(isPassed),
  }
}

const yesNo = (stored: 0 | 1 | null) => (stored === null ? null : stored === 1)
