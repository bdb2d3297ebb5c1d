import type { ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { developmentEntries } from './developmentSource.ts'
import { fullEntries, groupEntries, statusEntries, stayEntries } from './ownSources.ts'
import { lostCaseEntries, mobilityEntries, postEntries, transferEntries } from './otherSources.ts'
import type { TimelineSource } from './timelineContext.ts'

/** Each later slice (meetings, visits, documents) adds its own. */
const sources: readonly TimelineSource[] = [
  stayEntries,
  fullEntries,
  statusEntries,
  groupEntries,
  postEntries,
  transferEntries,
  mobilityEntries,
  lostCaseEntries,
  developmentEntries,
]

/** Newest first; what goes on before what is over, a day nobody knows last. Throws NOT_FOUND for people out of reach. */
export function readTimeline(db: ReadDb, id: string, today: DateOnly): readonly TimelineEntry[] {
  const member = getMember(db, id)
  if (!member)
    throw new AppError('NOT_FOUND', 'no such member', {
      messageZh: '找不到这名党员，可能已被彻底删除或导入已撤回',
    })
  const names = organizationNames(db)
  const context = { member, today, nameOf: (place: string) => names.get(place) ?? '其他党组织' }
  return sources.flatMap((source) => source(db, context)).toSorted(newestFirst)
}

const order = (a: string, b: string) => (a === b ? 0 : a < b ? 1 : -1)

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return Number(b.isNow) - Number(a.isNow) || order(a.fromOn, b.fromOn) || order(a.toOn ?? '9', b.toOn ?? '9')
}
