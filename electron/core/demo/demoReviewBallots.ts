import type { WriteDb } from '#db/database.ts'
import { insertBatch, insertPapers } from '#db/queries/reviewBallots.ts'
import { putSums } from '#db/queries/reviewCounts.ts'
import { itemsOf, overallId, type RatedComponent, type Scheme } from '#shared/domain/reviews/scheme.ts'
import type { ItemTally, Tally } from '#shared/domain/reviews/tallies.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { Random } from './random.ts'

export interface DemoPapers {
  readonly subjectId: string
  readonly issued: number
  readonly returned: number
  /** Hundredths of the votes that are the highest grade. */
  readonly quality: number
}

interface DemoBatch {
  readonly campaignId: string
  readonly schemeId: string
  readonly organizationId: string
  readonly component: RatedComponent
  readonly groupId: string
  readonly heldOn: DateOnly
  readonly people: readonly DemoPapers[]
}

function itemTally(item: BallotItem, valid: number, quality: number, random: Random): ItemTally {
  const abstained = item.id === overallId ? 0 : random.below(2)
  const votes = Math.max(valid - abstained, 0)
  if (item.by === 'points') {
    const each = Math.round((item.most * (78 + quality / 6 + random.below(6))) / 100 / 50) * 50
    return { by: 'points', votes, sum: votes * Math.min(each, item.most), abstained: valid - votes }
  }
  const best = Math.floor((votes * Math.max(quality - random.below(10), 0)) / 100)
  const good = Math.floor((votes - best) * 0.8)
  const fair = Math.max(votes - best - good - (random.chance(0.2) ? 1 : 0), 0)
  const poor = votes - best - good - fair
  return { by: 'grades', counts: { best, good, fair, poor }, abstained: valid - votes }
}

/** Held and counted: what is left of it are the sums. `isOpen`: back from the room, and still to be keyed. */
export function addBatch(
  tx: WriteDb,
  scheme: Scheme,
  { component, groupId, people, ...batch }: DemoBatch,
  isOpen: boolean,
  random: Random,
  { ids, at }: WriteMoment,
): void {
  const id = ids.next()
  const raters = Math.max(...people.map(({ issued }) => issued))
  insertBatch(tx, {
    ...batch,
    id,
    componentId: component.id,
    groupId,
    should: raters,
    present: Math.max(...people.map(({ returned }) => returned)),
    method: isOpen ? 'keying' : 'tally',
    state: isOpen ? 'open' : 'closed',
    supervisors: null,
    tellers: null,
    openedOn: batch.heldOn,
    closedOn: isOpen ? null : batch.heldOn,
    version: 1,
    createdAt: at,
    updatedAt: at,
  })
  insertPapers(
    tx,
    people.map(({ subjectId, issued, returned }, position) => ({
      id: ids.next(),
      batchId: id,
      subjectId,
      position,
      issued,
      returned,
    })),
  )
  if (isOpen) return
  const items = itemsOf(scheme, component.form)
  for (const { subjectId, issued, returned, quality } of people) {
    const blank = returned > 20 ? random.below(2) : 0
    const tally: Tally = Object.fromEntries(
      items.map((item) => [item.id, itemTally(item, returned - blank, quality, random)]),
    )
    putSums(tx, {
      subjectId,
      componentId: component.id,
      groupId,
      issued,
      returned,
      several: 0,
      illegible: 0,
      blank,
      tally: JSON.stringify(tally),
    })
  }
}
