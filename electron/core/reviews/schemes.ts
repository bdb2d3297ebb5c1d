import type { Database, ReadDb } from '#db/database.ts'
import {
  deleteScheme,
  insertScheme,
  listSchemes,
  type StoredScheme,
  updateScheme,
} from '#db/queries/reviewCampaigns.ts'
import {
  ballotsUnderScheme,
  hasFewUnder,
  isCountedUnder,
  ratedUnderScheme,
} from '#db/queries/reviewBallotsIn.ts'
import { countUnderScheme } from '#db/queries/reviewSubjects.ts'
import { whyItemsStay } from '#shared/domain/reviews/askedItems.ts'
import { whyFrozen, whyGroupsStay, whyScoringStays } from '#shared/domain/reviews/schemeRules.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { shownText } from '../records/mobilityRows.ts'
import { getScheme, requireOwnCampaign, schemeOf } from '../records/reviewCampaign.ts'
import type { Given } from './given.ts'
import { conflict, refuse, stale } from './refusals.ts'

const schemeWord = '这套方案'

function refuseSameName(schemes: readonly StoredScheme[], name: string, ownId: string | null): void {
  if (schemes.some((scheme) => scheme.name === name && scheme.id !== ownId))
    throw refuse('name', `本次述职测评已有一套“${name}”，请换一个名称`)
}

/** A scheme with mistakes is kept as a draft: what is wrong with it is said with it, and nothing is scored under it. */
export function addScheme(
  db: Database,
  { campaignId, name, scheme }: Given<'reviews.addScheme'>,
  ports: Ports,
): void {
  requireOwnCampaign(db.read, campaignId)
  const others = listSchemes(db.read, [campaignId])
  refuseSameName(others, name, null)
  const { at, ids } = momentOf(ports)
  const position = Math.max(-1, ...others.map((each) => each.position)) + 1
  db.write((tx) =>
    insertScheme(tx, {
      id: ids.next(),
      campaignId,
      position,
      name,
      body: JSON.stringify(scheme),
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  )
}

/** Throws NOT_FOUND, FORBIDDEN, STALE_WRITE. */
function seen(db: ReadDb, { id, version }: Pick<StoredScheme, 'id' | 'version'>): StoredScheme {
  const found = getScheme(db, id)
  requireOwnCampaign(db, found.campaignId)
  if (found.version !== version) throw stale(schemeWord)
  return found
}

/** Answers the campaign's id. Frozen with the first ballots: then only with a reason. */
export function saveScheme(
  db: Database,
  { id, version, name, scheme, reason }: Given<'reviews.saveScheme'>,
  ports: Ports,
): string {
  const found = seen(db.read, { id, version })
  const { campaignId } = found
  refuseSameName(listSchemes(db.read, [campaignId]), name, id)
  const body = JSON.stringify(scheme)
  const ballotsIn = ballotsUnderScheme(db.read, id)
  // What it is called may be put right at any time.
  const why = body === found.body ? null : whyFrozen(ballotsIn, reason ?? '')
  if (why !== null) throw refuse('reason', why)
  const stays = isCountedUnder(db.read, id) ? whyGroupsStay(schemeOf(found), scheme) : null
  if (stays !== null) throw conflict(stays)
  const asked = whyItemsStay(schemeOf(found), scheme, ratedUnderScheme(db.read, id))
  if (asked !== null) throw conflict(asked)
  const before = schemeOf(found)
  const scored = whyScoringStays(before, scheme, hasFewUnder(db.read, id, before.hideBelow))
  if (scored !== null) throw conflict(scored)
  if (body === found.body && name === found.name) return campaignId
  const changeReason = ballotsIn > 0 && body !== found.body ? reason : found.changeReason
  db.write((tx) => {
    if (!updateScheme(tx, found, { name, body, changeReason }, momentOf(ports).at)) throw stale(schemeWord)
  })
  return campaignId
}

/** Answers the campaign's id. */
export function removeScheme(db: Database, { id, version }: Given<'reviews.removeScheme'>): string {
  const found = seen(db.read, { id, version })
  const { campaignId } = found
  const people = countUnderScheme(db.read, id)
  const name = shownText(found.name, db.read)
  if (people > 0)
    throw conflict(`方案“${name}”下有 ${people} 位述职人，不能删去。请先把他们改到别的方案或移出名单`)
  if (listSchemes(db.read, [campaignId]).length === 1)
    throw conflict(`“${name}”是本次述职测评仅有的方案，不能删去；可以直接修改它`)
  db.write((tx) => {
    if (!deleteScheme(tx, found)) throw stale(schemeWord)
  })
  return campaignId
}
