import type { Database } from '#db/database.ts'
import { type StoredSubject, updateSubject } from '#db/queries/reviewSubjects.ts'
import type { FeedbackFields } from '#shared/contract/reviewInputs.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { findSubject, requireOwnCampaign } from '../records/reviewCampaign.ts'
import type { Given } from './given.ts'
import { refuse, stale } from './refusals.ts'

/** 通报反馈 follows the decision, the signature the talk. Throws VALIDATION_FAILED beside the field. */
function check(
  { feedbackOn, feedbackBy, feedbackWords, signedOn }: FeedbackFields,
  { grade, decidedOn }: StoredSubject,
  today: DateOnly,
): void {
  if ([feedbackOn, feedbackBy, feedbackWords, signedOn].every((value) => value === null)) return
  if (grade === null) throw refuse({ feedbackOn: '等次还没有研究确定，不能登记通报反馈' })
  if (feedbackOn === null) throw refuse({ feedbackOn: '请填写反馈日期' })
  if (feedbackOn > today) throw refuse({ feedbackOn: '反馈日期晚于今天，请核对' })
  if (decidedOn !== null && feedbackOn < decidedOn)
    throw refuse({ feedbackOn: `反馈日期早于定等日期 ${formatPartialDate(decidedOn)}，请核对` })
  if (signedOn === null) return
  if (signedOn > today) throw refuse({ signedOn: '签字日期晚于今天，请核对' })
  if (signedOn < feedbackOn) throw refuse({ signedOn: '签字日期早于反馈日期，请核对' })
}

/** By who holds the campaign; all empty takes it back. Throws NOT_FOUND, FORBIDDEN, VALIDATION_FAILED, STALE_WRITE. */
export function saveFeedback(
  db: Database,
  { id, version, feedback }: Given<'reviews.saveFeedback'>,
  ports: Ports,
): void {
  const subject = findSubject(db.read, id)
  requireOwnCampaign(db.read, subject.campaignId)
  if (subject.version !== version) throw stale()
  check(feedback, subject, ports.clock.today())
  const isSame =
    subject.feedbackOn === feedback.feedbackOn &&
    subject.feedbackBy === feedback.feedbackBy &&
    subject.feedbackWords === feedback.feedbackWords &&
    subject.signedOn === feedback.signedOn
  if (isSame) return
  const { at } = momentOf(ports)
  db.write((tx) => {
    if (!updateSubject(tx, { id, version }, feedback, at)) throw stale()
  })
}
