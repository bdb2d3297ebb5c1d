import type { Database, ReadDb } from '#db/database.ts'
import {
  carriedAlready,
  getRectification,
  insertRectification,
  lastYearItemsOf,
  type ListedRectification,
  nextPosition,
  rectifiedSubject,
  type RectifiedSubject,
  updateRectification,
} from '#db/queries/rectifications.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RectificationFields } from '#shared/contract/reviewInputs.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { carryOver, rectifyContradictions, whyNotReported } from '#shared/domain/reviews/rectification.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'

interface Seen {
  readonly id: string
  readonly version: number
}

/** Throws NOT_FOUND. */
export function findRectification(db: ReadDb, id: string): ListedRectification {
  const found = getRectification(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such rectification', {
      messageZh: '找不到这条整改事项，可能已移入回收站，或所属的述职测评已删除。请刷新列表',
    })
  return found
}

function findSubject(db: ReadDb, id: string): RectifiedSubject {
  const found = rectifiedSubject(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such subject', {
      messageZh: '找不到这位述职人，可能已移除，或不在您的管理范围。请刷新页面后重新选择',
    })
  return found
}

function stale(problem: string): AppError {
  return new AppError('STALE_WRITE', 'changed since it was read', {
    messageZh: `整改事项“${problem}”刚被修改或删除过，您看到的不是最新的。请刷新核对后再保存`,
  })
}

/** Throws VALIDATION_FAILED for days that contradict each other. */
function check(fields: RectificationFields, year: number, today: DateOnly): void {
  const problems = rectifyContradictions(fields, year, today)
  if (Object.keys(problems).length > 0)
    throw new AppError('VALIDATION_FAILED', 'days contradict each other', { fields: problems })
}

export function createRectification(
  db: Database,
  { subjectId, fields }: { readonly subjectId: string; readonly fields: RectificationFields },
  ports: Ports,
): string {
  const { year } = findSubject(db.read, subjectId)
  const { at, today, ids } = momentOf(ports)
  check(fields, year, today)
  const id = ids.next()
  db.write((tx) =>
    insertRectification(tx, {
      ...fields,
      id,
      subjectId,
      position: nextPosition(tx, subjectId),
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  )
  return id
}

export function saveRectification(
  db: Database,
  { id, version, fields }: Seen & { readonly fields: RectificationFields },
  ports: Ports,
): void {
  const found = findRectification(db.read, id)
  if (found.version !== version) throw stale(found.problem)
  const { at, today } = momentOf(ports)
  check(fields, found.year, today)
  const before = new Map<string, unknown>(Object.entries(found))
  if (Object.entries(fields).every(([key, value]) => before.get(key) === value)) return
  db.write((tx) => {
    if (!updateRectification(tx, found, fields, at)) throw stale(found.problem)
  })
}

export function trashRectification(
  db: Database,
  { id, version, reason }: RouteInput<'rectifications.trash'>,
  ports: Ports,
): void {
  findRectification(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'reviewRectification', { id, version }, reason, momentOf(ports)))
}

/** Once: what goes on in somebody's list already is left out. */
export function carryOverLastYear(
  db: Database,
  { subjectId }: RouteInput<'rectifications.carryOver'>,
  ports: Ports,
): RouteOutput<'rectifications.carryOver'> {
  findSubject(db.read, subjectId)
  const lastYear = lastYearItemsOf(db.read, [subjectId])
  const carried = carriedAlready(
    db.read,
    lastYear.map(({ id }) => id),
  )
  const items = carryOver(lastYear.filter(({ id }) => !carried.has(id)))
  if (items.length === 0) return { carried: 0 }
  const { at, ids } = momentOf(ports)
  db.write((tx) => {
    const first = nextPosition(tx, subjectId)
    for (const [n, { id, problem, source }] of items.entries())
      insertRectification(tx, {
        id: ids.next(),
        subjectId,
        position: first + n,
        problem,
        source,
        carriedFromId: id,
        progress: 'notStarted',
        version: 1,
        createdAt: at,
        updatedAt: at,
      })
  })
  return { carried: items.length }
}

/** All of them or none. Words are left as they are where none are given. */
export function reportRectifications(
  db: Database,
  {
    items,
    reportedOn,
    reportedWords,
  }: {
    readonly items: readonly Seen[]
    readonly reportedOn: DateOnly
    readonly reportedWords: string | null
  },
  ports: Ports,
): RouteOutput<'rectifications.report'> {
  const { at, today } = momentOf(ports)
  const seen = new Map(items.map((item) => [item.id, item.version]))
  const found = [...seen].map(([id, version]) => {
    const item = findRectification(db.read, id)
    if (item.version !== version) throw stale(item.problem)
    return item
  })
  for (const { problem, year, reportedOn: before } of found) {
    const whyNot = whyNotReported(reportedOn, year, today)
    if (whyNot !== null) throw refused(`“${problem}”：${whyNot}`)
    if (before !== null)
      throw refused(`“${problem}”已登记在 ${formatPartialDate(before)}通报。请取消勾选，或打开这一条单独修改`)
  }
  const set = { reportedOn, ...(reportedWords === null ? {} : { reportedWords }) }
  db.write((tx) => {
    for (const item of found) if (!updateRectification(tx, item, set, at)) throw stale(item.problem)
  })
  return { reported: found.length }
}

const refused = (messageZh: string) => new AppError('VALIDATION_FAILED', 'cannot be reported', { messageZh })
