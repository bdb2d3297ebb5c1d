import type { RouteInput } from '#shared/contract/routes.ts'
import type { Place, StandardOffice } from '../office.ts'
import type { RoutesOf, SamplesOf } from './sample.ts'

const any = { accountId: null, kind: null, from: null, to: null, text: null } as const
const page = { offset: 0, limit: 50 }
const auditors = 'the auditor’s, who sees the whole log and no records'

/** The change the community's clerk made to `memberId`, as its history tells it. */
async function ownChange({ as }: StandardOffice, { memberId }: Place) {
  const { entries } = await as.street.call('activity.history', { kind: 'member', id: memberId })
  const entry = entries.find(({ route }) => route === 'members.update')
  if (!entry) throw new Error('no change in the history')
  const { version } = await as.street.call('members.get', { id: memberId })
  return { entry, version }
}

async function putBackInput(office: StandardOffice, place: Place): Promise<RouteInput<'activity.putBack'>> {
  const { entry, version } = await ownChange(office, place)
  return { changeId: entry.changeId, field: entry.fields[0]?.field ?? '', version }
}

const seqOf = async (office: StandardOffice, place: Place) => ({
  seq: (await ownChange(office, place)).entry.seq,
})

const activitySamples: SamplesOf<RoutesOf<'activity'>> = {
  'activity.list': {
    input: (_, { accountId }) => ({ ...any, accountId, ...page }),
    everything: { ...any, ...page },
  },
  'activity.changes': {
    input: async (office, place) => ({ ...(await seqOf(office, place)), ...page }),
    namesNone: 'an entry by its number',
  },
  'activity.history': { input: (_, { memberId }) => ({ kind: 'member', id: memberId }) },
  'activity.checkUndo': { input: seqOf, namesNone: 'an entry by its number' },
  'activity.undo': { input: seqOf, namesNone: 'an entry by its number' },
  'activity.lastOwn': {
    input: (_, { memberId }) => ({ kinds: ['member'], recordId: memberId }),
    everything: { kinds: ['member', 'organization'], recordId: null },
  },
  'activity.putBack': { input: putBackInput, namesNone: 'a change by its number' },
}

const auditSamples: SamplesOf<RoutesOf<'audit'>> = {
  'audit.list': { input: () => ({ ...any, route: null, ...page }), namesNone: auditors },
  'audit.changes': {
    input: async (office, place) => ({ ...(await seqOf(office, place)), ...page }),
    namesNone: auditors,
  },
  'audit.verify': { input: () => ({}), namesNone: auditors },
  'audit.export': { input: () => ({ ...any, route: null }), namesNone: auditors },
}

const trashSamples: SamplesOf<RoutesOf<'trash'>> = {
  'trash.list': {
    input: () => ({ kind: null, ...page }),
    everything: { kind: null, ...page },
    namesNone: 'everything in the caller’s reach',
  },
  'trash.restore': {
    input: (_, { trashedMemberId, trashedBranchId }) => ({
      items: [
        { kind: 'organization', id: trashedBranchId },
        { kind: 'member', id: trashedMemberId },
      ],
    }),
  },
  'trash.summary': { input: () => ({}), namesNone: 'the administrator’s: counts only' },
  'trash.empty': {
    input: () => ({ kind: null, olderThanDays: 0, reason: '清理', ownPassword: 'Manage-2026' }),
    namesNone: 'the administrator’s: what has lain there long enough',
  },
}

export const logSamples = { ...activitySamples, ...auditSamples, ...trashSamples }
