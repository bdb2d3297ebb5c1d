import type { WriteDb } from '#db/database.ts'
import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo, getMember } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import type { Course } from '#shared/domain/development/course.ts'
import { type RosterEntry, rosterEntry } from '#shared/domain/development/probation.ts'
import { hasLeftParty, isFormerFile } from '#shared/domain/development/rejoining.ts'
import type { DevelopmentSettings } from '#shared/domain/development/settings.ts'
import { personTypeFull } from '#shared/domain/memberFacts.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { contradiction, hasOtherFile, whyNotFollowed } from './developmentContradictions.ts'
import { rejoiningFields } from './developmentRejoining.ts'
import { newProbationer } from './developmentMember.ts'
import {
  addMember,
  changedFields,
  changeMember,
  registeredElsewhere,
  type WriteMoment,
} from './memberStore.ts'

/** What a write did to a file, as far as the roster is concerned. */
interface RosterChange {
  readonly file: StoredDevelopmentFile
  readonly before: Course
  readonly after: Course
  /** 入党介绍人, for a new record. */
  readonly sponsors: readonly string[]
  /** 党小组 of a new record. */
  readonly groupId: string | null
  readonly docNo: string | null
  /** An old file written down as it was: where the roster says otherwise the roster stays, and the rules go on telling. */
  readonly isHistory: boolean
  /** The number by which the person is known was filled in only now: what was approved before enters the roster with it. */
  readonly isLate?: boolean
}

/**
 * The roster says of the person what the file says now: the probationary member comes to be with the approval, the day of 转正 is the
 * day probation ended (DEV-19). Nothing happens where the file says the same as before. Answers the id the file is to point at.
 * Throws CONFLICT, with what to do, where the roster contradicts the file.
 */
export function followFile(
  tx: WriteDb,
  change: RosterChange,
  settings: DevelopmentSettings,
  moment: WriteMoment,
): string | null {
  const { file, before, after, isLate = false } = change
  const [was, is] = [rosterEntry(before, settings), rosterEntry(after, settings)]
  const isEntering = isLate && file.memberId === null
  if (is === null || (isSameEntry(was, is) && !isEntering)) return file.memberId
  if (file.memberId !== null && was !== null)
    return changeLinked(tx, file.memberId, { ...change, was, is }, moment)
  if (file.memberId === null && file.idNo === null) {
    if (change.isHistory) return null
    throw contradicts(
      'no ID number',
      `“${file.name}”还没有身份证号，花名册按身份证号认人。请先在基本情况里补填身份证号`,
    )
  }
  const known = knownAs(tx, file)
  if (known) return link(tx, known, { ...change, is }, moment)
  // Of a sheet that was taken over nobody knows whether the person is still here.
  if (file.idNo === null || (isLate && file.isImported)) return file.memberId
  const id = moment.ids.next()
  const record = newProbationer(tx, { ...change, idNo: file.idNo, entry: is }, moment)
  addMember(tx, id, is.personType === personTypeFull ? { ...record, ...fullFields(after) } : record, moment)
  return id
}

/** The person the file points at already, else whoever has its number. */
function knownAs(tx: WriteDb, { memberId, idNo }: StoredDevelopmentFile): StoredMember | undefined {
  const linked = memberId === null ? undefined : getMember(tx, memberId)
  if (linked?.deletedAt === null) return linked
  return idNo === null ? undefined : findAnyByIdNo(tx, idNo).find(({ deletedAt }) => deletedAt === null)
}

function isSameEntry(a: RosterEntry | null, b: RosterEntry): boolean {
  return a?.personType === b.personType && a.joinedOn === b.joinedOn && a.regularOn === b.regularOn
}

