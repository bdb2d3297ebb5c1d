import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { aFollowUp, aMeeting, anEntry, formOf } from './meetingHarness.ts'
import { aMember, type StaffedOffice } from './samples.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

/** A draft as somebody saw it before the community's clerk wrote to it. */
async function anEditedDraft({ call, as, branchId }: StaffedOffice) {
  const member = await call('members.create', { fields: aMember({ organizationId: branchId }) })
  const draft = await call('meetings.create', {
    fields: aMeeting(branchId, {
      roll: [anEntry(member.id, '王小明', { state: 'excused' }), anEntry(null, '李小红')],
      followUps: [aFollowUp()],
    }),
  })
  const { id, version } = draft
  const fields = formOf(draft, { place: '活动室' })
  await as('communityClerk').call('meetings.update', { id, version, fields, reason: null })
  return { id, version, draft, memberId: member.id }
}

/** A final record as somebody saw it before it got another version. */
async function anEditedFinal(office: StaffedOffice) {
  const { id, draft } = await anEditedDraft(office)
  const final = await office.call('meetings.finalize', { id, version: draft.version + 1 })
  const fields = formOf(final, { place: '会议室' })
  await office
    .as('communityClerk')
    .call('meetings.update', { id, version: final.version, fields, reason: '更正地点' })
  return { id, version: final.version }
}

/** Of meetings: what a page sends that has not seen the last change. */
export const staleMeetings = {
  'meetings.update': async (office) => {
    const { id, version, draft } = await anEditedDraft(office)
    return { id, version, fields: formOf(draft, { remark: '改' }), reason: null }
  },
  'meetings.finalize': async (office) => {
    const { id, version } = await anEditedDraft(office)
    return { id, version }
  },
  'meetings.trash': async (office) => {
    const { id, version } = await anEditedDraft(office)
    return { id, version, reason: '录重了' }
  },
  'meetings.check': async (office) => ({
    meetings: [await anEditedFinal(office)],
    state: 'passed',
    words: null,
  }),
  'meetings.closeFollowUp': async (office) => {
    const { version, draft } = await anEditedDraft(office)
    return { id: draft.followUps[0]?.id ?? '', version, closedOn: '2026-11-15', result: null }
  },
  'meetings.makeUp': async (office) => {
    const { id, version, memberId } = await anEditedDraft(office)
    return { id, version, memberId, madeUpOn: '2026-11-15' }
  },
} as const satisfies { readonly [R in RouteName]?: Stale<R> }
