import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportFinding } from '#shared/contract/imports.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import { registeredElsewhere } from '../records/memberStore.ts'
import { keysOf } from './branches.ts'
import {
  blocked,
  matchOf,
  type MobilityContext,
  nothing,
  type PlannedMobility,
  type Planning,
  planRecord,
  type Verdict,
} from './mobilityVerdict.ts'
import { oneStayEach } from './mobilityStays.ts'
import { organizationKey } from './organizationNames.ts'
import type { ReadMobility } from './readMobility.ts'
import { isSameName, placeIn } from './readPerson.ts'
import { finding, quote } from './rowFindings.ts'

function branchFindings(
  read: ReadMobility,
  member: StoredMember,
  { tree }: MobilityContext,
): readonly ImportFinding[] {
  const branch = tree.get(member.organizationId)
  if (read.branchName === null || branch === undefined) return []
  if (keysOf(branch, tree).has(organizationKey(read.branchName))) return []
  const message = `表中党支部是${quote(read.branchName)}，花名册里在${quote(branch.shortName)}；以花名册为准`
  return [finding(placeIn(read, 'organizationId'), 'BRANCH_DIFFERS', 'yellow', message)]
}

/** Somebody the roster does not have is taken in with what the list says of the person, and linked once it has. */
function planUnlinked(read: ReadMobility, idNo: string, context: Planning): Verdict {
  const { snapshot, claimed } = context
  const masked = maskIdNo(idNo)
  if (snapshot.elsewhere.has(idNo))
    return blocked(read, 'idNo', 'OUT_OF_SCOPE', `${registeredElsewhere}（${masked}）`)
  if (snapshot.trashed.has(idNo) || read.idNo === null) {
    const where = snapshot.trashed.has(idNo)
      ? '在回收站里。请先在回收站恢复，再重新导入'
      : '不在花名册里，号码又不能确认，请核对'
    return blocked(read, 'idNo', 'MEMBER_UNKNOWN', `身份证号 ${masked} 的人${where}`)
  }
  const place = placeOf(read, '所在党支部', context)
  if (place.is === 'blocked') return place.verdict
  const known = snapshot.unlinked.get(idNo) ?? []
  const other = known.find(({ name }) => !isSameName(read.name, name ?? ''))
  if (other !== undefined) {
    const message = `流动党员台账里身份证号 ${masked} 的人叫${quote(other.name ?? '')}，与表中姓名不同，未导入。请核对号码；若是写错，请先在台账里改正`
    return blocked(read, 'name', 'NAME_DIFFERS', message, other.id)
  }
  const message = '花名册里没有此人，请核对后补录；补录后自动关联，在此之前不计入任何人数'
  const unknown = finding(placeIn(read, 'idNo'), 'MEMBER_UNKNOWN', 'yellow', message)
  const fields = { ...read.fields, name: read.name, idNo, organizationId: place.id }
  return planRecord(read, matchOf(read, known, claimed), fields, null, context, [...place.said, unknown])
}

type ReadPlace =
  | { readonly is: 'known'; readonly id: string; readonly said: readonly ImportFinding[] }
  | { readonly is: 'blocked'; readonly verdict: Verdict }

/** The organisation a row names for somebody who is no member; `what` is the column's name. */
function placeOf(read: ReadMobility, what: string, { branches }: MobilityContext): ReadPlace {
  const refuse = (message: string): ReadPlace => ({
    is: 'blocked',
    verdict: blocked(read, 'organizationId', 'BRANCH_UNKNOWN', message),
  })
  const { branchName } = read
  if (branchName === null) return refuse(`没有写${what}，不能导入；请补填后重新导入`)
  const answer = branches.answer(stripSpaces(branchName))
  if (answer.is === 'blocked') return refuse(answer.message)
  if (answer.is === 'created')
    return refuse(`台账里没有党支部${quote(branchName)}，请先建立或选择对应的党支部`)
  const said =
    answer.is === 'matched'
      ? [finding(placeIn(read, 'organizationId'), 'BRANCH_UNKNOWN', 'yellow', answer.message)]
      : []
  return { is: 'known', id: answer.id, said }
}

function planOutflow(read: ReadMobility, context: Planning): Verdict {
  const { snapshot } = context
  const idNo = read.idNo ?? read.writtenIdNo ?? ''
  const masked = maskIdNo(idNo)
  const member = snapshot.living.get(idNo)
  if (member === undefined) return planUnlinked(read, idNo, context)
  if (!isSameName(read.name, member.name) && !isSameName(read.name, member.formerName ?? '')) {
    const message = `花名册里身份证号 ${masked} 的人叫${quote(member.name)}，与表中姓名不同，未导入。请核对号码；若是改名，请先在花名册里改名`
    return blocked(read, 'name', 'NAME_DIFFERS', message, member.id)
  }
  const known = [...(snapshot.outflows.get(member.id) ?? []), ...(snapshot.unlinked.get(idNo) ?? [])]
  const current = matchOf(read, known, context.claimed)
  const { gender: _g, personType: _p, ...fields } = read.fields
  return planRecord(read, current, fields, member, context, branchFindings(read, member, context))
}

