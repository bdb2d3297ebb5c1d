import type { Database } from '#db/database.ts'
import {
  deleteDaily,
  insertDaily,
  listDaily,
  type StoredDaily,
  updateDaily,
} from '#db/queries/reviewScores.ts'
import { updateSubject } from '#db/queries/reviewSubjects.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { findSubject, getScheme, requireOwnCampaign, schemeOf } from '../records/reviewCampaign.ts'
import { evidenceOf } from '../records/reviewEvidence.ts'
import type { Given } from './given.ts'
import { refuse, stale } from './refusals.ts'

type Input = Given<'reviews.saveDaily'>

/** Throws VALIDATION_FAILED beside the score for a part the scheme does not have, one given twice, or a day to come. */
function check(scores: Input['scores'], partIds: readonly string[], today: DateOnly): void {
  const seen = new Set<string>()
  scores.forEach(({ partId, scoredOn }, n) => {
    if (!partIds.includes(partId))
      throw refuse({ [`scores.${n}.partId`]: '方案的日常考核里没有这一项，请刷新后再评分' })
    if (seen.has(partId)) throw refuse({ [`scores.${n}.partId`]: '同一项评了两次，请只留一个分数' })
    if (scoredOn !== null && scoredOn > today)
      throw refuse({ [`scores.${n}.scoredOn`]: '评分日期晚于今天，请核对' })
    seen.add(partId)
  })
}

/**
 * Scores of daily work by who holds the campaign, each with what the records said at that moment. Throws NOT_FOUND, FORBIDDEN,
 * VALIDATION_FAILED, STALE_WRITE.
 */
export function saveDaily(db: Database, { id, version, scores }: Input, ports: Ports): void {
  const subject = findSubject(db.read, id)
  const { year } = requireOwnCampaign(db.read, subject.campaignId)
  if (subject.version !== version) throw stale()
  const scheme = schemeOf(getScheme(db.read, subject.schemeId))
  const partIds = scheme.components.flatMap((component) =>
    component.kind === 'daily' ? component.parts.map((part) => part.id) : [],
  )
  const today = ports.clock.today()
  check(scores, partIds, today)
  const known = new Map(listDaily(db.read, id).map((row) => [row.partId, row]))
  const removed = scores.flatMap(({ partId, hundredths }) =>
    hundredths === null && known.has(partId) ? [partId] : [],
  )
  const { organizationId } = subject
  const { at, ids } = momentOf(ports)
  const evidence = JSON.stringify(evidenceOf(db.read, { subjectId: id, organizationId, year }, today))
  const given = scores.flatMap(({ hundredths, ...score }): readonly StoredDaily[] => {
    if (hundredths === null) return []
    const was = known.get(score.partId)
    const isSame =
      was?.hundredths === hundredths &&
      was.basis === score.basis &&
      was.scoredOn === score.scoredOn &&
      was.scoredBy === score.scoredBy
    return isSame ? [] : [{ ...score, id: was?.id ?? ids.next(), subjectId: id, hundredths, evidence }]
  })
  if (removed.length + given.length === 0) return
  db.write((tx) => {
    if (!updateSubject(tx, { id, version }, {}, at)) throw stale()
    if (removed.length > 0) deleteDaily(tx, id, removed)
    for (const row of given) (known.has(row.partId) ? updateDaily : insertDaily)(tx, row)
  })
}
