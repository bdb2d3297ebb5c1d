import { dateOnly } from '#shared/lib/dates.ts'
import type { Place, StandardOffice } from '../office.ts'
import type { SamplesOf } from './sample.ts'

const page = { year: 2026, kind: null, only: null, offset: 0, limit: 50 } as const

export const meetingComplianceSamples: SamplesOf<
  'meetings.grid' | 'meetings.compliance' | 'meetings.attendance' | 'meetings.revealContact'
> = {
  'meetings.grid': {
    input: (_, { communityId }) => ({ ...page, organizationId: communityId }),
    everything: { ...page, organizationId: null },
  },
  'meetings.compliance': { input: (_, { branchId }) => ({ organizationId: branchId, year: 2026 }) },
  'meetings.attendance': { input: (_, { branchId }) => ({ organizationId: branchId, year: 2026 }) },
  'meetings.revealContact': { input: (_, { branchId }) => ({ organizationId: branchId }) },
}

const fields = {
  themeDay: 5,
  remark: null,
  items: [
    {
      id: null,
      month: 3,
      kind: 'themeDay',
      plannedOn: dateOnly('2026-03-05'),
      topic: '学雷锋志愿服务',
      program: null,
      place: null,
      personName: null,
    },
  ],
} as const

/** A guide of the community for May. */
const guideOf = ({ communityId, stem }: Place) => ({
  organizationId: communityId,
  year: 2026,
  month: 5,
  title: `${stem}5月主题提示`,
  study: '学习党章',
  activities: null,
  demands: null,
  docNo: null,
  issuedOn: dateOnly('2026-04-28'),
})

export async function aGuide({ as }: StandardOffice, place: Place) {
  const { id, version } = await as.street.call('topicGuides.save', {
    id: null,
    version: null,
    fields: guideOf(place),
  })
  return { id, version }
}

/** The plan of the branch for 2026, saved. */
export async function aPlan({ as }: StandardOffice, { branchId }: Place): Promise<void> {
  await as.street.call('meetingPlans.save', planOf(branchId))
}

const planOf = (branchId: string) => ({
  organizationId: branchId,
  year: 2026,
  version: null,
  fields: { ...fields, items: [...fields.items] },
})

export const meetingPlanSamples: SamplesOf<
  'meetingPlans.get' | 'meetingPlans.save' | 'topicGuides.list' | 'topicGuides.save' | 'topicGuides.trash'
> = {
  'meetingPlans.get': { input: (_, { branchId }) => ({ organizationId: branchId, year: 2026 }) },
  'meetingPlans.save': {
    input: (_, { branchId }) => planOf(branchId),
  },
  'topicGuides.list': {
    input: () => ({ year: 2026 }),
    everything: { year: null },
    namesNone: 'everything in the caller’s reach',
  },
  'topicGuides.save': {
    input: async (office, place) => ({
      ...(await aGuide(office, place)),
      fields: { ...guideOf(place), title: `${place.stem}5月提示` },
    }),
  },
  'topicGuides.trash': {
    input: async (office, place) => ({ ...(await aGuide(office, place)), reason: `${place.stem}发错了` }),
  },
}