function planInflow(read: ReadMobility, context: Planning): Verdict {
  const { snapshot, claimed } = context
  const { idNo, name } = read
  if (idNo !== null && (snapshot.living.has(idNo) || snapshot.elsewhere.has(idNo))) {
    const message = `身份证号 ${maskIdNo(idNo)} 的人组织关系在本街道，不是流入党员；若已流出，请写“流出”`
    return blocked(read, 'idNo', 'ALREADY_AWAY', message)
  }
  const { origOrg = null } = read.fields
  if (origOrg === null)
    return blocked(
      read,
      'origOrg',
      'ORIGIN_MISSING',
      '流入党员没有写流出地党组织，不能导入；请补填后重新导入',
    )
  const place = placeOf(read, '负责联系的党支部', context)
  if (place.is === 'blocked') return place.verdict
  const known = snapshot.inflows.filter((record) =>
    idNo !== null && record.idNo !== null
      ? record.idNo === idNo
      : isSameName(record.name ?? '', name) && record.origOrg === origOrg,
  )
  const origin =
    (read.fields.origContact ?? null) === null
      ? [
          finding(
            placeIn(read, 'origContact'),
            'ORIGIN_MISSING',
            'yellow',
            '没有写流出地联系人和电话，请补填',
          ),
        ]
      : []
  const fields = { ...read.fields, name, organizationId: place.id, ...(idNo === null ? {} : { idNo }) }
  return planRecord(read, matchOf(read, known, claimed), fields, null, context, [...place.said, ...origin])
}

/** Who is away by two rows of one file, or by one row twice. */
function repeats(read: ReadMobility, earlier: readonly ReadMobility[]): ImportFinding | null {
  const sameStay = earlier.find(
    (each) =>
      (each.fields.outOn ?? null) === (read.fields.outOn ?? null) ||
      (each.returnedOn === null && read.returnedOn === null),
  )
  if (sameStay === undefined) return null
  const place =
    sameStay.sheet === read.sheet ? `第 ${sameStay.row} 行` : `工作表“${sameStay.sheet}”第 ${sameStay.row} 行`
  const message = `与${place}是同一个人的同一次外出；以前一行为准，这一行不导入，请删去重复的一行`
  return finding(placeIn(read, 'idNo'), 'DUPLICATE_IN_FILE', 'red', message)
}

function verdictOf(read: ReadMobility, context: Planning): Verdict {
  return read.direction === 'LR' ? planInflow(read, context) : planOutflow(read, context)
}

/** Every row gets one outcome, in the order of the file. */
export function planMobility(
  reads: readonly ReadMobility[],
  given: MobilityContext,
): readonly PlannedMobility[] {
  const seen = new Map<string, ReadMobility[]>()
  const context = { ...given, claimed: new Set<string>() }
  const planned = reads.map((read): PlannedMobility => {
    const { sheet, row, name, direction } = read
    const key = `${direction} ${read.idNo ?? read.writtenIdNo ?? `${name} ${read.fields.origOrg ?? ''}`}`
    const own = ownFindings(read, context)
    if (own.some(({ severity }) => severity === 'block'))
      return {
        sheet,
        row,
        name,
        outcome: 'blocked',
        matchId: null,
        changes: [],
        findings: own,
        write: nothing,
      }
    const earlier = seen.get(key) ?? []
    const repeated = repeats(read, earlier)
    if (repeated !== null)
      return {
        sheet,
        row,
        name,
        outcome: 'duplicate',
        matchId: null,
        changes: [],
        findings: [...own, repeated],
        write: nothing,
      }
    const verdict = verdictOf(read, context)
    if (verdict.outcome !== 'blocked') seen.set(key, [...earlier, read])
    return { sheet, row, name, ...verdict, findings: [...own, ...verdict.findings] }
  })
  return oneStayEach(planned, reads, given, (read, claimed) => {
    const verdict = verdictOf(read, { ...given, claimed })
    return { ...verdict, findings: [...ownFindings(read, given), ...verdict.findings] }
  })
}

function ownFindings(read: ReadMobility, context: MobilityContext): readonly ImportFinding[] {
  return isKnownException(read, context)
    ? read.findings.filter(({ field }) => field !== 'idNo')
    : read.findings
}

/** A number the roster itself holds with a reason (号码异常说明) is no mistake of the file. */
function isKnownException({ idNo, writtenIdNo }: ReadMobility, { snapshot }: MobilityContext): boolean {
  if (idNo !== null || writtenIdNo === null) return false
  return (snapshot.living.get(writtenIdNo)?.idNoReason ?? null) !== null
}
