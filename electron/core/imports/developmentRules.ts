import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportFinding } from '#shared/contract/imports.ts'
import type { DevelopmentContext, DevelopmentFacts, Guarantor } from '#shared/domain/development/facts.ts'
import type { DevelopmentFinding } from '#shared/domain/development/judgement.ts'
import { isMilestone, type Milestone } from '#shared/domain/development/milestones.ts'
import { unknownFacts } from '#shared/domain/development/unknownFacts.ts'
import type { DevelopmentImportField } from '#shared/domain/developmentImportFields.ts'
import { severities } from '#shared/domain/finding.ts'
import { findingsOfFile } from '../records/developmentJudging.ts'
import type { DevelopmentReading } from '../records/developmentReading.ts'
import type { ReadDevelopment } from './readDevelopment.ts'
import { finding } from './rowFindings.ts'

/** Columns of a sheet by their fields, blank cells or not. */
export type SheetColumns = ReadonlyMap<string, number>

/** What the file will say once the row is taken in. */
export interface RowOutcome {
  readonly current: DevelopmentReading | null
  readonly set: Partial<ReadDevelopment['fields']>
  readonly dates: ReadDevelopment['dates']
  readonly contacts: readonly string[] | null
  readonly sponsors: readonly string[] | null
  readonly member: StoredMember | null
}

const named = (names: readonly string[] | null): readonly Guarantor[] | null =>
  names === null ? null : names.map(() => ({ isFull: null, hasRights: null, isKin: null }))

function factsOf({ current, set, dates, contacts, sponsors, member }: RowOutcome): DevelopmentFacts {
  const known = current?.facts ?? unknownFacts
  return {
    ...known,
    birthDate: set.birthDate ?? known.birthDate,
    dates: { ...known.dates, ...dates },
    contacts: named(contacts) ?? known.contacts,
    sponsors: named(sponsors) ?? known.sponsors,
    publicityResult: set.publicityResult ?? known.publicityResult,
    trainingDays: set.trainingDays ?? known.trainingDays,
    trainingHours: set.trainingHours ?? known.trainingHours,
    rosterJoinedOn: member?.joinedOn ?? known.rosterJoinedOn,
    rosterRegularOn: member?.regularOn ?? known.rosterRegularOn,
  }
}

const columnsBeside: Readonly<Partial<Record<string, readonly DevelopmentImportField[]>>> = {
  publicityFrom: ['publicity', 'publicityFrom'],
  publicityTo: ['publicity', 'publicityTo'],
  trainingFrom: ['training', 'trainingFrom'],
  trainingTo: ['training', 'trainingTo'],
  trainingHours: ['training', 'trainingHours', 'trainingDays'],
  contactsOn: ['contactsOn', 'contacts'],
  sponsorsOn: ['sponsorsOn', 'sponsors'],
  contacts: ['contacts'],
  sponsors: ['sponsors'],
  publicityResult: ['publicityResult', 'publicity'],
}

/** Columns a finding of the rules may come from; empty for what no sheet says. */
function columnsOf(field: string | null): readonly string[] {
  const beside = columnsBeside[field ?? '']
  if (beside !== undefined) return beside
  return field !== null && isMilestone(field) ? [field] : []
}

// Rules that speak of a step that is not there ask for the columns of all they look at.
const asks: Readonly<Partial<Record<string, readonly (readonly string[])[]>>> = {
  'DEV-10': [['politicalReviewOn'], ['training', 'trainingFrom', 'trainingTo']],
}

/** A sheet is not held to a step it has no column for, unless the file has the day already. */
function isSaid({ code, field }: DevelopmentFinding, facts: DevelopmentFacts, mapped: SheetColumns): boolean {
  const isThere = (columns: readonly string[]) =>
    columns.some(
      (key) => mapped.has(key) || (isMilestone(key) && facts.dates[key satisfies Milestone] !== null),
    )
  const wanted = asks[code] ?? [columnsOf(field)]
  return wanted.every((columns) => columns.length === 0 || isThere(columns))
}

/** What the rules say of the file as the row will leave it: one finding a rule, beside its column. */
export function ruleFindings(
  read: ReadDevelopment,
  outcome: RowOutcome,
  mapped: SheetColumns,
  context: DevelopmentContext,
): readonly ImportFinding[] {
  const facts = factsOf(outcome)
  const file = outcome.current?.file ?? { isImported: true }
  const found = findingsOfFile({ file, facts }, context).filter((each) => isSaid(each, facts, mapped))
  return [...Map.groupBy(found, ({ code }) => code)].flatMap(([code, same]) => {
    const [worst] = same.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    if (worst === undefined) return []
    const keys = columnsOf(worst.field)
    const key = keys.find((each) => read.columns.has(each)) ?? keys.find((each) => mapped.has(each))
    const column = key === undefined ? null : (read.columns.get(key) ?? mapped.get(key) ?? null)
    const message = [...new Set(same.map((each) => each.message))].join('；')
    const place = { sheet: read.sheet, row: read.row, column, field: key ?? worst.field }
    return [finding(place, code, worst.severity, message)]
  })
}
