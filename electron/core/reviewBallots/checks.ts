import type { ReadDb } from '#db/database.ts'
import { getOrganization, subtreeIds } from '#db/queries/organizations.ts'
import { spansOn } from '#db/queries/reviewBallots.ts'
import { getSubjects, type StoredSubject } from '#db/queries/reviewSubjects.ts'
import type { BatchFields } from '#shared/contract/reviewBallots.ts'
import { whyNotAdded } from '#shared/domain/reviews/mergedGroups.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import { type BatchPlace, placeIn } from '../records/reviewBatchPlace.ts'
import { getCampaign, getScheme, isOwnCampaign, schemeOf } from '../records/reviewCampaign.ts'
import { refuse } from './refusals.ts'
import { wasShownBefore } from './shownBefore.ts'

export interface CheckedBatch {
  readonly place: BatchPlace
  readonly subjects: readonly StoredSubject[]
}

/** What somebody wants to open or make of an open batch. Throws NOT_FOUND, VALIDATION_FAILED at the field. */
export function checkBatch(db: ReadDb, fields: BatchFields, today: DateOnly): CheckedBatch {
  const campaign = getCampaign(db, fields.campaignId)
  const stored = getScheme(db, fields.schemeId)
  if (stored.campaignId !== campaign.id) throw refuse('schemeId', '所选方案不是这次述职测评的，请重新选择')
  const scheme = schemeOf(stored)
  const problem = schemeProblems(scheme).find(({ severity }) => severity === 'block')
  if (problem !== undefined)
    throw refuse('schemeId', `方案“${stored.name}”还不能使用：${problem.message}。请先改好方案`)
  const component = scheme.components.find(({ id }) => id === fields.componentId)
  if (component?.kind !== 'rated') throw refuse('componentId', '方案里没有这个测评方向，请重新选择')
  const place = placeIn(scheme, fields)
  if (place === null) throw refuse('groupId', `“${component.name}”里没有这个测评群体，请重新选择`)
  if (component.direction === 'up' && !isOwnCampaign(db, campaign))
    throw refuse('componentId', `“${component.name}”由组织这次述职测评的党组织登记，请改选其他方向`)
  checkHolder(db, fields.organizationId, isOwnCampaign(db, campaign) ? campaign.organizationId : null)
  if (fields.heldOn > today) throw refuse('heldOn', '测评日期晚于今天，请核对')
  const { should, present } = fields
  if (should !== null && present !== null && present > should)
    throw refuse('present', `实到 ${present} 人，多于应到 ${should} 人，请核对`)
  return { place, subjects: checkSubjects(db, fields) }
}

/** `top`: who holds the campaign; null for a campaign from above, of which all the caller sees is a part. */
function checkHolder(db: ReadDb, organizationId: string, top: string | null): void {
  const holder = getOrganization(db, organizationId)
  if (!holder || holder.deletedAt !== null)
    throw refuse('organizationId', '所选党组织已不存在，或不在您的管理范围，请重新选择')
  if (top !== null && !subtreeIds(db, top).includes(holder.id))
    throw refuse('organizationId', '所选党组织不在这次述职测评的范围内，请重新选择')
}

function checkSubjects(db: ReadDb, { schemeId, subjects }: BatchFields): readonly StoredSubject[] {
  const ids = subjects.map(({ subjectId }) => subjectId)
  if (new Set(ids).size < ids.length) throw refuse('subjects', '被测评人里有人列了两次，请删去一行')
  const found = getSubjects(db, ids)
  if (found.length < ids.length)
    throw refuse('subjects', '有的被测评人已不在名单里，或不在您的管理范围。请刷新后重新选择')
  const other = found.find((subject) => subject.schemeId !== schemeId)
  if (other !== undefined)
    throw refuse('subjects', `“${other.name}”适用另一套方案，请与适用同一方案的人一起测评`)
  return found
}

interface Ballots {
  readonly subjectId: string
  readonly name: string
  readonly ballots: number
}

type Person = Pick<Ballots, 'subjectId' | 'name'>

const idsOf = (people: readonly Person[]) => people.map(({ subjectId }) => subjectId)

/** REV-06: not before anything of the direction was closed, whatever the clock of the computer says now. */
export function openingOf(
  db: ReadDb,
  { component }: Pick<BatchPlace, 'component'>,
  subjects: readonly { readonly id: string }[],
  at: Instant,
): Instant {
  const ids = subjects.map(({ id }) => id)
  return spansOn(db, ids, component.id).reduce(
    (latest, { closedAt }) => (closedAt !== null && closedAt > latest ? closedAt : latest),
    at,
  )
}

/** REV-06: somebody taken into an open batch late was not kept from being shown by it. Throws VALIDATION_FAILED, naming everybody. */
export function refuseShownSince(
  db: ReadDb,
  { component }: Pick<BatchPlace, 'component'>,
  people: readonly Person[],
  openedAt: Instant,
): void {
  const spans = spansOn(db, idsOf(people), component.id)
  const shown = people.filter(({ subjectId }) =>
    spans.some((span) => span.subjectId === subjectId && span.closedAt !== null && span.closedAt > openedAt),
  )
  if (shown.length === 0) return
  const names = shown.map(({ name }) => `“${name}”`).join('、')
  throw refuse(
    'subjects',
    `本批登记以后，${names}的“${component.name}”已经计过票，不能再加进本批；请另登记一批`,
  )
}

/** REV-06: why so few ballots may not be added to a result that was shown. Throws VALIDATION_FAILED, naming everybody. */
export function refuseTooFew(
  db: ReadDb,
  { component, scheme }: Pick<BatchPlace, 'component' | 'scheme'>,
  people: readonly Ballots[],
  of: { readonly id: string | null; readonly openedAt: Instant },
): void {
  const spans = Map.groupBy(
    spansOn(db, idsOf(people), component.id).filter(({ id }) => id !== of.id),
    ({ subjectId }) => subjectId,
  )
  const refused = people.flatMap(({ subjectId, name, ballots }) => {
    const isShown = wasShownBefore(component, spans.get(subjectId) ?? [], of.openedAt)
    const why = whyNotAdded(isShown, ballots, scheme.hideBelow)
    return why === null ? [] : [`“${name}”${why}`]
  })
  if (refused.length > 0) throw refuse('subjects', refused.join('；'))
}
