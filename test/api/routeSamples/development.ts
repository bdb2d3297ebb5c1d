import { partialDate } from '#shared/lib/dates.ts'
import { anEvent, aPerson, aStep, aVote } from '../developmentHarness.ts'
import type { Place, StandardOffice } from '../office.ts'
import { anIdNo } from '../samples.ts'
import type { developmentReadSamples } from './developmentReads.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

/** As it stands, told by the street's clerk. */
async function file({ as }: StandardOffice, { developmentFileId: id }: Place) {
  const { version } = await as.street.call('development.get', { id })
  return { id, version }
}

async function reviewed(office: StandardOffice, place: Place) {
  const saved = await office.as.street.call('development.saveReview', {
    ...(await file(office, place)),
    ...aReview,
  })
  return { id: saved.id, version: saved.version, reviewId: saved.reviews[0]?.id ?? '' }
}

const aReview = {
  reviewId: null,
  kind: 'activist',
  reviewedOn: partialDate('2026-03-01'),
  contactOpinion: '表现较好',
  branchOpinion: null,
  signedBy: null,
} as const

/** Commands on a file, and what they ask before they write. */
export const developmentSamples: SamplesOf<
  Exclude<RoutesOf<'development'>, keyof typeof developmentReadSamples>
> = {
  'development.checkStep': {
    input: async (office, place) => aStep(await file(office, place), 'meetingOn', '2026-11-01'),
  },
  'development.reveal': { input: (_, { developmentFileId }) => ({ id: developmentFileId }) },
  'development.create': {
    input: (_, { branchId, stem }) => ({
      fields: aPerson(branchId, { name: `${stem}壬`, idNo: anIdNo('1995-05-05', 777) }),
      appliedOn: partialDate('2026-11-01'),
    }),
  },
  'development.update': {
    input: async (office, place) => ({ ...(await file(office, place)), fields: { unitDuty: '新单位' } }),
  },
  'development.recordStep': {
    input: async (office, place) => aStep(await file(office, place), 'meetingOn', '2026-11-01'),
  },
  'development.correctStep': {
    input: async (office, place) => ({
      ...(await file(office, place)),
      milestone: 'formOn',
      on: partialDate('2026-10-11'),
      place: null,
      people: null,
      bodyId: null,
      docNo: null,
      opinion: null,
    }),
  },
  'development.removeStep': {
    input: async (office, place) => ({
      ...(await file(office, place)),
      milestone: 'formOn',
      reason: '登错了',
    }),
  },
  'development.recordEvent': {
    input: async (office, place) => ({
      ...anEvent(await file(office, place), '2026-11-01'),
      kind: 'return',
      cause: 'decision',
      to: 'activist',
    }),
  },
  'development.saveVote': {
    input: async (office, place) => ({
      ...(await file(office, place)),
      subject: 'admission',
      vote: aVote(20, 15, 9),
      heldOn: partialDate('2026-11-01'),
    }),
  },
  'development.removeVote': {
    input: async (office, place) => {
      const { id, version, votes } = await office.as.street.call('development.saveVote', {
        ...(await file(office, place)),
        subject: 'admission',
        vote: aVote(20, 15, 9),
        heldOn: partialDate('2026-11-01'),
      })
      return { id, version, voteId: votes[0]?.id ?? '', reason: '登错了' }
    },
  },
  'development.setGuarantors': {
    input: async (office, place) => ({
      ...(await file(office, place)),
      duty: 'sponsor',
      on: partialDate('2026-03-01'),
      people: [{ memberId: place.memberId, name: `${place.stem}甲`, isKin: false }],
    }),
  },
  'development.saveReview': {
    input: async (office, place) => ({ ...(await file(office, place)), ...aReview }),
  },
  'development.removeReview': { input: reviewed },
  'development.setMaterials': {
    input: async (office, place) => ({
      ...(await file(office, place)),
      materials: [
        {
          materialNo: 'M1',
          isPresent: true,
          isOriginal: true,
          copies: 1,
          pages: 3,
          formedOn: partialDate('2024-01-05'),
          note: null,
        },
      ],
    }),
  },
  'development.trash': {
    input: async (office, place) => ({ ...(await file(office, place)), reason: '录错了' }),
  },
}
