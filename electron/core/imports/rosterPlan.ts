import { type StoredMember, recordOf } from '#db/queries/memberRecords.ts'
import type { ImportFinding, ImportRow } from '#shared/contract/imports.ts'
import { type MemberRecord, memberInput } from '#shared/contract/members.ts'
import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import { defined } from '#shared/lib/defined.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { registeredElsewhere } from '../records/memberStore.ts'
import type { PlannedRow } from './plannedRow.ts'
import { type ReadPerson, isSameName, placeIn } from './readPerson.ts'
import { changesOf, describeChange, keptFields } from './rosterChanges.ts'
import { type PlanContext, twinKey } from './rosterContext.ts'
import {
  assumePersonType,
  keptFinding,
  ruleFindings,
  schemaFindings,
  suspectTwin,
  transitionFindings,
} from './rosterFindings.ts'
import { resolvePlaces } from './rosterPlaces.ts'
import { finding, quote } from './rowFindings.ts'

/** What is written for a row. `organizationId` may be the placeholder of a branch that is still to be made. */
export type PersonWrite =
  | { readonly is: 'new'; readonly record: MemberRecord }
  | { readonly is: 'changed'; readonly current: StoredMember; readonly fields: Partial<MemberRecord> }
  | { readonly is: 'nothing' }

export interface PlannedPerson extends PlannedRow {
  readonly write: PersonWrite
}

interface Verdict {
  readonly outcome: PlannedRow['outcome']
  readonly matchId: string | null
  readonly findings: readonly ImportFinding[]
  readonly changes: ImportRow['changes']
  readonly write: PersonWrite
}

function duplicate(
  person: ReadPerson,
  code: string,
  message: string,
  matchId: string | null,
  severity: 'red' | 'yellow' = 'red',
): Verdict {
  const found = finding(placeIn(person, 'idNo'), code, severity, message)
  return { outcome: 'duplicate', matchId, findings: [found], changes: [], write: { is: 'nothing' } }
}

function blocked(findings: readonly ImportFinding[], matchId: string | null = null): Verdict {
  return { outcome: 'blocked', matchId, findings, changes: [], write: { is: 'nothing' } }
}

/** Built once: zod compiles a schema anew each time it is derived. */
const memberChange = memberInput.partial()

const emptyFields = Object.fromEntries(memberFieldKeys.map((key) => [key, null]))

function planNew(person: ReadPerson, context: PlanContext): Verdict {
  const resolved = resolvePlaces(person, null, context)
  if (resolved.isBlocked) return blocked(resolved.findings)
  const values = new Map(resolved.values)
  const assumed = assumePersonType(person, values, context)
  const filled = {
    ...emptyFields,
    skills: [],
    partyStatus: 'ZC',
    ...person.derived,
    ...Object.fromEntries(values),
  }
  const parsed = memberInput.safeParse(filled)
  const findings = [...resolved.findings, ...assumed, ...suspectTwin(person, context)]
  if (!parsed.success) return blocked([...findings, ...schemaFindings(person, parsed.error.issues)])
  const judged = ruleFindings(person, null, parsed.data, findings, context)
  return {
    outcome: 'new',
    matchId: null,
    findings: [...findings, ...judged],
    changes: [],
    write: { is: 'new', record: parsed.data },
  }
}

function planChange(person: ReadPerson, current: StoredMember, context: PlanContext): Verdict {
  const resolved = resolvePlaces(person, current, context)
  if (resolved.isBlocked) return blocked(resolved.findings, current.id)
  const parsed = memberChange.safeParse(Object.fromEntries(resolved.values))
  if (!parsed.success)
    return blocked([...resolved.findings, ...schemaFindings(person, parsed.error.issues)], current.id)
  const before = recordOf(current)
  const fields = changesOf(before, defined<MemberRecord>(parsed.data), context.mode)
  const transition = transitionFindings(person, before, fields, context)
  const findings = [...resolved.findings, ...transition]
  if (transition.some(({ severity }) => severity === 'block')) return blocked(findings, current.id)
  const keys = memberFieldKeys.filter((key) => fields[key] !== undefined)
  const kept = keptFields(before, defined<MemberRecord>(parsed.data)).map((field) =>
    keptFinding(person, field),
  )
  if (keys.length === 0)
    return {
      outcome: 'unchanged',
      matchId: current.id,
      findings: kept,
      changes: [],
      write: { is: 'nothing' },
    }
  const changes = keys.map((key) => describeChange(key, before[key], fields[key] ?? null, context.branches))
  return {
    outcome: 'changed',
    matchId: current.id,
    findings: [
      ...findings,
      ...kept,
      ...ruleFindings(person, before, { ...before, ...fields }, findings, context),
    ],
    changes,
    write: { is: 'changed', current, fields },
  }
}

