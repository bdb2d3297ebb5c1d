import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { selfCheck } from '../documents/selfCheck.ts'
import { aFileAt, type DevelopmentOffice, walkTo } from './developmentHarness.ts'
import { aClass } from './developmentRegistersHarness.ts'
import { readTables } from './ledgerCopy.ts'
import { anIdNo } from './samples.ts'
import { signedInAs } from './testCore.ts'

const idNo = anIdNo('1995-05-05', 1)

function textOf({ shelf }: DevelopmentOffice, { file }: RouteOutput<'documents.exportDevelopment'>): string {
  const { bytes } = shelf.read(file.handle)
  expect(selfCheck(bytes)).toEqual([])
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll(/<[^>]+>/g, '')
}

const exportsOf = async ({ dataDir }: DevelopmentOffice) =>
  (await readTables(dataDir))['document_exports'] ?? []

describe('which papers can be made', () => {
  it('says of each when it is due, what it would lack, and why there is none', async () => {
    const { call, file } = await aFileAt('formOn')
    const { papers } = await call('documents.developmentPapers', { fileId: file.id })
    const of = (key: string) => papers.find(({ paper }) => paper === key)
    expect(of('talkRecord')).toMatchObject({ time: 'done', why: null, material: 'M2' })
    expect(of('talkRecord')?.missing).toContain('谈话人')
    expect(of('admissionResolution')).toMatchObject({ time: 'now', step: 15 })
    expect(of('archiveIndex')).toMatchObject({ time: 'later' })
    expect(of('extensionReply')?.why).toContain('没有登记延长预备期')
    expect(of('extensionReply')?.missing).toEqual([])
  })

  it('a committee without the right writes no opinion: CONFLICT says so', async () => {
    const office = await aFileAt('committeeOn')
    const { id, version } = office.file
    await office.call('development.recordStep', {
      id,
      version,
      milestone: 'preReviewOn',
      on: partialDate('2024-12-02'),
      place: null,
      people: null,
      bodyId: office.communityId,
      docNo: null,
      opinion: null,
      vote: null,
      groupId: null,
      overrideReason: '旧档案补录',
    })
    const refused = await office.refusal('documents.exportDevelopment', {
      fileId: id,
      paper: 'preReviewOpinion',
    })
    expect(refused).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('只能审议') })
  })
})

describe('one paper', () => {
  it('is written from the record, named after the person, and logged before it can be had', async () => {
    const office = await aFileAt('approvedOn')
    const exported = await office.call('documents.exportDevelopment', {
      fileId: office.file.id,
      paper: 'admissionResolution',
    })
    const text = textOf(office, exported)
    expect(text).toContain('应到会有表决权党员20名，实到15名')
    expect(text).toContain('赞成14票（其中书面意见0票）')
    // Of 2024-12-10: the words of the rules of 2014.
    expect(text).toContain('召开支部大会，讨论张新同志入党问题')
    expect(exported.file.name).toBe('2026-东环第一党支部-决议-接收预备党员决议-张新.docx')
    expect(exported.missing).toContainEqual({ label: '主要表现', where: '张新（接收预备党员决议）' })
    expect(await exportsOf(office)).toMatchObject([
      { document: '接收预备党员决议.docx', is_unmasked: 0, rows: 1 },
    ])
  })

  it('a form with the ID number has it whole for the clerk, and the log says that it does', async () => {
    const office = await aFileAt('approvedOn')
    const asked = { fileId: office.file.id, paper: 'activistRegister' } as const
    expect(textOf(office, await office.call('documents.exportDevelopment', asked))).toContain(idNo)
    expect(await exportsOf(office)).toMatchObject([{ is_unmasked: 1, purpose: '填写发展党员登记表' }])
  })

  it('the leader gets it masked', async () => {
    const office = await aFileAt('approvedOn')
    const as = await signedInAs(office, office.communityId)
    const asked = { fileId: office.file.id, paper: 'activistRegister' } as const
    const text = textOf(office, await as('leader').call('documents.exportDevelopment', asked))
    expect(text).not.toContain(idNo)
    expect(text).toContain(`${idNo.slice(0, 6)}************`)
    expect(text).not.toContain('13900001234')
    expect(await exportsOf(office)).toMatchObject([{ is_unmasked: 0, purpose: null }])
  })

  it('a number somebody wrote into a text goes to nobody with a paper that is handed on', async () => {
    const office = await aFileAt('politicalReviewOn', {
      family: `父亲张大，身份证号${idNo}，电话13912345678`,
    })
    const text = textOf(
      office,
      await office.call('documents.exportDevelopment', { fileId: office.file.id, paper: 'politicalReview' }),
    )
    expect(text).toContain('父亲张大')
    expect(text).not.toContain(idNo)
    expect(text).not.toContain('13912345678')
  })

  it('is not written for a file in the trash', async () => {
    const office = await aFileAt('talkedOn')
    const { id, version } = office.file
    await office.call('development.trash', { id, version, reason: '录错了' })
    expect(
      await office.refusal('documents.exportDevelopment', { fileId: id, paper: 'talkRecord' }),
    ).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('回收站') })
  })
})

