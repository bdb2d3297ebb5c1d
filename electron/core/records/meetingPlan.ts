import type { ReadDb } from '#db/database.ts'
import { listHeldMeetings } from '#db/queries/meetingDuties.ts'
import { findMeetingPlan, listPlanItems, type StoredPlanItem } from '#db/queries/meetingPlans.ts'
import type { MeetingPlanDetail, MeetingPlanFields, PlanItemFields } from '#shared/contract/meetingPlans.ts'
import { dutiesOf, type Duty, dutyKinds } from '#shared/domain/meetings/duties.ts'
import { shownTexts } from './developmentRows.ts'
import { readDutyPlaces } from './dutyBranches.ts'
import { kindsOf } from './meetingYears.ts'
import type { Shown } from './mobilityRows.ts'
import { readOrganizationTree } from './organizationTree.ts'

interface PlanKey {
  readonly organizationId: string
  readonly year: number
}

/** The plan of a branch and year, or what it owes to begin with; undefined for an organisation out of reach. `reader`: who is shown it. */
export function readMeetingPlan(
  db: ReadDb,
  { organizationId, year }: PlanKey,
  reader: Shown = db,
): MeetingPlanDetail | undefined {
  const row = readOrganizationTree(db).get(organizationId)
  if (row === undefined) return undefined
  const plan = findMeetingPlan(db, organizationId, year)
  const fields: MeetingPlanFields =
    plan === undefined
      ? proposedPlan(db, { organizationId, year })
      : {
          themeDay: plan.themeDay,
          remark: shownTexts(plan, ['remark'], reader).remark,
          items: listPlanItems(db, plan.id).map((item) =>
            shownTexts(lineOfItem(item), ['topic', 'program', 'place', 'personName'], reader),
          ),
        }
  const meetings = listHeldMeetings(db, organizationId, year).filter(({ heldOn }) =>
    heldOn.startsWith(`${year}-`),
  )
  return {
    id: plan?.id ?? null,
    version: plan?.version ?? null,
    organizationId,
    organizationName: row.shortName,
    year,
    fields,
    held: fields.items.map(({ month, kind }) => {
      const of = meetings.filter(
        ({ heldOn, kinds }) => Number(heldOn.slice(5, 7)) === month && kindsOf(kinds).includes(kind),
      )
      return { meetings: of.length, firstId: of[0]?.id ?? null }
    }),
  }
}

function lineOfItem({
  id,
  month,
  kind,
  plannedOn,
  topic,
  program,
  place,
  personName,
}: StoredPlanItem): PlanItemFields {
  return { id, month, kind, plannedOn, topic, program, place, personName }
}

/** What is owed, month by month, with the fixed day of last year's plan: kinds only, never what was to be said. */
function proposedPlan(db: ReadDb, key: PlanKey): MeetingPlanFields {
  const place = readDutyPlaces(db, readOrganizationTree(db), key).find(
    ({ row }) => row.id === key.organizationId,
  )
  const lines = place === undefined ? [] : dutiesOf(place.branch, key.year).map(lineOf)
  // Every group holds its own, which is one line of the branch's plan.
  const once = new Map(lines.map((line) => [`${line.month} ${line.kind}`, line]))
  return {
    themeDay: findMeetingPlan(db, key.organizationId, key.year - 1)?.themeDay ?? null,
    remark: null,
    items: [...once.values()].toSorted((a, b) => a.month - b.month || orderOf(a) - orderOf(b)),
  }
}

const orderOf = ({ kind }: PlanItemFields) => dutyKinds.findIndex((each) => each === kind)

/** A quarter's 党课 in its second month, its 党员大会 in the last, 组织生活会 and 民主评议 in December (一般第四季度). */
function lineOf({ kind, period: { length, no } }: Duty): PlanItemFields {
  const ofQuarter = kind === 'lecture' ? 2 : 3
  const month = length === 'month' ? no : length === 'quarter' ? 3 * (no - 1) + ofQuarter : 12
  return { id: null, month, kind, plannedOn: null, topic: null, program: null, place: null, personName: null }
}
