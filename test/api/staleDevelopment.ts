import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { anEvent, aPerson, aStep, aVote } from './developmentHarness.ts'
import type { StaffedOffice } from './samples.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

/** A file as somebody saw it before the community's clerk wrote to a part of it. */
async function anEditedFile({ call, as, branchId }: StaffedOffice) {
  const file = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2026-03-01'),
  })
  const { id, version } = file
  await as('communityClerk').call('development.recordStep', aStep(file, 'talkedOn', '2026-03-20'))
  return { id, version }
}

const aReview = {
  reviewId: null,
  kind: 'activist',
  reviewedOn: partialDate('2026-05-01'),
  contactOpinion: null,
  branchOpinion: null,
  signedBy: null,
} as const

/** Of 发展党员: what a page sends that has not seen the last change. */
export const staleDevelopment = {
  'development.update': async (office) => ({ ...(await anEditedFile(office)), fields: { remark: '改' } }),
  'development.checkStep': async (office) => aStep(await anEditedFile(office), 'activistOn', '2026-10-01'),
  'development.recordStep': async (office) => aStep(await anEditedFile(office), 'activistOn', '2026-10-01'),
  'development.correctStep': async (office) => ({
    ...(await anEditedFile(office)),
    milestone: 'appliedOn',
    on: partialDate('2026-03-02'),
    place: null,
    people: null,
    bodyId: null,
    docNo: null,
    opinion: null,
  }),
  'development.removeStep': async (office) => ({
    ...(await anEditedFile(office)),
    milestone: 'appliedOn',
    reason: '登错了',
  }),
  'development.recordEvent': async (office) => ({
    ...anEvent(await anEditedFile(office), '2026-10-01'),
    kind: 'end',
    cause: 'withdrawn',
  }),
  'development.saveVote': async (office) => ({
    ...(await anEditedFile(office)),
    subject: 'admission',
    vote: aVote(),
    heldOn: partialDate('2026-10-01'),
  }),
  'development.removeVote': async (office) => {
    const { id, version } = await anEditedFile(office)
    const vote = { subject: 'admission', vote: aVote(20, 15, 9), heldOn: partialDate('2026-10-01') } as const
    const { votes } = await office.call('development.saveVote', { id, version: version + 1, ...vote })
    return { id, version: version + 1, voteId: votes[0]?.id ?? '', reason: '登错了' }
  },
  'development.setGuarantors': async (office) => ({
    ...(await anEditedFile(office)),
    duty: 'contact',
    on: partialDate('2026-10-01'),
    people: [],
  }),
  'development.saveReview': async (office) => ({ ...(await anEditedFile(office)), ...aReview }),
  'development.removeReview': async (office) => {
    const { id, version } = await anEditedFile(office)
    const review = { ...aReview, id, version: version + 1 }
    const saved = await office.call('development.saveReview', review)
    return { id, version: version + 1, reviewId: saved.reviews[0]?.id ?? '' }
  },
  'development.setMaterials': async (office) => ({
    ...(await anEditedFile(office)),
    materials: [
      {
        materialNo: 'M1',
        isPresent: true,
        isOriginal: null,
        copies: null,
        pages: null,
        formedOn: null,
        note: null,
      },
    ],
  }),
  'development.setQuota': async ({ call, as, communityId }) => {
    const quota = { organizationId: communityId, year: 2026, planned: 5, docNo: null }
    await call('development.setQuota', { ...quota, version: null })
    await as('communityClerk').call('development.setQuota', { ...quota, version: 1, planned: 6 })
    return { ...quota, version: 1 }
  },
  'development.trash': async (office) => ({ ...(await anEditedFile(office)), reason: '录错了' }),
} as const satisfies { readonly [R in RouteName]?: Stale<R> }