/** An ID number in the roster: the same person to update, or a reason to leave the row alone. */
function planKnown(person: ReadPerson, current: StoredMember, context: PlanContext): Verdict {
  const masked = maskIdNo(current.idNo)
  if (!isSameName(person.name, current.name) && !isSameName(person.name, current.formerName ?? '')) {
    const message = `花名册里身份证号 ${masked} 的人叫${quote(current.name)}，与表中姓名不同，未导入。请核对号码；若是改名，请先在花名册里改名`
    return duplicate(person, 'DUPLICATE_IN_ROSTER', message, current.id)
  }
  if (context.mode === 'addOnly') {
    const message = `花名册里已有此人（${masked}），“只新增”方式下不改动`
    return duplicate(person, 'DUPLICATE_IN_ROSTER', message, current.id, 'yellow')
  }
  const isFormerName = !isSameName(person.name, current.name)
  const asCurrent = isFormerName
    ? { ...person, values: new Map(person.values).set('name', current.name) }
    : person
  return planChange(asCurrent, current, context)
}

function judge(person: ReadPerson, context: PlanContext): Verdict {
  const { roster } = context
  const { idNo } = person
  if (idNo === null) return blocked([])
  const current = roster.living.get(idNo)
  if (current !== undefined) return planKnown(person, current, context)
  if (roster.elsewhere.has(idNo))
    return blocked([
      finding(
        placeIn(person, 'idNo'),
        'OUT_OF_SCOPE',
        'block',
        `${registeredElsewhere}（${maskIdNo(idNo)}）`,
      ),
    ])
  if (roster.trashed.has(idNo)) {
    const message = `此人（${maskIdNo(idNo)}）在回收站里，未导入。请先在回收站恢复，再重新导入`
    return duplicate(person, 'DUPLICATE_IN_ROSTER', message, null)
  }
  const doubtful =
    person.derived === null ? undefined : roster.doubtful.get(twinKey(person.name, person.derived.birthDate))
  if (doubtful !== undefined) {
    const message = `花名册里有同名、同出生日期的人，但登记的身份证号有误（${maskIdNo(doubtful.idNo)}），疑为同一人，未导入。请核对后在花名册里改正号码`
    return duplicate(person, 'DUPLICATE_IN_ROSTER', message, doubtful.id)
  }
  return planNew(person, context)
}

/** A number the roster itself holds with a reason (号码异常说明) is no mistake of the file. */
function acceptKnownException(person: ReadPerson, { roster }: PlanContext): ReadPerson {
  if (person.idNo !== null || person.writtenIdNo === null) return person
  const known = roster.living.get(person.writtenIdNo)
  if (known === undefined || known.idNoReason === null) return person
  const findings = person.findings.filter(({ field }) => field !== 'idNo')
  const isBlocked = findings.some(({ severity }) => severity === 'block')
  return { ...person, idNo: person.writtenIdNo, findings, isBlocked }
}

/** Every person gets one outcome, in the order of the file: of two rows with one ID number the later is the duplicate. */
export function planRoster(people: readonly ReadPerson[], context: PlanContext): readonly PlannedPerson[] {
  const seen = new Map<string, ReadPerson>()
  return people.map((read) => {
    const person = acceptKnownException(read, context)
    const earlier = person.idNo === null ? undefined : seen.get(person.idNo)
    if (person.idNo !== null && earlier === undefined) seen.set(person.idNo, person)
    const inFile = earlier === undefined ? null : duplicateInFile(person, earlier)
    const verdict = person.isBlocked ? blocked(inFile?.findings ?? []) : (inFile ?? judge(person, context))
    const { sheet, row, name } = person
    const own = person.findings.filter(
      ({ code }) => code !== 'JOIN_DATE_MISSING' || !hasJoinDate(person, context),
    )
    return { sheet, row, name, ...verdict, findings: [...own, ...verdict.findings] }
  })
}

/** A blank cell takes nothing away, so nothing is missing where the roster has it. */
function hasJoinDate({ idNo }: ReadPerson, { roster }: PlanContext): boolean {
  const current = idNo === null ? undefined : roster.living.get(idNo)
  return current !== undefined && current.joinedOn !== null
}

function duplicateInFile(person: ReadPerson, earlier: ReadPerson): Verdict {
  const place =
    earlier.sheet === person.sheet ? `第 ${earlier.row} 行` : `工作表“${earlier.sheet}”第 ${earlier.row} 行`
  const names = isSameName(earlier.name, person.name) ? '' : `，但姓名不同（那一行是${quote(earlier.name)}）`
  const masked = person.idNo === null ? '' : `（${maskIdNo(person.idNo)}）`
  const message = `与${place}的身份证号相同${masked}${names}；以前一行为准，这一行不导入，请删去重复的一行`
  return duplicate(person, 'DUPLICATE_IN_FILE', message, null)
}
