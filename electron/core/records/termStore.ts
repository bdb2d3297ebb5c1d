import type { WriteDb } from '#db/database.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { listPosts } from '#db/queries/posts.ts'
import {
  countPostsOfTerm,
  getTerm,
  insertTerm,
  listTerms,
  setCurrentTerm,
  type StoredTerm,
  updateTerm,
} from '#db/queries/terms.ts'
import { AppError } from '#shared/contract/errors.ts'
import { hasTerm } from '#shared/domain/organizationKinds.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import { addYears, type DateOnly, isDateOnly, type PartialDate } from '#shared/lib/dates.ts'
import type { WriteMoment } from './memberStore.ts'
import { kindOf } from './organizationKind.ts'
import { movePlainToTrash } from './plainTrash.ts'

export interface NewTerm {
  readonly organizationId: string
  readonly termNo: number | null
  readonly fromOn: PartialDate | ''
  readonly dueOn: DateOnly | null
  /** Of a term of long ago; null for the one that runs. */
  readonly endedOn: PartialDate | null
  readonly electionId: string | null
  readonly remark: string | null
}

/**
 * Enters a term; one without `endedOn` runs and closes the former on its own first day. Keeps the organisation's own columns in
 * step. Answers the new id.
 */
export function openTerm(tx: WriteDb, term: NewTerm, moment: WriteMoment): string {
  const id = moment.ids.next()
  const former = runningTerm(listTerms(tx, [term.organizationId]))
  if (former && term.endedOn === null && term.fromOn !== '' && term.fromOn > former.fromOn)
    changeRow(tx, former, { endedOn: term.fromOn }, moment)
  insertTerm(tx, { ...term, id, version: 1, createdAt: moment.at, updatedAt: moment.at })
  renewCurrentTerm(tx, term.organizationId, moment)
  return id
}

type TermChange = Partial<Omit<StoredTerm, 'id' | 'organizationId' | 'version' | 'createdAt' | 'updatedAt'>>

/** Corrects, extends or ends a term. Throws STALE_WRITE. */
export function changeTerm(tx: WriteDb, current: StoredTerm, set: TermChange, moment: WriteMoment): void {
  changeRow(tx, current, set, moment)
  renewCurrentTerm(tx, current.organizationId, moment)
}

/** Throws CONFLICT while posts stand in it. The former term, which ended when this one began, runs again. */
export function trashTerm(tx: WriteDb, current: StoredTerm, reason: string, moment: WriteMoment): void {
  const held = countPostsOfTerm(tx, current.id)
  if (held > 0)
    throw new AppError('CONFLICT', 'posts stand in the term', {
      messageZh: `这一届还有 ${held} 条任职记录，不能删除。请先删除这些任职，或改到别的届次`,
    })
  const all = listTerms(tx, [current.organizationId])
  const wasRunning = runningTerm(all)?.id === current.id
  movePlainToTrash(tx, 'term', current, reason, moment)
  const former = all.findLast(({ id }) => id !== current.id)
  if (wasRunning && former && former.endedOn !== null && former.endedOn === current.fromOn)
    changeRow(tx, former, { endedOn: null }, moment)
  renewCurrentTerm(tx, current.organizationId, moment)
}

function changeRow(tx: WriteDb, current: StoredTerm, set: TermChange, { at }: WriteMoment): void {
  if (updateTerm(tx, current, set, at)) return
  throw new AppError('STALE_WRITE', 'term changed since it was read', {
    messageZh: '这一届的记录刚被修改过，请刷新后重新填写',
  })
}

/** `organizations.current_term_from/_to` say what holds today; a start known to the month is no day and stays out of them. */
export function renewCurrentTerm(tx: WriteDb, organizationId: string, { at }: Pick<WriteMoment, 'at'>): void {
  const running = runningTerm(listTerms(tx, [organizationId]))
  const from = running?.fromOn ?? ''
  setCurrentTerm(
    tx,
    organizationId,
    { currentTermFrom: isDateOnly(from) ? from : null, currentTermTo: running?.dueOn ?? null },
    at,
  )
}

type TermColumns = Pick<StoredOrganization, 'currentTermFrom' | 'currentTermTo'>

const noTerm: TermColumns = { currentTermFrom: null, currentTermTo: null }

/**
 * The organisation's form or a workbook said something of the term that runs: a start a year or more later is a new term,
 * anything else puts the running one right. `before` is what the columns held, null for a new organisation. Call after the write.
 */
export function followCurrentTerm(
  tx: WriteDb,
  organizationId: string,
  before: TermColumns | null,
  moment: WriteMoment,
): void {
  const was = before ?? noTerm
  const row = getOrganization(tx, organizationId)
  if (!row || !hasTerm(kindOf(row))) return
  const { currentTermFrom: fromOn, currentTermTo: dueOn } = row
  if (was.currentTermFrom === fromOn && was.currentTermTo === dueOn) return
  const running = runningTerm(listTerms(tx, [organizationId]))
  if (!running || (fromOn !== null && isNextTerm(running.fromOn, fromOn))) {
    if (fromOn === null && dueOn === null) return
    const nothing = { termNo: null, endedOn: null, electionId: null, remark: null }
    openTerm(tx, { ...nothing, organizationId, fromOn: fromOn ?? '', dueOn }, moment)
    return
  }
  const keepsMonth = fromOn === null && running.fromOn !== '' && !isDateOnly(running.fromOn)
  changeRow(tx, running, { ...(keepsMonth ? {} : { fromOn: fromOn ?? '' }), dueOn }, moment)
}

/** Terms that came back from the trash: the organisations' own columns follow. */
export function renewAfterRestore(tx: WriteDb, termIds: readonly string[], moment: WriteMoment): void {
  const organizations = new Set(termIds.flatMap((id) => getTerm(tx, id)?.organizationId ?? []))
  for (const id of organizations) renewCurrentTerm(tx, id, moment)
}

/** What hangs on organisations that go to the trash goes with them, and comes back with them. */
export function trashTermsAndPosts(
  tx: WriteDb,
  organizationIds: readonly string[],
  reason: string,
  moment: WriteMoment,
): void {
  for (const post of listPosts(tx, organizationIds)) movePlainToTrash(tx, 'post', post, reason, moment)
  for (const term of listTerms(tx, organizationIds)) movePlainToTrash(tx, 'term', term, reason, moment)
}

function isNextTerm(former: PartialDate | '', fromOn: DateOnly): boolean {
  return isDateOnly(former) && fromOn >= addYears(former, 1)
}
