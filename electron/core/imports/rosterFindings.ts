import type { ImportFinding } from '#shared/contract/imports.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { personTypeFull, personTypeProbationary } from '#shared/domain/memberFacts.ts'
import { type MemberField, memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { checkTransition, isPartyStatus } from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { addYears } from '#shared/lib/dates.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { placeIn, type ReadPerson } from './readPerson.ts'
import type { FieldValue } from './readValue.ts'
import { type PlanContext, twinKey } from './rosterContext.ts'
import { finding } from './rowFindings.ts'

/** 正式 or 预备 where the list does not say: 预备 only for who joined within the last year; said aloud either way. */
export function assumePersonType(
  person: ReadPerson,
  values: Map<MemberField, FieldValue>,
  context: PlanContext,
): ImportFinding[] {
  if (values.has('personType')) return []
  const joinedOn = values.get('joinedOn')
  const isRecent =
    typeof joinedOn === 'string' && joinedOn > addYears(context.today, -1) && !values.has('regularOn')
  values.set('personType', isRecent ? personTypeProbationary : personTypeFull)
  const hasColumn = context.mappedFields.get(person.sheet)?.has('personType') === true
  if (!hasColumn && !isRecent) return []
  const message = `没有写明正式党员还是预备党员，先按${isRecent ? '预备' : '正式'}党员登记，请核对`
  return [finding(placeIn(person, 'personType'), 'PERSON_TYPE_ASSUMED', 'yellow', message)]
}

// Dates that cannot all be right. What only falls due with time (预备期满) is the roster's to say, not the file's fault.
const dateContradictions: ReadonlySet<string> = new Set([
  'DATE_IN_FUTURE',
  'JOIN_BEFORE_1921',
  'JOIN_UNDER_18',
  'REGULAR_MISSING',
  'REGULAR_BEFORE_JOIN',
  'REGULAR_ON_PROBATIONARY',
  'REGULAR_TOO_EARLY',
])

/** What the roster's own rules will find once the row is in, where the row has not been told so already. */
export function ruleFindings(
  person: ReadPerson,
  before: MemberRecord | null,
  after: MemberRecord,
  said: readonly ImportFinding[],
  { today }: PlanContext,
): readonly ImportFinding[] {
  const judge = (record: MemberRecord) => memberFindings(record, { today, settings: defaultRuleSettings })
  const known = new Set(
    [...person.findings, ...said, ...(before === null ? [] : judge(before))].map(({ code }) => code),
  )
  return judge(after)
    .filter(({ code }) => dateContradictions.has(code) && !known.has(code))
    .map(({ code, message, field }) => {
      const place = memberFieldKeys.find((key) => key === field) ?? null
      return finding(placeIn(person, place), code, 'blue', `${message}（照表导入，入库后在核对提示里）`)
    })
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What reading let pass and the contract does not: said as it is rather than written. */
export function schemaFindings(person: ReadPerson, issues: readonly Issue[]): readonly ImportFinding[] {
  return issues.map(({ path, message }) => {
    const field = memberFieldKeys.find((key) => key === path[0]) ?? null
    const label = field === null ? '' : `${memberFields[field].label}：`
    return finding(placeIn(person, field), 'VALUE_UNKNOWN', 'block', `${label}${message}`)
  })
}

export function suspectTwin(person: ReadPerson, { roster }: PlanContext): readonly ImportFinding[] {
  const twin =
    person.derived === null ? undefined : roster.twins.get(twinKey(person.name, person.derived.birthDate))
  if (twin === undefined || twin.idNo === person.idNo) return []
  const message = `花名册里有同名、同出生日期的人，身份证号不同（${maskIdNo(twin.idNo)}）；按两个人导入，若是同一人请核对号码`
  return [finding(placeIn(person, 'name'), 'SAME_NAME_AND_BIRTH', 'yellow', message)]
}

export function transitionFindings(
  person: ReadPerson,
  before: MemberRecord,
  fields: Partial<MemberRecord>,
  { today }: PlanContext,
): readonly ImportFinding[] {
  const { partyStatus } = fields
  if (partyStatus === undefined || !isPartyStatus(before.partyStatus) || !isPartyStatus(partyStatus))
    return []
  const facts = { ...before, ...fields, previousSince: before.partyStatusOn, changedOn: today }
  return checkTransition(before.partyStatus, partyStatus, facts, defaultRuleSettings).map(
    ({ code, severity, message }) => finding(placeIn(person, 'partyStatus'), code, severity, message),
  )
}

export function keptFinding(person: ReadPerson, field: MemberField): ImportFinding {
  const message = `${memberFields[field].label}记在“流动党员”台账里，这一项不改；如有变化，请到那里登记外出或返回`
  return finding(placeIn(person, field), 'KEPT_IN_MOBILITY', 'blue', message)
}
