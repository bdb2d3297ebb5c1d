import type { ReadDb } from '#db/database.ts'
import { countByCreditCode } from '#db/queries/enterprises.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import type {
  EnterpriseDetail,
  EnterpriseFields,
  EnterpriseFilter,
  EnterpriseSummary,
} from '#shared/contract/enterprises.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { AnsweredFinding } from '#shared/contract/findings.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { type CoverageKey, coverageOf, coverageRate } from '#shared/domain/enterpriseCoverage.ts'
import { type EnterpriseFacts, memberCount } from '#shared/domain/enterpriseRules.ts'
import { type Finding, severities } from '#shared/domain/finding.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { enterpriseRow, readOneUnit, type ReadUnit, readUnits, unitFindings } from '../records/enterprises.ts'

const settings = defaultRuleSettings

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such enterprise', {
    messageZh: '找不到这家单位，可能已移入回收站。请刷新列表',
  })
}

const idsOf = (db: ReadDb, organizationId: string | null) =>
  organizationId === null ? null : subtreeIds(db, organizationId)

const openFindings = (each: ReadUnit) =>
  unitFindings(each).filter(({ overriddenReason }) => overriddenReason === null)

function isShown(each: ReadUnit, filter: EnterpriseFilter): boolean {
  const { unit, facts } = each
  const { text, kind, coverForm, department, finding, coverage } = filter
  if (text !== null && !unit.name.includes(text) && !(unit.creditCode ?? '').includes(text.toUpperCase()))
    return false
  if (kind !== null && unit.kind !== kind) return false
  if (coverForm !== null && unit.coverForm !== coverForm) return false
  if (department !== null && unit.department !== department) return false
  if (finding !== null) {
    const found = openFindings(each)
    if (finding === 'any' ? found.length === 0 : found.every(({ code }) => code !== finding)) return false
  }
  return coverage === null || isOfRate(facts, coverage)
}

function isOfRate(
  facts: EnterpriseFacts,
  { rate, standing }: NonNullable<EnterpriseFilter['coverage']>,
): boolean {
  const own = coverageOf(rate, facts, settings)
  return standing === 'asked' ? own !== 'notAsked' : own === standing
}

export function listUnits(
  db: ReadDb,
  { offset, limit, ...filter }: RouteInput<'enterprises.list'>,
): RouteOutput<'enterprises.list'> {
  const found = readUnits(db, idsOf(db, filter.organizationId)).filter((each) => isShown(each, filter))
  const names = organizationNames(db)
  return {
    rows: found.slice(offset, offset + limit).map((each) => enterpriseRow(each, names, db)),
    total: found.length,
  }
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, each) => total + (each ?? 0), 0)

export function summary(db: ReadDb, organizationId: string | null): EnterpriseSummary {
  const units = readUnits(db, idsOf(db, organizationId))
  const facts = units.map((each) => each.facts)
  const rate = (key: CoverageKey) => coverageRate(key, facts, settings)
  return {
    units: units.length,
    staff: sum(facts.map(({ staff }) => staff)),
    members: sum(facts.map(memberCount)),
    rates: {
      organization: rate('organization'),
      work: rate('work'),
      withMember: rate('withMember'),
      withOrganization: rate('withOrganization'),
    },
    findings: countFindings(units.map(openFindings)),
  }
}

/** Units, not findings: one unit may have the same finding twice. */
function countFindings(all: readonly (readonly Finding[])[]): EnterpriseSummary['findings'] {
  const first = all.flatMap((found) => [...new Map(found.map((each) => [each.code, each])).values()])
  return [...Map.groupBy(first, ({ code }) => code)]
    .map(([code, same]) => ({ code, severity: same[0]?.severity ?? 'blue', count: same.length }))
    .toSorted(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.code < b.code ? -1 : 1),
    )
}

export function unitDetail(db: ReadDb, id: string): EnterpriseDetail {
  const found = readOneUnit(db, id)
  if (!found) throw notFound()
  const { createdAt, updatedAt } = found.unit
  return { ...enterpriseRow(found, organizationNames(db), db), createdAt, updatedAt }
}

function othersWith(db: ReadDb, creditCode: string | null, own: number): number {
  return creditCode === null ? 0 : Math.max(0, (countByCreditCode(db).get(creditCode) ?? 0) - own)
}

const nothingKnown = {
  creditCode: null,
  department: null,
  staff: null,
  fullMembers: null,
  probationaryMembers: null,
  membersHere: null,
  coverForm: 'none',
  instructor: null,
  liaison: null,
  isPlaceGone: false,
} as const

/** What the rules say about a unit somebody is still typing. */
export function checkUnit(
  db: ReadDb,
  { excludeId, fields }: { readonly excludeId: string | null; readonly fields: Partial<EnterpriseFields> },
): readonly AnsweredFinding[] {
  const stored = excludeId === null ? undefined : readOneUnit(db, excludeId)
  const known = { ...nothingKnown, ...stored?.facts, ...fields }
  const isOwnCode = stored !== undefined && stored.facts.creditCode === known.creditCode
  const sameCode = othersWith(db, known.creditCode, isOwnCode ? 1 : 0)
  return unitFindings({ facts: { ...known, sameCode }, kept: stored?.kept ?? new Map() })
}
