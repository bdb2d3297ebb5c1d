import type { WriteDb } from '#db/database.ts'
import { type ElectionChange, type StoredElection, updateElection } from '#db/queries/elections.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import { electionStatusLabels } from '#shared/labels/elections.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'

export function refuse(detail: string, fields: FieldErrors): AppError {
  return new AppError('VALIDATION_FAILED', detail, { fields })
}

/** Throws VALIDATION_FAILED where there is a problem. */
export function refuseFields(detail: string, fields: FieldErrors): void {
  if (Object.keys(fields).length > 0) throw refuse(detail, fields)
}

export function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'election changed since it was read', {
    messageZh: '这次换届选举的记录刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

/** Throws STALE_WRITE for another version, CONFLICT once the election is closed. */
export function openElection(election: StoredElection, version: number): void {
  if (election.version !== version) throw stale()
  if (election.status !== 'open')
    throw conflict(
      'election is closed',
      `这次换届选举${electionStatusLabels[election.status]}，不能再修改；需要更正的，请先撤销结束它的操作`,
    )
}

/** Writes the election itself, or with an empty change marks that a part of it was written. Throws STALE_WRITE. */
export function touch(
  tx: WriteDb,
  election: Pick<StoredElection, 'id' | 'version'>,
  set: ElectionChange,
  { at }: Pick<WriteMoment, 'at'>,
): void {
  if (!updateElection(tx, election, set, at)) throw stale()
}

/** Days on which something was done are past or today. */
export function notInFuture(
  today: DateOnly,
  days: Readonly<Record<string, DateOnly | null | undefined>>,
): void {
  const fields = Object.fromEntries(
    Object.entries(days)
      .filter(([, day]) => day !== null && day !== undefined && day > today)
      .map(([field]) => [field, '日期不能晚于今天，请核对']),
  )
  refuseFields('in the future', fields)
}
