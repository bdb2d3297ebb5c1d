import type { reviewsRoutes } from '#shared/contract/reviews.ts'
import type { HandlersOf } from '../call.ts'
import { getCampaign } from '../records/reviewCampaign.ts'
import { reviewSubjectDetail } from '../records/reviewDetail.ts'
import { scoreCampaign } from '../records/reviewScoring.ts'
import { schemeScores } from '../records/reviewViews.ts'
import { saveDaily } from './daily.ts'
import { decide } from './decide.ts'
import { saveFeedback } from './feedback.ts'

type Routes = Pick<
  typeof reviewsRoutes,
  'reviews.subject' | 'reviews.scores' | 'reviews.decide' | 'reviews.saveDaily' | 'reviews.saveFeedback'
>

/** What ballots and daily work come to, and what the committee makes of it. */
export const reviewScoresHandlers: HandlersOf<Routes> = {
  'reviews.subject': ({ id }, { db, ports }) => reviewSubjectDetail(db.read, id, ports.clock.today()),
  'reviews.scores': ({ campaignId }, { db }) =>
    schemeScores(scoreCampaign(db.read, getCampaign(db.read, campaignId).id), db.read),
  'reviews.decide': (input, { db, ports }) => decide(db, input, ports),
  'reviews.saveDaily': (input, { db, ports }) => {
    saveDaily(db, input, ports)
    return reviewSubjectDetail(db.read, input.id, ports.clock.today())
  },
  'reviews.saveFeedback': (input, { db, ports }) => {
    saveFeedback(db, input, ports)
    return reviewSubjectDetail(db.read, input.id, ports.clock.today())
  },
}
