import { describe, expect, it } from 'vitest'
import { papersOfFile, whyNoPaper, writeDevelopmentPaper } from '#core/documents/developmentPapers.ts'
import { paperSections } from '#core/documents/developmentSections.ts'
import { officialDocument } from '#core/documents/layout.ts'
import { developmentPapers } from '#shared/domain/development/papers.ts'
import { electionWords } from '#shared/domain/electionWords.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { frame, readPaper as read } from './developmentPaperText.ts'
import { aFile, aFullFile, anEmptyFile } from './developmentSample.ts'
import { aGuarantor, anEvent, aStep } from './developmentSampleParts.ts'
import { docxParts, textOf } from './docxParts.ts'
import { selfCheck } from './selfCheck.ts'

const without = (...milestones: readonly string[]) =>
  aFullFile.detail.steps.filter(({ milestone }) => !milestones.includes(milestone))

const longNames = aFile(
  aFullFile,
  {
    fields: {
      name: '阿卜杜拉·买买提·吐尔逊江·艾合买提',
      unitDuty: '测试科技股份有限公司第二研发中心高级工程师'.repeat(3),
      family: '父亲王大明，退休工人；母亲李某，退休教师。'.repeat(20),
    },
  },
  {
    branch: {
      id: 'branch',
      fullName: '中共测试市测试区测试街道东环社区测试科技股份有限公司联合第一支部委员会',
      shortName: '东环测试科技联合第一党支部',
      words: electionWords('ZB'),
    },
  },
)

describe.each(developmentPapers)('%s', (paper) => {
  it.each([
    ['of a whole file', aFullFile],
    ['with nothing filled in', anEmptyFile],
    ['with long names', longNames],
  ])('%s keeps the form of the standard and leaves no variable unfilled', async (_, values) => {
    const { parts, text } = await read(paper, values)
    expect(selfCheck(parts.bytes)).toEqual([])
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
    expect(text).not.toMatch(/。。|，，|；。|年0|月0/)
  })

  it('lists once each what it leaves blank, with the name of the person', async () => {
    const { missing } = await read(paper, anEmptyFile)
    expect(new Set(missing).size).toBe(missing.length)
    const { missing: items } = writeDevelopmentPaper(paper, anEmptyFile)
    expect(items.every(({ where }) => where.startsWith('王小明（'))).toBe(true)
  })
})

describe('the archive', () => {
  it('the index has M1 to M30 with pages and their sum, and asks for what should be there', async () => {
    const { text, missing } = await read('archiveIndex', aFullFile)
    expect(text).toContain('M1入党申请书11原件2026.06.01')
    expect(text).toContain('M30归档目录')
    expect(text).toContain('合计23件23276')
    expect(missing).toEqual(['归档日期'])
    const done = aFile(aFullFile, { steps: [...aFullFile.detail.steps, aStep('archivedOn', '2027-10-01')] })
    expect((await read('archiveIndex', done)).missing).toEqual(
      expect.arrayContaining(['M24缺件说明', 'M30缺件说明']),
    )
  })

  it('holds the papers of what is done, in order, the index last, and nothing twice', () => {
    const papers = papersOfFile(aFullFile)
    expect(papers[0]).toBe('talkRecord')
    expect(papers.at(-1)).toBe('archiveIndex')
    expect(papers).toContain('admissionReply')
    expect(papers).not.toContain('regularVote')
    expect(papers).not.toContain('materialsLetter')
    expect(papers).not.toContain('inquiryLetter')
    expect(papers).toEqual(developmentPapers.filter((paper) => papers.includes(paper)))
    expect(papersOfFile(aFile(aFullFile, { steps: without('approvedOn', 'filedOn') }))).not.toContain(
      'admissionReply',
    )
    expect(papersOfFile(anEmptyFile)).toEqual(['archiveIndex'])
  })

  it('goes on with its page numbers, so that no program puts blank pages between', async () => {
    const papers = papersOfFile(aFullFile).map((paper) => writeDevelopmentPaper(paper, aFullFile))
    const { sections } = await docxParts(
      officialDocument({ title: '', subject: '' }, paperSections(papers, frame)),
    )
    expect(sections.filter((each) => each.includes('w:start="1"'))).toHaveLength(1)
  })
})

describe('3.7: who leaves before being a member', () => {
  const activist = aFile(aFullFile, { state: 'activist', steps: aFullFile.detail.steps.slice(0, 5) })

  it('travels with a letter about the papers, never with a 介绍信', async () => {
    const { text } = await read('materialsLetter', activist)
    expect(whyNoPaper('materialsLetter', activist)).toBeNull()
    expect(text).toContain('入党积极分子不是中共党员，不开具党员组织关系介绍信')
    expect(text).toContain('培养教育时间可连续计算')
    expect(text).toContain('合计23件')
  })

  it('is a member from the approval on: then the letter is not written', () => {
    expect(whyNoPaper('materialsLetter', aFullFile)).toContain('介绍信')
  })

  it('names the branch that was left once the person is here', async () => {
    const arrived = aFile(activist, {
      events: [anEvent('transfer', '2025-09-01')],
      fields: { arrivalFrom: '西湖第二党支部', arrivalKind: 'activist' },
    })
    const { text } = await read('materialsLetter', arrived)
    expect(text).toContain('西湖第二党支部')
    expect(text).toContain('中共测试街道东环社区第一支部委员会：')
  })
})

describe('numbers of persons', () => {
  it('stand in the three forms that ask for them, and in no other paper', async () => {
    const holding = developmentPapers.filter((paper) => {
      const built = writeDevelopmentPaper(paper, aFullFile)
      return built.isPersonal
    })
    expect(holding).toEqual(['activistRegister', 'filingRoster', 'probationRegister'])
    for (const paper of developmentPapers) {
      const { text } = await read(paper, aFullFile)
      expect(text.includes('110105199503049017')).toBe(holding.includes(paper))
    }
  })

  it('the forms say at their foot who took them out', async () => {
    const { parts } = await read('activistRegister', aFullFile)
    const feet = parts.names.filter((name) => name.includes('footer')).map(parts.read)
    expect(feet.some((foot) => foot.includes('导出账号：测试员（admin）'))).toBe(true)
    const notice = await read('publicityNotice', aFullFile)
    const others = notice.parts.names.filter((name) => name.includes('footer')).map(notice.parts.read)
    expect(others.some((foot) => foot.includes('导出账号'))).toBe(false)
  })
})

it('a seal never stands on a page without text: the last two paragraphs go with it', async () => {
  const { parts } = await read('admissionReply', aFullFile)
  const paragraphs = parts.documentXml.match(/<w:p>.*?<\/w:p>/gs) ?? []
  const end = paragraphs.findIndex((each) => textOf(each) === '此复。')
  expect(paragraphs[end]).toContain('<w:keepNext/>')
  expect(paragraphs[end - 1]).toContain('<w:keepNext/>')
})

it('two sponsors are named, whoever else was asked before', async () => {
  const guarantors = [
    aGuarantor('sponsor', '周联系'),
    aGuarantor('sponsor', '旧介绍', { toOn: partialDate('2026-06-05') }),
    aGuarantor('sponsor', '郑介绍'),
  ]
  const { text } = await read('probationRegister', aFile(aFullFile, { guarantors }))
  expect(text).toContain('周联系、郑介绍')
  expect(text).not.toContain('旧介绍')
})
