import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aFileAt, anEvent, aStep, aVote, type DevelopmentOffice } from './developmentHarness.ts'
import { aJpeg } from './developmentRegistersHarness.ts'

type Deed = (office: DevelopmentOffice) => Promise<unknown>

const of = ({ file: { id, version } }: DevelopmentOffice) => ({ id, version })

const deeds: readonly (readonly [string, Deed])[] = [
  [
    '张新 · 第16步 上级党委派人谈话',
    (office) => office.call('development.recordStep', aStep(office.file, 'interviewOn', '2024-12-28')),
  ],
  [
    '张新 · 第15步 支部大会讨论接收',
    (office) =>
      office.call('development.removeStep', { ...of(office), milestone: 'meetingOn', reason: '登错了' }),
  ],
  [
    '张新 · 接收预备党员的表决',
    (office) =>
      office.call('development.saveVote', { ...of(office), subject: 'admission', vote: aVote(20, 16, 14) }),
  ],
  [
    '张新 · 退回',
    (office) =>
      office.call('development.recordEvent', {
        ...anEvent(office.file, '2024-12-20'),
        kind: 'return',
        cause: 'approval',
        to: 'target',
      }),
  ],
  [
    '张新 · M1 入党申请书',
    (office) =>
      office.call('development.setMaterials', {
        ...of(office),
        materials: [
          {
            materialNo: 'M1',
            isPresent: true,
            isOriginal: true,
            copies: 1,
            pages: 3,
            formedOn: null,
            note: null,
          },
        ],
      }),
  ],
]

describe('操作记录 and the question before an undo', () => {
  it.each(deeds)('name whose record it is and which: %s', async (name, deed) => {
    const office = await aFileAt('meetingOn')
    await deed(office)
    const { seq, subjects } = await newest(office)
    expect(subjects.map((subject) => subject.name)).toContain(name)
    const { rows } = await office.call('activity.changes', { seq, offset: 0, limit: 10 })
    expect(rows.map((row) => row.name)).toContain(name)
  })

  it('and the trash name a scan by the person and the paper', async () => {
    const office = await aFileAt('appliedOn')
    const target = { subject: 'developmentFile', subjectId: office.file.id } as const
    const handle = office.shelf.put({ name: '扫描0001.jpg', bytes: aJpeg })
    const { id, version } = await office.call('attachments.add', { ...target, slot: 'M1', handle })
    await office.call('attachments.trash', { id, version, reason: '扫歪了' })
    const { rows } = await office.call('trash.list', { kind: 'attachment', offset: 0, limit: 10 })
    expect(rows).toMatchObject([{ name: '张新 · M1 入党申请书：扫描0001' }])
    expect((await newest(office)).subjects).toMatchObject([{ name: '张新 · M1 入党申请书：扫描0001' }])
  })

  it('are found by the name of the person as before', async () => {
    const office = await aFileAt('talkedOn')
    const list = { accountId: null, kind: null, from: null, to: null, text: '张新', offset: 0, limit: 1 }
    const { rows } = await office.call('activity.list', list)
    expect(rows).toMatchObject([{ route: 'development.recordStep' }])
    await office.call('development.saveReview', {
      id: office.file.id,
      version: office.file.version,
      reviewId: null,
      kind: 'thoughtReport',
      reviewedOn: partialDate('2023-05-01'),
      contactOpinion: null,
      branchOpinion: null,
      signedBy: null,
    })
    expect((await newest(office)).subjects).toMatchObject([{ name: '张新 · 思想汇报 2023-05-01' }])
  })
})
