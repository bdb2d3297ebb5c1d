import { codeName } from '../labels/codeTables.ts'
import { jobPostClass } from '../labels/workTables.ts'
import type { DateOnly } from '../lib/dates.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import { dateFindings } from './memberDateRules.ts'
import { personTypeFull } from './memberFacts.ts'
import type { MemberFacts } from './memberFacts.ts'
import { memberFieldKeys, memberFields } from './memberFields.ts'
import type { MemberField } from './memberFields.ts'
import { idFindings } from './memberIdRules.ts'
import { statusFindings } from './memberStatusRules.ts'
import type { RuleSettings } from './settings.ts'

export interface Completeness {
  readonly filled: number
  readonly total: number
  readonly missing: readonly MemberField[]
}

const requiredFields = memberFieldKeys.filter((key) => memberFields[key].required)

function isFilled(facts: Readonly<Partial<Record<MemberField, unknown>>>, key: MemberField): boolean {
  const value = facts[key]
  return value !== null && value !== undefined && value !== ''
}

/** STA-06: the required fields, and 转正日期 of a 正式党员. */
export function memberCompleteness(facts: MemberFacts): Completeness {
  const isFull = facts.personType === personTypeFull
  const required: readonly MemberField[] = isFull ? [...requiredFields, 'regularOn'] : requiredFields
  const missing = required.filter((key) => !isFilled(facts, key))
  return { filled: required.length - missing.length, total: required.length, missing }
}

// Fields whose absence has a finding of its own.
const reportedElsewhere: ReadonlySet<MemberField> = new Set(['name', 'idNo', 'joinedOn', 'regularOn'])

function completeness(facts: MemberFacts): readonly Finding[] {
  const named =
    facts.name === null || facts.name === ''
      ? [makeFinding('NAME_MISSING', 'block', 'name', '没有姓名，请补填', '数据核对')]
      : []
  const missing = memberCompleteness(facts).missing.filter((key) => !reportedElsewhere.has(key))
  if (missing.length === 0) return named
  const labels = missing.map((key) => memberFields[key].label).join('、')
  const basis = '党员信息库采集要求（信息完整度）'
  return [...named, makeFinding('STA-06', 'blue', missing[0] ?? null, `信息不完整，缺：${labels}`, basis)]
}

const noStratumClasses: ReadonlySet<string> = new Set([
  '01',
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '2',
  '3',
  '4',
])

function stratum({ jobPost, newStratum }: MemberFacts): readonly Finding[] {
  if (jobPost === null || newStratum === null || newStratum === '0') return []
  if (!noStratumClasses.has(jobPostClass(jobPost))) return []
  const [post, kind] = [
    codeName('jobPost', jobPost) ?? jobPost,
    codeName('newStratum', newStratum) ?? newStratum,
  ]
  const message = `工作岗位为“${post}”，一般不属于新社会阶层，却填了“${kind}”，请核对`
  return [makeFinding('STRATUM_CONFLICT', 'yellow', 'newStratum', message, '党内统计年报指标解释（待核）')]
}

export interface MemberRuleContext {
  readonly today: DateOnly
  readonly settings: RuleSettings
}

/** Every finding on one member's record. Field names in them are MemberField keys. */
export function memberFindings(
  facts: MemberFacts,
  { today, settings }: MemberRuleContext,
): readonly Finding[] {
  return [
    ...idFindings(facts, today),
    ...dateFindings(facts, today, settings),
    ...statusFindings(facts, today, settings),
    ...stratum(facts),
    ...completeness(facts),
  ]
}
