import type { WriteDb } from '#db/database.ts'
import {
  type DevelopmentFileColumns,
  findAnyDevelopmentFiles,
  getDevelopmentFile,
  insertDevelopmentFile,
  type NewDevelopmentFile,
  type StoredDevelopmentFile,
  updateDevelopmentFile,
} from '#db/queries/developmentFiles.ts'
import { eventsOfFile, stepsOfFile } from '#db/queries/developmentParts.ts'
import { insertDevelopmentEvent } from '#db/queries/developmentPartWrites.ts'
import type { ReadDb } from '#db/database.ts'
import type { StoredDevelopmentEvent } from '#db/queries/developmentParts.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import { courseOfRecord, datesOfSteps } from '#shared/domain/development/courseRecord.ts'
import { type CourseState, isFinalState } from '#shared/domain/development/states.ts'
import { renewDevelopment } from './developmentStatus.ts'
import type { WriteMoment } from './memberStore.ts'

export function staleFile(): AppError {
  return new AppError('STALE_WRITE', 'development file changed since it was read', {
    messageZh: '这份发展党员档案刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** Said of an ID number in use where the writer may not look: neither who nor where. */
const fileElsewhere = '这个身份证号已在本街道其他党组织建立发展党员档案，请联系街道党务干事核对'

/** The one way a file comes to be. */
export function addDevelopmentFile(tx: WriteDb, row: NewDevelopmentFile, { at }: WriteMoment): void {
  insertDevelopmentFile(tx, row, at)
}

/**
 * The one way a file changes; with nothing to set it says that a part was written. Whoever has written everything of one go calls
 * `renewDevelopment` after it. Throws STALE_WRITE.
 */
export function changeDevelopmentFile(
  tx: WriteDb,
  { id, version }: Pick<StoredDevelopmentFile, 'id' | 'version'>,
  set: DevelopmentFileColumns,
  { at }: Pick<WriteMoment, 'at'>,
): void {
  if (!updateDevelopmentFile(tx, { id, version, at }, set)) throw staleFile()
}

type NewDevelopmentEvent = Pick<StoredDevelopmentEvent, 'kind' | 'happenedOn'> &
  Partial<Omit<StoredDevelopmentEvent, 'id' | 'fileId' | 'position' | 'supersededBy'>>

/** Written after all there are. Answers its id. */
export function addDevelopmentEvent(
  tx: WriteDb,
  fileId: string,
  event: NewDevelopmentEvent,
  { ids }: Pick<WriteMoment, 'ids'>,
): string {
  const id = ids.next()
  const position = eventsOfFile(tx, fileId).reduce((most, each) => Math.max(most, each.position), 0) + 1
  insertDevelopmentEvent(tx, {
    cause: null,
    toState: null,
    months: null,
    approvedOn: null,
    bodyId: null,
    bodyName: null,
    docNo: null,
    words: null,
    overrideReason: null,
    ...event,
    id,
    fileId,
    position,
    supersededBy: null,
  })
  return id
}

/** Where a file stands by what still counts of its record. */
export function stateOfFile(db: ReadDb, fileId: string): CourseState {
  const isStanding = ({ supersededBy }: { readonly supersededBy: string | null }) => supersededBy === null
  return courseOfRecord({
    dates: datesOfSteps(stepsOfFile(db, fileId).filter(isStanding)),
    events: eventsOfFile(db, fileId).filter(isStanding),
  }).state
}

/** Another file of the person that is still under way: one person, one file. Over the whole street. */
export function otherOpenFile(
  db: ReadDb,
  { id, idNo }: { readonly id: string | null; readonly idNo: string | null },
): StoredDevelopmentFile | undefined {
  if (idNo === null) return undefined
  return findAnyDevelopmentFiles(db, [idNo]).find(
    (other) => other.id !== id && !isFinalState(stateOfFile(db, other.id)),
  )
}

/** Why the person cannot have another file, in a sentence that says nothing of one out of sight. */
export function openFileSentence(db: ReadDb, other: StoredDevelopmentFile): string {
  return isInScope(db, other.organizationId)
    ? `“${other.name}”已有一份没有办结的发展党员档案，请在原来的档案上办理`
    : fileElsewhere
}

/** Out of the trash a file may be open again beside another. Throws CONFLICT. */
export function settleRestoredFiles(tx: WriteDb, ids: readonly string[], moment: WriteMoment): void {
  for (const id of ids) {
    const file = getDevelopmentFile(tx, id)
    if (file === undefined || isFinalState(stateOfFile(tx, id))) continue
    const other = otherOpenFile(tx, file)
    if (other !== undefined)
      throw new AppError('CONFLICT', 'another file is open', {
        messageZh: `不能恢复“${file.name}”的发展党员档案：${openFileSentence(tx, other)}，或先删除那一份`,
      })
  }
  renewDevelopment(tx, ids, moment)
}
