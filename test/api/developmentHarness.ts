import type {
  DevelopmentEventInput,
  DevelopmentFields,
  RecordStepInput,
  VoteFields,
} from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { unfilledDevelopment } from '#shared/contract/unfilledDevelopment.ts'
import { type Milestone, milestones } from '#shared/domain/development/milestones.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { type WrittenDates, wholeFile } from '../unit/development/aFile.ts'
import { anIdNo, anOffice, type Office } from './samples.ts'
import type { Caller } from './testCore.ts'

/** 张新 of this branch, born 1995-05-05. */
export function aPerson(organizationId: string, fields: Partial<DevelopmentFields> = {}): DevelopmentFields {
  return {
    ...unfilledDevelopment,
    name: '张新',
    gender: '1',
    idNo: anIdNo('1995-05-05', 1),
    organizationId,
    ethnicity: '01',
    birthDate: partialDate('1995-05-05'),
    education: '21',
    unitDuty: '东环软件公司工程师',
    phone: '13900001234',
    publicityResult: 'none',
    isPoliticallyQualified: true,
    hasReviewSummary: true,
    trainingDays: 3,
    trainingHours: 24,
    leavesSoon: false,
    ...fields,
  }
}

export function aVote(should = 20, present = 15, agreed = 14, agreedInWriting = 0): VoteFields {
  return {
    should,
    present,
    issued: present,
    returned: present,
    valid: present,
    agreed,
    agreedInWriting,
    against: present - agreed,
    abstained: 0,
    tellers: '钱监',
    counters: '孙计',
    hostName: '周书记',
  }
}

type File = Pick<DevelopmentDetail, 'id' | 'version'>

/** A step as it should be done: the votes pass, `bodyId` approves. */
export function aStep(
  { id, version }: File,
  milestone: Milestone,
  on: string,
  fields: Partial<RecordStepInput> = {},
): RecordStepInput {
  const isVoted = milestone === 'meetingOn' || milestone === 'regularMeetingOn'
  return {
    id,
    version,
    milestone,
    on: partialDate(on),
    place: null,
    people: null,
    bodyId: null,
    docNo: null,
    opinion: null,
    vote: isVoted ? aVote() : null,
    groupId: null,
    overrideReason: null,
    ...fields,
  }
}

export const order = Object.keys(wholeFile).flatMap((key) => milestones.filter((each) => each === key))

const approved: readonly Milestone[] = ['preReviewOn', 'approvedOn', 'regularApprovedOn']

/** Records the days of a whole file after those that stand, up to and with one of them. */
export async function walkTo(
  { call, rootId }: Caller & Pick<Office, 'rootId'>,
  file: DevelopmentDetail,
  last: Milestone,
  dates: WrittenDates = wholeFile,
): Promise<DevelopmentDetail> {
  let now = file
  const done = (key: Milestone) =>
    now.steps.some(({ milestone, supersededBy }) => milestone === key && supersededBy === null)
  for (const key of order.slice(0, order.indexOf(last) + 1)) {
    if (done(key)) continue
    const bodyId = approved.includes(key) ? rootId : null
    now = await call('development.recordStep', aStep(now, key, dates[key] ?? '', { bodyId }))
  }
  return now
}

/** The street's committee approves 预备党员, as it does everywhere but in a bare office. */
export async function withApproval<O extends Caller & Pick<Office, 'rootId'>>(office: O): Promise<O> {
  const { version } = await office.call('organizations.get', { id: office.rootId })
  await office.call('organizations.update', {
    id: office.rootId,
    version,
    fields: { hasApprovalRight: true },
  })
  return office
}

export interface DevelopmentOffice extends Office {
  readonly file: DevelopmentDetail
}

/** An office with 张新's file, walked to this day of a whole file. */
export async function aFileAt(
  last: Milestone,
  fields: Partial<DevelopmentFields> = {},
): Promise<DevelopmentOffice> {
  const office = await withApproval(await anOffice())
  const created = await office.call('development.create', {
    fields: aPerson(office.branchId, fields),
    appliedOn: partialDate(wholeFile.appliedOn ?? ''),
  })
  return { ...office, file: await walkTo(office, created, last) }
}

/** What every event asks for, decided by nobody yet. */
export function anEvent({ id, version }: File, on: string) {
  return {
    id,
    version,
    on: dateOnly(on),
    bodyId: null,
    approvedOn: null,
    docNo: null,
    words: null,
    overrideReason: null,
  } as const satisfies Partial<DevelopmentEventInput>
}

export function standingDates({ steps }: DevelopmentDetail): Readonly<Record<string, string>> {
  return Object.fromEntries(
    steps.filter(({ supersededBy }) => supersededBy === null).map((step) => [step.milestone, step.doneOn]),
  )
}

/** The person of a file as the roster has it. */
export function memberOf({ call }: Caller, memberId: string | null) {
  return call('members.get', { id: memberId ?? '' })
}

/** Rules that found something. */
export function codesOf({ findings }: DevelopmentDetail): readonly string[] {
  return findings.map(({ code }) => code)
}

/** Two files of a community, written down with a reason instead of step by step; every text begins with its name. */
export async function addDevelopment(
  { call }: Caller,
  { stem, branchId, order: n }: { readonly stem: string; readonly branchId: string; readonly order: number },
): Promise<{
  readonly developmentFileId: string
  readonly approvedFileId: string
  readonly probationerId: string
}> {
  const create = (name: string, m: number) =>
    call('development.create', {
      fields: aPerson(branchId, {
        name: `${stem}${name}`,
        idNo: anIdNo('1995-05-05', n + m),
        phone: `1340000${String(n + m).padStart(4, '0')}`,
        unitDuty: `${stem}软件公司`,
        family: `${stem}家庭成员`,
        remark: `${stem}备注`,
      }),
      appliedOn: partialDate('2024-01-05'),
    })
  const history = { overrideReason: `${stem}旧档案补录`, people: `${stem}经办人` }
  const open = await create('庚', 1)
  const cleared = await call('development.recordStep', aStep(open, 'preReviewOn', '2026-10-08', history))
  const formed = await call(
    'development.recordStep',
    aStep(cleared, 'formOn', '2026-10-10', { people: `${stem}发放人` }),
  )
  const coming = await create('辛', 3)
  const met = await call('development.recordStep', aStep(coming, 'meetingOn', '2026-06-10', history))
  const admitted = await call('development.recordStep', aStep(met, 'approvedOn', '2026-07-08', history))
  return {
    developmentFileId: formed.id,
    approvedFileId: admitted.id,
    probationerId: admitted.memberId ?? '',
  }
}
