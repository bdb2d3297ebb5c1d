import type { FollowUpFields, MeetingFields, MeetingItemFields } from '#shared/contract/meetingInputs.ts'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import { unfilledItem, unfilledMeeting } from '#shared/contract/unfilledMeeting.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aJpeg } from './developmentRegistersHarness.ts'
import { readTables } from './ledgerCopy.ts'
import type { Office } from './samples.ts'
import type { Caller, TestCore } from './testCore.ts'

/** A 支部党员大会 of 2026-11-10 that lacks nothing but the counts of who came. */
export function aMeeting(organizationId: string, fields: Partial<MeetingFields> = {}): MeetingFields {
  return {
    ...unfilledMeeting,
    organizationId,
    kinds: ['branchMeeting'],
    title: '第四季度党员大会',
    heldOn: dateOnly('2026-11-10'),
    startTime: '14:30',
    endTime: '16:00',
    place: '党群服务中心',
    hostName: '周书记',
    recorderName: '吴委员',
    should: 20,
    present: 15,
    summary: '传达学习有关文件',
    ...fields,
  }
}

export function anItem(fields: Partial<MeetingItemFields> = {}): MeetingItemFields {
  return {
    ...unfilledItem,
    section: 'branchMeeting',
    title: '讨论支部工作计划',
    ...fields,
  }
}

/** A secret vote of 20, of whom 15 came. */
export function aCount(agreed: number, fields: Partial<MeetingItemFields> = {}): MeetingItemFields {
  return anItem({
    title: '接收张新为预备党员',
    matter: 'admission',
    should: 20,
    present: 15,
    agreed,
    agreedInWriting: 0,
    against: 15 - agreed,
    abstained: 0,
    isSecret: true,
    isPassed: agreed > 10,
    ...fields,
  })
}

export function aFollowUp(fields: Partial<FollowUpFields> = {}): FollowUpFields {
  return {
    id: null,
    what: '更新党务公开栏',
    memberId: null,
    personName: '吴委员',
    dueOn: dateOnly('2026-11-15'),
    closedOn: null,
    result: null,
    ...fields,
  }
}

export function anEntry(memberId: string | null, name: string, fields: Partial<RollEntry> = {}): RollEntry {
  return {
    memberId,
    name,
    isVoter: true,
    isFrail: false,
    state: 'present',
    reason: null,
    note: null,
    exempt: null,
    madeUpOn: null,
    ...fields,
  }
}

/** The form of a meeting as it stands, for a save that changes some of it. */
export function formOf(detail: MeetingDetail, fields: Partial<MeetingFields> = {}): MeetingFields {
  const { items, followUps } = detail
  return {
    ...detail.fields,
    items: items.map(({ developmentFileName: _f, ...item }) => item),
    followUps: [...followUps],
    ...fields,
  }
}

export interface MeetingPlace {
  /** A draft, of a day before today; with a follow-up. */
  readonly meetingId: string
  readonly followUpId: string
  /** Final, changed once since, with a 签到表. */
  readonly finalMeetingId: string
  readonly signInId: string
}

/** A draft and a final record of a branch; every text begins with its community's name. */
export async function addMeetings(
  { shelf }: TestCore,
  { call }: Caller,
  {
    stem,
    branchId,
    memberId,
  }: { readonly stem: string; readonly branchId: string; readonly memberId: string },
): Promise<MeetingPlace> {
  const texts = {
    place: `${stem}会议室`,
    hostName: `${stem}主持`,
    recorderName: `${stem}记录`,
    summary: `${stem}纪要`,
    remark: `${stem}备注`,
  }
  const draft = await call('meetings.create', {
    fields: aMeeting(branchId, {
      ...texts,
      title: `${stem}党员大会`,
      items: [anItem({ title: `${stem}议题`, discussion: `${stem}讨论`, decision: `${stem}决定` })],
      followUps: [aFollowUp({ what: `${stem}落实事项`, personName: `${stem}责任人` })],
    }),
  })
  const held = await call('meetings.create', {
    fields: aMeeting(branchId, {
      ...texts,
      title: `${stem}主题党日`,
      kinds: ['themeDay'],
      heldOn: dateOnly('2026-10-20'),
      roll: [
        anEntry(memberId, `${stem}甲`),
        anEntry(null, `${stem}老党员`, { state: 'absent', reason: 'ill' }),
      ],
    }),
  })
  const final = await call('meetings.finalize', { id: held.id, version: held.version })
  await call('meetings.update', {
    id: final.id,
    version: final.version,
    fields: formOf(final, { remark: `${stem}补记` }),
    reason: `${stem}漏记`,
  })
  const scan = await call('attachments.add', {
    subject: 'meeting',
    subjectId: held.id,
    slot: 'signIn',
    handle: shelf.put({ name: `${stem}签到表.jpg`, bytes: Buffer.concat([aJpeg, Buffer.from([0])]) }),
  })
  return {
    meetingId: draft.id,
    followUpId: draft.followUps[0]?.id ?? '',
    finalMeetingId: held.id,
    signInId: scan.id,
  }
}

/** What was held when, by kind: `final/draft` months as bits. */
export async function heldYears({ dataDir }: Pick<TestCore, 'dataDir'>) {
  const { meeting_years: rows = [] } = await readTables(dataDir)
  return rows.map(
    ({ year, kind, final_months: final, draft_months: draft }) => `${year} ${kind} ${final}/${draft}`,
  )
}

export const meetingCodes = ({ findings }: Pick<MeetingDetail, 'findings'>) =>
  findings.map(({ code }) => code)

/** Written and made final. */
export async function finalOf(
  office: Caller & Pick<Office, 'branchId'>,
  fields: Parameters<typeof aMeeting>[1] = {},
) {
  const draft = await office.call('meetings.create', { fields: aMeeting(office.branchId, fields) })
  return office.call('meetings.finalize', { id: draft.id, version: draft.version })
}
