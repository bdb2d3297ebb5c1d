import type { reviewsRoutes } from '#shared/contract/reviews.ts'
import type { Call, HandlersOf } from '../call.ts'
import { reviewCampaignDetail } from '../records/reviewCampaignDetail.ts'
import { reviewSubjectDetail } from '../records/reviewDetail.ts'
import { findSubject } from '../records/reviewCampaign.ts'
import { saveComments, saveReport } from './accounts.ts'
import { candidates } from './candidates.ts'
import { createCampaign, listCampaignRows, saveCampaign, trashCampaign } from './campaigns.ts'
import { addScheme, removeScheme, saveScheme } from './schemes.ts'
import { readBoardRows, registerStep } from './steps.ts'
import { subjectsOf } from './subjectsOf.ts'
import { addSubjects, removeSubject, saveSubject } from './subjects.ts'

/** Of one person: what is read off the scores and decided from them. */
type ScoreRoute =
  | 'reviews.subject'
  | 'reviews.scores'
  | 'reviews.decide'
  | 'reviews.saveDaily'
  | 'reviews.saveFeedback'

const campaign = ({ db, ports }: Call, id: string) => reviewCampaignDetail(db.read, id, ports.clock.today())
const subject = ({ db, ports }: Call, id: string) => reviewSubjectDetail(db.read, id, ports.clock.today())

/** 双向述职双向测评 of a year: schemes, people, steps, reports, comments. */
export const reviewsHandlers: HandlersOf<Omit<typeof reviewsRoutes, ScoreRoute>> = {
  'reviews.campaigns': (_, { db, ports }) => listCampaignRows(db.read, ports),
  'reviews.campaign': ({ id }, call) => campaign(call, id),
  'reviews.create': (input, call) => campaign(call, createCampaign(call.db, input, call.ports)),
  'reviews.update': (input, call) => {
    saveCampaign(call.db, input, call.ports)
    return campaign(call, input.id)
  },
  'reviews.trash': (input, { db, ports }) => {
    trashCampaign(db, input, ports)
    return null
  },
  'reviews.addScheme': (input, call) => {
    addScheme(call.db, input, call.ports)
    return campaign(call, input.campaignId)
  },
  'reviews.saveScheme': (input, call) => campaign(call, saveScheme(call.db, input, call.ports)),
  'reviews.removeScheme': (input, call) => campaign(call, removeScheme(call.db, input)),
  'reviews.candidates': (input, { db, ports }) => candidates(db.read, input, ports),
  'reviews.of': (input, { db }) => subjectsOf(db.read, input),
  'reviews.addSubjects': (input, call) => {
    addSubjects(call.db, input, call.ports)
    return campaign(call, input.campaignId)
  },
  'reviews.updateSubject': (input, call) => {
    saveSubject(call.db, input, call.ports)
    return subject(call, input.id)
  },
  'reviews.removeSubject': (input, call) => {
    const { campaignId } = findSubject(call.db.read, input.id)
    removeSubject(call.db, input)
    return campaign(call, campaignId)
  },
  'reviews.board': ({ campaignId }, { db, ports }) => readBoardRows(db.read, campaignId, ports.clock.today()),
  'reviews.registerStep': (input, { db, ports }) => ({ registered: registerStep(db, input, ports) }),
  'reviews.saveReport': (input, call) => {
    saveReport(call.db, input, call.ports)
    return subject(call, input.id)
  },
  'reviews.saveComments': (input, call) => {
    saveComments(call.db, input, call.ports)
    return subject(call, input.id)
  },
}
