import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { activities } from './activityHarness.ts'
import { aFileAt, anEvent, aVote, standingDates } from './developmentHarness.ts'
import { aCount, aMeeting, formOf, heldYears } from './meetingHarness.ts'

describe('one record with 发展党员', () => {
  const atStep15 = async () => {
    const office = await aFileAt('formOn')
    const item = aCount(14, { developmentFileId: office.file.id })
    const held = { heldOn: dateOnly('2026-06-20') }
    const draft = await office.call('meetings.create', {
      fields: aMeeting(office.branchId, { ...held, items: [item] }),
    })
    return { office, draft, item, fileOf: () => office.call('development.get', { id: office.file.id }) }
  }

  it('定稿 writes the vote and 步骤 15 into the file; there it is changed in the meeting only; undo takes all back', async () => {
    const { office, draft, fileOf } = await atStep15()
    const { call, refusal } = office
    const final = await call('meetings.finalize', { id: draft.id, version: draft.version })
    const file = await fileOf()
    expect(standingDates(file)['meetingOn']).toBe('2026-06-20')
    expect(file.votes).toMatchObject([{ subject: 'admission', should: 20, agreed: 14, meetingId: draft.id }])
    const { id, version } = file
    const other = { id, version, subject: 'admission', vote: aVote(20, 15, 13) } as const
    const refused = await refusal('development.saveVote', other)
    expect(refused.messageZh).toContain('请到那份会议记录里更正')
    const fewer = formOf(final, {
      items: formOf(final).items.map((each) => ({ ...each, agreed: 12, against: 3 })),
    })
    await call('meetings.update', { id: final.id, version: final.version, fields: fewer, reason: '计票更正' })
    expect((await fileOf()).votes).toMatchObject([{ agreed: 12, meetingId: draft.id }])
    const now = await call('meetings.get', { id: draft.id })
    const moved = { ...formOf(now), heldOn: dateOnly('2026-06-21') }
    const kept = await refusal('meetings.update', {
      id: now.id,
      version: now.version,
      fields: moved,
      reason: '改',
    })
    expect(kept.messageZh).toContain('已按这份记录写入发展党员档案')
    for (const route of ['meetings.update', 'meetings.finalize']) {
      const entry = (await activities(office)).find((each) => each.route === route)
      await call('activity.undo', { seq: entry?.seq ?? 0 })
    }
    const back = await fileOf()
    expect(back.votes).toEqual([])
    expect(standingDates(back)['meetingOn']).toBeUndefined()
    expect(await call('meetings.get', { id: draft.id })).toMatchObject({ status: 'draft', versions: [] })
    expect(await heldYears(office)).toEqual(['2026 branchMeeting 0/32'])
  })

  it('what the rules refuse refuses 定稿 with their sentence, unless the file has the step of that day', async () => {
    const office = await aFileAt('appliedOn')
    const { call, refusal, file } = office
    const item = aCount(14, { developmentFileId: file.id })
    const draft = await call('meetings.create', {
      fields: aMeeting(office.branchId, { heldOn: dateOnly('2026-06-20'), items: [item] }),
    })
    const refused = await refusal('meetings.finalize', { id: draft.id, version: draft.version })
    expect(refused.messageZh).toMatch(/“张新”的“接收预备党员”不能写入发展党员档案：.*请先在档案里登记/)
    expect((await call('meetings.get', { id: draft.id })).status).toBe('draft')
    const step = {
      milestone: 'meetingOn',
      on: partialDate('2026-06-20'),
      overrideReason: '旧档案补录',
    } as const
    const nothing = { place: null, people: null, bodyId: null, docNo: null, opinion: null, groupId: null }
    await call('development.recordStep', {
      ...nothing,
      ...step,
      id: file.id,
      version: file.version,
      vote: null,
    })
    await call('meetings.finalize', { id: draft.id, version: draft.version })
    const linked = await call('development.get', { id: file.id })
    expect(linked.votes).toMatchObject([{ agreed: 14, meetingId: draft.id }])
  })

  it('a vote that failed is a vote without a step', async () => {
    const { office, draft, fileOf } = await atStep15()
    const fields = formOf(draft, {
      items: formOf(draft).items.map((each) => ({ ...each, agreed: 10, against: 5, isPassed: false })),
    })
    const saved = await office.call('meetings.update', {
      id: draft.id,
      version: draft.version,
      fields,
      reason: null,
    })
    await office.call('meetings.finalize', { id: saved.id, version: saved.version })
    const file = await fileOf()
    expect(file.votes).toMatchObject([{ agreed: 10, meetingId: draft.id }])
    expect(standingDates(file)['meetingOn']).toBeUndefined()
  })

  it('延长预备期 waits for the approval: recorded in the file on the day, it takes the meeting’s count', async () => {
    const office = await aFileAt('probationReviewedOn')
    const { call, file, rootId } = office
    const item = aCount(13, { matter: 'extension', title: '延长张新预备期', developmentFileId: file.id })
    const draft = await call('meetings.create', {
      fields: aMeeting(office.branchId, { heldOn: dateOnly('2025-12-12'), items: [item] }),
    })
    const final = await call('meetings.finalize', { id: draft.id, version: draft.version })
    expect(final.findings.map(({ code }) => code)).toContain('FILE_WAITS')
    const after = await call('development.recordEvent', {
      ...anEvent(file, '2025-12-12'),
      kind: 'extend',
      months: 6,
      vote: aVote(),
      bodyId: rootId,
      approvedOn: partialDate('2025-12-30'),
    })
    const vote = after.votes.find(({ subject }) => subject === 'extension')
    expect(vote).toMatchObject({ agreed: 13, meetingId: draft.id })
    const told = await call('meetings.get', { id: draft.id })
    expect(told.findings.map(({ code }) => code)).not.toContain('FILE_WAITS')
    const gone = await office.refusal('meetings.trash', {
      id: told.id,
      version: told.version,
      reason: '录重了',
    })
    expect(gone.messageZh).toContain('不能删除这份记录')
  })
})