function contradicts(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

interface Linked extends RosterChange {
  readonly was: RosterEntry | null
  readonly is: RosterEntry
}

function changeLinked(tx: WriteDb, memberId: string, change: Linked, moment: WriteMoment): string {
  const { file, was, is, after, docNo, isHistory } = change
  const member = getMember(tx, memberId)
  const problem = whyNotFollowed(member, file.name, was?.personType !== is.personType)
  if (problem !== null) {
    if (isHistory) return memberId
    throw contradicts('roster does not follow', problem)
  }
  if (member === undefined || isFormerFile(change.before, member)) return memberId
  const becomesFull = was?.personType !== personTypeFull && is.personType === personTypeFull
  const fields: Partial<MemberRecord> = {
    ...(was?.joinedOn === is.joinedOn ? {} : { joinedOn: is.joinedOn }),
    ...(was?.regularOn === is.regularOn ? {} : { regularOn: is.regularOn }),
    ...(becomesFull ? { personType: personTypeFull, ...fullFields(after) } : {}),
  }
  const reason = becomesFull ? '预备党员转正' : '更正发展党员档案'
  write(tx, member, fields, { reason, doc: becomesFull ? docNo : null }, moment)
  return memberId
}

/** 按期转正, 延长后转正. */
function fullFields({ extensions }: Course): Partial<MemberRecord> {
  const [extension] = extensions
  return extension === undefined
    ? { regularKind: '1' }
    : { regularKind: '2', probationExtendedMonths: extension.months }
}

interface Why {
  /** Today where it is left out. */
  readonly on?: PartialDate
  readonly reason: string
  readonly doc: string | null
}

function write(
  tx: WriteDb,
  member: StoredMember,
  fields: Partial<MemberRecord>,
  { on, reason, doc }: Why,
  moment: WriteMoment,
): void {
  const changes = changedFields(recordOf(member), fields)
  if (Object.keys(changes).length === 0) return
  changeMember(tx, member, changes, moment, { on: on ?? moment.today, by: '1', reason, doc })
}

interface Linking extends RosterChange {
  readonly is: RosterEntry
}

/** Somebody with this ID number stands in the roster already: the same person, unless the two say different things. */
function link(tx: WriteDb, known: StoredMember, change: Linking, moment: WriteMoment): string | null {
  const { file, is, after, sponsors, isHistory } = change
  if (!isInScope(tx, known.organizationId)) {
    if (isHistory) return null
    throw contradicts('ID number is in use', registeredElsewhere)
  }
  const problem = contradiction(tx, known, file, is)
  if (problem !== null) {
    if (!isHistory)
      throw contradicts('roster contradicts the file', `${problem}。请先核对，把错的一处改正后再登记`)
    return known.name === file.name && !hasOtherFile(tx, known.id, file.id) ? known.id : null
  }
  if (hasLeftParty(known)) {
    const given = {
      groupId: change.groupId,
      introducers: sponsorsText(sponsors),
      joinBranch: getOrganization(tx, file.organizationId)?.shortName.slice(0, 100) ?? null,
      doc: change.docNo,
    }
    const anew = {
      ...rejoiningFields(file, is, given),
      ...(is.personType === personTypeFull ? fullFields(after) : {}),
    }
    write(tx, known, anew, { on: is.joinedOn, reason: '重新入党', doc: change.docNo }, moment)
    return known.id
  }
  const isFullAlready = known.personType === personTypeFull
  const fields: Partial<MemberRecord> = {
    joinedOn: finer(known.joinedOn, is.joinedOn),
    ...(known.joinKind === null ? { joinKind: '1' } : {}),
    ...(known.introducers === null ? { introducers: sponsorsText(sponsors) } : {}),
    ...(is.personType === personTypeFull
      ? {
          regularOn: is.regularOn,
          ...(isFullAlready ? {} : { personType: personTypeFull, ...fullFields(after) }),
        }
      : {}),
  }
  write(tx, known, fields, { reason: '与发展党员档案对上', doc: change.docNo }, moment)
  return known.id
}

const sponsorsText = (names: readonly string[]) => (names.length === 0 ? null : names.join('、').slice(0, 50))

const finer = (a: RosterEntry['joinedOn'] | null, b: RosterEntry['joinedOn']) =>
  a !== null && a.length > b.length ? a : b