describe('several papers', () => {
  it('the whole file is one document in the order of the archive', async () => {
    const office = await aFileAt('archivedOn')
    const exported = await office.call('documents.exportDevelopmentFile', { fileId: office.file.id })
    const text = textOf(office, exported)
    const heads = [
      '与入党申请人谈话记录',
      '培养教育考察登记表',
      '综合政审报告',
      '票决结果单',
      '考察登记表',
      '归档目录',
    ]
    const places = heads.map((head) => text.lastIndexOf(head))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(text.indexOf('综合政审报告')).toBeLessThan(text.indexOf('票决结果单'))
    expect(text.lastIndexOf('归档目录')).toBeGreaterThan(text.lastIndexOf('转正票决结果单'))
    expect(exported.rows).toBeGreaterThan(15)
    expect(exported.file.name).toBe('2026-东环第一党支部-材料-发展党员全套材料-张新.docx')
  })

  it('what comes due in a month: the papers of that step, by person', async () => {
    const office = await aFileAt('appliedOn')
    const { id } = office.file
    // 2023-03-01 applied: the talk is due by 2023-04-01.
    const exported = await office.call('documents.exportDevelopmentDue', {
      organizationId: office.communityId,
      month: '2023-04',
    })
    expect(exported.people).toEqual([{ fileId: id, name: '张新', step: 2, papers: ['talkRecord'] }])
    expect(textOf(office, exported)).toContain('谈话记录')
    expect(exported.file.name).toBe('2026-东环社区党委-材料-2023年4月发展党员到期文书.docx')
    expect(
      await office.refusal('documents.exportDevelopmentDue', { organizationId: null, month: '2022-01' }),
    ).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('没有到期') })
  })

  it('the plan of a person is a page with what is left', async () => {
    const office = await aFileAt('activistFiledOn')
    const text = textOf(
      office,
      await office.call('documents.exportDevelopmentPlan', { fileId: office.file.id, wishedOn: null }),
    )
    expect(text).toContain('张新同志发展党员倒排计划')
    expect(text).toContain('上级党委预审')
    expect(text).toContain('确定为入党积极分子 2023.09.10')
    expect(text).not.toContain(idNo)
  })
})

describe('registers', () => {
  it('the register of booklets lists every number, where it is and with whom', async () => {
    const office = await aFileAt('formOn')
    await office.call('forms.stock', { organizationId: office.rootId, prefix: 'A', from: '01', to: '02' })
    const { rows } = await office.call('forms.list', { status: null, text: 'A', offset: 0, limit: 10 })
    await office.call('forms.issue', {
      id: rows[0]?.id ?? '',
      version: rows[0]?.version ?? 0,
      fileId: office.file.id,
      issuedOn: partialDate('2024-12-03'),
      receivedBy: null,
    })
    const exported = await office.call('documents.exportForms', { status: null, format: 'docx' })
    const text = textOf(office, exported)
    expect(exported.rows).toBe(2)
    expect(text).toContain('A01')
    expect(text).toContain('张新')
    expect(text).toContain('已领用')
    expect(text).toContain('2024.12.03')
  })

  it('the list of a class has who sat in it', async () => {
    const office = await aFileAt('trainingTo')
    const held = await office.call('training.create', {
      fields: { ...aClass, organizationId: office.communityId },
    })
    const places = [{ fileId: office.file.id, hours: 24, score: null, isPassed: true, certNo: null }]
    await office.call('training.setPlaces', { id: held.id, version: held.version, places })
    const exported = await office.call('documents.exportTraining', { classId: held.id, format: 'docx' })
    expect(textOf(office, exported)).toContain('发展对象集中培训班')
    expect(exported.rows).toBe(1)
    expect(exported.missing).toContainEqual({ label: '结业证号', where: '张新' })
  })
})

it('an approval by the street names the street to a community’s clerk too', async () => {
  const office = await aFileAt('preReviewOn')
  const as = await signedInAs(office, office.communityId)
  const file = await walkTo(office, office.file, 'approvedOn')
  const exported = await as('communityClerk').call('documents.exportDevelopment', {
    fileId: file.id,
    paper: 'admissionReply',
  })
  expect(textOf(office, exported)).toContain('预备期一年，自2024年12月10日至2025年12月9日')
})
