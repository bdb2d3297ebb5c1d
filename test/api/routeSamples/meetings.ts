import { dateOnly } from '#shared/lib/dates.ts'
import { aMeeting, anItem, formOf } from '../meetingHarness.ts'
import type { Place, StandardOffice } from '../office.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'
import type { meetingComplianceSamples } from './meetingCompliance.ts'

const all = {
  organizationId: null,
  from: null,
  to: null,
  status: null,
  check: null,
  onlyLate: false,
  text: null,
  offset: 0,
  limit: 50,
} as const

const board = { organizationId: null, subject: null, state: 'open', offset: 0, limit: 50 } as const

/** As it stands, told by the street's clerk. */
const draft = ({ as }: StandardOffice, { meetingId: id }: Place) => as.street.call('meetings.get', { id })
const final = ({ as }: StandardOffice, { finalMeetingId: id }: Place) =>
  as.street.call('meetings.get', { id })

export const meetingSamples: SamplesOf<Exclude<RoutesOf<'meetings'>, keyof typeof meetingComplianceSamples>> =
  {
    'meetings.list': {
      input: (_, { stem, branchId }) => ({ ...all, kinds: [], organizationId: branchId, text: stem }),
      everything: { ...all, kinds: [] },
    },
    'meetings.get': { input: (_, { finalMeetingId: id }) => ({ id }) },
    'meetings.version': { input: (_, { finalMeetingId: id }) => ({ id, no: 1 }) },
    'meetings.roll': {
      input: (_, { branchId }) => ({
        organizationId: branchId,
        groupId: null,
        kinds: ['branchMeeting'],
        on: dateOnly('2026-11-10'),
      }),
    },
    'meetings.create': {
      input: (_, { branchId, groupId, developmentFileId }) => ({
        fields: aMeeting(branchId, {
          groupId,
          kinds: ['branchMeeting', 'groupMeeting'],
          items: [anItem({ matter: 'admission', developmentFileId })],
        }),
      }),
    },
    'meetings.update': {
      input: async (office, place) => {
        const detail = await final(office, place)
        return {
          id: detail.id,
          version: detail.version,
          fields: formOf(detail, { place: '活动室' }),
          reason: '更正地点',
        }
      },
    },
    'meetings.finalize': {
      input: async (office, place) => {
        const { id, version } = await draft(office, place)
        return { id, version }
      },
    },
    'meetings.copy': {
      input: (_, { finalMeetingId: id }) => ({ id, heldOn: dateOnly('2026-12-05') }),
    },
    'meetings.trash': {
      input: async (office, place) => {
        const { id, version } = await draft(office, place)
        return { id, version, reason: '录重了' }
      },
    },
    'meetings.check': {
      input: async (office, place) => {
        const { id, version } = await final(office, place)
        return { meetings: [{ id, version }], state: 'passed', words: null }
      },
    },
    'meetings.followUps': {
      input: (_, { branchId }) => ({ ...board, organizationId: branchId }),
      everything: board,
    },
    'meetings.closeFollowUp': {
      input: async (office, place) => {
        const { version } = await draft(office, place)
        return { id: place.followUpId, version, closedOn: dateOnly('2026-11-20'), result: '已更新' }
      },
    },
    'meetings.makeUp': {
      input: async (office, place) => {
        const { id, version } = await final(office, place)
        return { id, version, memberId: place.memberId, madeUpOn: null }
      },
    },
  }
