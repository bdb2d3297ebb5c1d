import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportFinding } from '#shared/contract/imports.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import type { DevelopmentReading } from '../records/developmentReading.ts'
import { registeredElsewhere } from '../records/memberStore.ts'
import { developmentChanges } from './developmentChanges.ts'
import { type RowOutcome, ruleFindings } from './developmentRules.ts'
import {
  blocked,
  type DevelopmentPlanning,
  matchOf,
  memberFindings,
  namesFor,
  nothing,
  placeOf,
  type PlannedDevelopment,
  type Verdict,
} from './developmentVerdict.ts'
import type { ReadDevelopment } from './readDevelopment.ts'
import { isSameName, placeIn } from './readPerson.ts'
import { finding, quote } from './rowFindings.ts'

function planNew(read: ReadDevelopment, member: StoredMember | null, planning: DevelopmentPlanning): Verdict {
  const { snapshot } = planning
  const known = member === null ? null : { id: member.organizationId, where: '花名册' }
  const place = placeOf(read, known, planning)
  if (place.is === 'blocked') return place.verdict
  const outcome: RowOutcome = { ...read, current: null, set: read.fields, member }
  const mapped = planning.mapped.get(read.sheet) ?? new Map()
  return {
    outcome: 'new',
    matchId: null,
    findings: [
      ...place.said,
      ...memberFindings(read, outcome),
      ...ruleFindings(read, outcome, mapped, planning.rules),
    ],
    changes: [],
    write: {
      is: 'new',
      organizationId: place.id,
      member,
      read,
      known: snapshot.files.get(read.idNo ?? '')?.length ?? 0,
    },
  }
}

function planKnown(
  read: ReadDevelopment,
  current: DevelopmentReading,
  member: StoredMember | null,
  planning: DevelopmentPlanning,
): Verdict {
  const { mode, snapshot } = planning
  const { file } = current
  if (mode === 'addOnly') {
    const message = '已有这个人的发展党员档案，“只新增”方式下不改动'
    const found = finding(placeIn(read, 'idNo'), 'FILE_EXISTS', 'yellow', message)
    return { outcome: 'duplicate', matchId: file.id, findings: [found], changes: [], write: nothing }
  }
  const place = placeOf(read, { id: file.organizationId, where: '发展党员档案' }, planning)
  const changed = developmentChanges(current, read, mode)
  const holders = snapshot.guarantors.get(file.id) ?? []
  const of = (duty: 'contact' | 'sponsor') =>
    namesFor(
      read,
      duty,
      holders.filter((each) => each.duty === duty).map(({ name }) => name),
    )
  const [contacts, sponsors] = [of('contact'), of('sponsor')]
  const linkTo = file.memberId === null ? (member?.id ?? null) : null
  const changes = [
    ...(linkTo === null ? [] : [{ field: 'memberId', label: '党员', old: '未关联', new: '关联花名册' }]),
    ...changed.changes,
    ...(contacts.names === null
      ? []
      : [{ field: 'contacts', label: '培养联系人', old: '', new: contacts.names.join('、') }]),
    ...(sponsors.names === null
      ? []
      : [{ field: 'sponsors', label: '入党介绍人', old: '', new: sponsors.names.join('、') }]),
  ]
  const outcome: RowOutcome = {
    current,
    set: changed.set,
    dates: changed.dates,
    contacts: contacts.names,
    sponsors: sponsors.names,
    member,
  }
  const mapped = planning.mapped.get(read.sheet) ?? new Map()
  const findings = [
    ...(place.is === 'known' ? place.said : []),
    ...contacts.said,
    ...sponsors.said,
    ...memberFindings(read, outcome),
    ...ruleFindings(read, outcome, mapped, planning.rules),
  ]
  if (changes.length === 0)
    return { outcome: 'unchanged', matchId: file.id, findings, changes: [], write: nothing }
  const { set, dates } = changed
  const write = {
    is: 'changed',
    current,
    linkTo,
    set,
    dates,
    contacts: contacts.names,
    sponsors: sponsors.names,
  } as const
  return { outcome: 'changed', matchId: file.id, findings, changes, write }
}

function planPerson(read: ReadDevelopment, idNo: string, planning: DevelopmentPlanning): Verdict {
  const { snapshot } = planning
  const masked = maskIdNo(idNo)
  if (snapshot.elsewhere.has(idNo))
    return blocked(read, 'idNo', 'OUT_OF_SCOPE', `${registeredElsewhere}（${masked}）`)
  if (snapshot.trashed.has(idNo)) {
    const message = `身份证号 ${masked} 的发展党员档案在回收站里。请先在回收站恢复，再重新导入`
    return blocked(read, 'idNo', 'FILE_EXISTS', message)
  }
  const known = snapshot.files.get(idNo) ?? []
  const member = snapshot.members.get(idNo) ?? null
  const others = [
    ...known.map(({ file: { name, id } }) => ({ name, id, where: '发展党员档案' })),
    ...(member === null ? [] : [{ name: member.name, id: member.id, where: '花名册' }]),
  ]
  const other = others.find(({ name }) => !isSameName(read.name, name) && member?.formerName !== read.name)
  if (other !== undefined) {
    const message = `${other.where}里身份证号 ${masked} 的人叫${quote(other.name)}，与表中姓名不同，未导入。请核对号码；若是改名，请先在${other.where}里改名`
    return blocked(read, 'name', 'NAME_DIFFERS', message, other.id)
  }
  const current = matchOf(read, known)
  return current === null ? planNew(read, member, planning) : planKnown(read, current, member, planning)
}

function repeated(read: ReadDevelopment, first: ReadDevelopment): ImportFinding {
  const place = first.sheet === read.sheet ? `第 ${first.row} 行` : `工作表“${first.sheet}”第 ${first.row} 行`
  const what = isSameName(first.name, read.name)
    ? `与${place}是同一个人；以前一行为准，这一行不导入，请删去重复的一行`
    : `身份证号与${place}的${quote(first.name)}相同；以前一行为准，这一行不导入，请核对号码`
  return finding(placeIn(read, 'idNo'), 'DUPLICATE_IN_FILE', 'red', what)
}

/** Every row gets one outcome, in the order of the file. */
export function planDevelopment(
  reads: readonly ReadDevelopment[],
  planning: DevelopmentPlanning,
): readonly PlannedDevelopment[] {
  const seen = new Map<string, ReadDevelopment>()
  return reads.map((read) => {
    const { sheet, row, name, idNo, findings } = read
    const none = { sheet, row, name, matchId: null, changes: [], write: nothing } as const
    if (idNo === null || findings.some(({ severity }) => severity === 'block'))
      return { ...none, outcome: 'blocked', findings }
    const first = seen.get(idNo)
    if (first !== undefined)
      return { ...none, outcome: 'duplicate', findings: [...findings, repeated(read, first)] }
    const verdict = planPerson(read, idNo, planning)
    if (verdict.outcome !== 'blocked') seen.set(idNo, read)
    return { sheet, row, name, ...verdict, findings: [...findings, ...verdict.findings] }
  })
}
