import type { WriteDb } from '#db/database.ts'
import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMember } from '#db/queries/members.ts'
import type { DevelopmentEventInput } from '#shared/contract/developmentInputs.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import type { Course } from '#shared/domain/development/course.ts'
import { personTypeFull } from '#shared/domain/memberFacts.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import { conflict } from './checks.ts'

type EventOf<K extends DevelopmentEventInput['kind']> = Extract<DevelopmentEventInput, { readonly kind: K }>

/** The person in the roster; undefined where there is none to follow. */
function livingMember(tx: WriteDb, { memberId }: StoredDevelopmentFile): StoredMember | undefined {
  const member = memberId === null ? undefined : getMember(tx, memberId)
  return member?.deletedAt === null ? member : undefined
}

interface Why {
  readonly on: PartialDate
  readonly reason: string | null
  readonly doc: string | null
}

function write(
  tx: WriteDb,
  member: StoredMember,
  fields: Partial<MemberRecord>,
  why: Why,
  moment: WriteMoment,
): void {
  const changes = changedFields(recordOf(member), fields)
  if (Object.keys(changes).length > 0) changeMember(tx, member, changes, moment, { ...why, by: 'NB' })
}

const longestExtension = 12

/** 延长预备期（月） of the roster: of the first extension, which alone counts (DEV-17). */
export function extendMember(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  { on, docNo }: EventOf<'extend'>,
  { extensions }: Course,
  moment: WriteMoment,
): void {
  const member = livingMember(tx, file)
  const months = extensions[0]?.months ?? 0
  const fields = {
    probationExtendedMonths: months > 0 && months <= longestExtension ? months : null,
    ...(member?.personType === personTypeFull ? { regularKind: '2' } : {}),
  }
  if (member) write(tx, member, fields, { on, reason: '延长预备期', doc: docNo }, moment)
}

const left = 'CD'
const probationEnded = 'CD-QX'

/** 出党，取消预备党员资格, from the day the committee approved it. Throws CONFLICT where the roster says something else already. */
export function disqualifyMember(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  { on, approvedOn, docNo }: EventOf<'disqualify'>,
  { isHistory }: { readonly isHistory: boolean },
  moment: WriteMoment,
): void {
  const member = livingMember(tx, file)
  if (member === undefined || member.partyStatusKind === probationEnded) return
  if (!isCountedStatus(member.partyStatus)) {
    if (isHistory) return
    const status = codeName('partyStatus', member.partyStatus) ?? member.partyStatus
    throw conflict(
      'roster says otherwise',
      `花名册里“${file.name}”的党籍状态已是“${status}”，不能再取消预备党员资格。请先核对花名册`,
    )
  }
  const since = approvedOn ?? on
  const fields = {
    partyStatus: left,
    partyStatusKind: probationEnded,
    partyStatusOn: since,
    partyStatusDoc: docNo,
  }
  write(tx, member, fields, { on: since, reason: '取消预备党员资格', doc: docNo }, moment)
}

/** The 组织关系 goes with the file: a probationer moves, with the day and the reason of the transfer. */
export function moveMember(
  tx: WriteDb,
  file: StoredDevelopmentFile,
  { on, organizationId, words, docNo }: EventOf<'transfer'>,
  moment: WriteMoment,
): void {
  const member = livingMember(tx, file)
  if (member === undefined || !isCountedStatus(member.partyStatus)) return
  const why = { on, reason: words ?? '预备党员转移', doc: docNo }
  write(tx, member, { organizationId, groupId: null }, why, moment)
}
