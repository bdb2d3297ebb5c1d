import { z } from 'zod'
import type { ReadDb } from '#db/database.ts'
import {
  countDevelopment,
  countDevelopmentFindings,
  countDevelopmentStates,
  type DevelopmentFilter,
  listDevelopment,
  listDevelopmentDues,
  markDevelopmentFindings,
} from '#db/queries/developmentList.ts'
import { getDevelopmentFiles } from '#db/queries/developmentFiles.ts'
import { factRowsOf } from '#db/queries/developmentFacts.ts'
import { developmentStatusOf } from '#db/queries/developmentStatus.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import type { DevelopmentListInput } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentCounts, DevelopmentRow } from '#shared/contract/developmentRows.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { Deadline } from '#shared/domain/development/deadlines.ts'
import { mainMilestone, stepNos } from '#shared/domain/development/milestones.ts'
import { developmentPlan } from '#shared/domain/development/plan.ts'
import { developmentRuleTable, type DevelopmentRuleCode } from '#shared/domain/development/ruleTable.ts'
import { courseStates } from '#shared/domain/development/states.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { addDays, addMonths, type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import { readDevelopmentFile } from '../records/developmentDetail.ts'
import { developmentContext } from '../records/developmentReading.ts'

const isRuleCode = (code: string): code is DevelopmentRuleCode => Object.hasOwn(developmentRuleTable, code)

const deadline = z.object({
  code: z.string().refine(isRuleCode),
  step: z.literal(stepNos),
  kind: z.enum(['due', 'opens']),
  on: z.string().refine(isDateOnly),
})

// Kept as the rules gave them; what an older build wrote and this one does not know is left out until the next renewal.
function deadlinesIn(stored: unknown): readonly Deadline[] {
  const list = z.array(z.unknown()).safeParse(stored)
  return (list.data ?? []).flatMap((each) => deadline.safeParse(each).data ?? [])
}

function branchesOf(db: ReadDb, organizationId: string | null): readonly string[] | null {
  return organizationId === null ? null : subtreeIds(db, organizationId)
}

function lastDayOfMonth(today: DateOnly): DateOnly {
  return addDays(addMonths(addDays(today, 1 - Number(today.slice(8))), 1), -1)
}

/** In the order of the ids; what is due first of them, with `onlyDue` without what merely opens. */
function rowsOf(db: ReadDb, ids: readonly string[], onlyDue: boolean): readonly DevelopmentRow[] {
  const files = new Map(getDevelopmentFiles(db, ids).map((file) => [file.id, file]))
  const statuses = developmentStatusOf(db, ids)
  const marks = markDevelopmentFindings(db, ids)
  const steps = Map.groupBy(factRowsOf(db, ids).steps, ({ fileId }) => fileId)
  const names = organizationNames(db)
  return ids.flatMap((id) => {
    const [file, status] = [files.get(id), statuses.get(id)]
    if (!file || !status) return []
    const { name, organizationId, version } = file
    const lastStep = stepNos.find((step) => step === status.lastStep) ?? 0
    const last = lastStep === 0 ? null : mainMilestone(lastStep)
    const mark = marks.get(id)
    const deadlines = deadlinesIn(JSON.parse(status.deadlines))
    return [
      {
        id,
        version,
        name,
        organizationId,
        organizationName: names.get(organizationId) ?? '',
        state: status.state,
        lastStep,
        lastOn: steps.get(id)?.find(({ milestone }) => milestone === last)?.doneOn ?? null,
        nextMilestone: status.nextMilestone,
        due: (onlyDue ? deadlines.find(({ kind }) => kind === 'due') : deadlines[0]) ?? null,
        worstSeverity: mark?.worst ?? null,
        findingCount: mark?.count ?? 0,
      },
    ]
  })
}

function countsOf(db: ReadDb, organizationIds: readonly string[] | null, today: DateOnly): DevelopmentCounts {
  const states = countDevelopmentStates(db, organizationIds)
  const none: DevelopmentFilter = {
    organizationIds,
    text: null,
    states: [],
    finding: null,
    dueBy: null,
    sort: 'name',
  }
  const byState: DevelopmentCounts['byState'] = {
    applicant: 0,
    activist: 0,
    target: 0,
    cleared: 0,
    awaitingApproval: 0,
    probationer: 0,
    extended: 0,
    full: 0,
    revoked: 0,
    disqualified: 0,
    ended: 0,
    ...Object.fromEntries(courseStates.map((state) => [state, states.get(state) ?? 0])),
  }
  return {
    byState,
    dueThisMonth: countDevelopment(db, { ...none, dueBy: lastDayOfMonth(today) }),
    withFindings: countDevelopment(db, { ...none, finding: 'any' }),
    findings: countDevelopmentFindings(db, organizationIds).map((each) => ({
      ...each,
      title: findingTitle(each.code),
    })),
  }
}

export function developmentList(
  db: ReadDb,
  { organizationId, offset, limit, ...rest }: DevelopmentListInput,
  today: DateOnly,
): RouteOutput<'development.list'> {
  const filter: DevelopmentFilter = { ...rest, organizationIds: branchesOf(db, organizationId) }
  return {
    rows: rowsOf(db, listDevelopment(db, filter, { offset, limit }), rest.onlyDue === true),
    total: countDevelopment(db, filter),
    counts: countsOf(db, filter.organizationIds, today),
  }
}

/** Throws NOT_FOUND. */
export function planOf(
  db: ReadDb,
  { id, wishedOn }: { readonly id: string; readonly wishedOn: DateOnly | null },
  today: DateOnly,
): RouteOutput<'development.plan'> {
  const { facts } = readDevelopmentFile(db, id)
  return developmentPlan(facts, developmentContext(db, today), wishedOn)
}

export function developmentCalendar(
  db: ReadDb,
  {
    organizationId,
    from,
    to,
  }: { readonly organizationId: string | null; readonly from: DateOnly; readonly to: DateOnly },
): RouteOutput<'development.calendar'> {
  const dues = listDevelopmentDues(db, { organizationIds: branchesOf(db, organizationId), from, to })
  return {
    dues: dues.flatMap(({ deadline: text, ...of }) =>
      deadlinesIn([JSON.parse(text)]).map((each) => ({ ...of, ...each })),
    ),
  }
}
