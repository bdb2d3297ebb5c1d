import { describe, expect, it } from 'vitest'
import { buildMemberRoster, fitRosterColumns } from '#core/documents/memberRoster.ts'
import { standardRosterColumns } from '#shared/domain/rosterColumns.ts'
import { selfCheck } from './selfCheck.ts'
import type { RosterGroup, RosterPerson } from '#core/documents/values.ts'
import { AppError } from '#shared/contract/errors.ts'
import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import { docxParts, referencedPart, tag, textOf } from './docxParts.ts'
import { aPerson, aRoster, aTree } from './rosterSample.ts'

const complete: RosterPerson = {
  ...aPerson(0),
  name: '张三',
  isFormal: true,
  partyAge: '12年',
  texts: {
    ...aPerson(0).texts,
    ethnicity: '汉族',
    birthDate: '1968-07',
    idNo: '11010519491231002X',
    mobile: '13800001234',
    regularOn: '2014-06-01',
  },
}

function oneBranch(...people: readonly RosterPerson[]): readonly RosterGroup[] {
  return [{ path: [], organizationName: '第一党支部', people }]
}

describe('D09 党员花名册', () => {
  it('has cover, notes, roster and statistics, the roster on landscape pages', async () => {
    const { document } = buildMemberRoster(aRoster())
    const parts = await docxParts(document)
    expect(parts.sections.map((section) => tag(section, 'pgSz')['orient'])).toEqual([
      'portrait',
      'portrait',
      'landscape',
      'portrait',
    ])
    const text = textOf(parts.documentXml)
    for (const part of ['党员花名册', '编制说明', '党员分类统计', '填报人：', '审核人：'])
      expect(text).toContain(part)
    expect(text).toContain('（截至2026年5月8日）')
    expect(text).not.toContain('{{')
    expect(selfCheck(parts.bytes)).toEqual([])
  })

  it('writes dates without leading zeros and as they are known, never to a day that was made up', async () => {
    const { document } = buildMemberRoster(aRoster({ groups: oneBranch(complete) }))
    const text = textOf((await docxParts(document)).documentXml)
    expect(text).toContain('2026年5月9日')
    expect(text).toContain('1968-07')
    expect(text).not.toContain('1968-07-01')
  })

  it('fills the line: the widths of the columns add up to the 225 mm of the type area', async () => {
    const { document } = buildMemberRoster(aRoster())
    const { documentXml } = await docxParts(document)
    const grids = [...documentXml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map((match) =>
      [...(match[1] ?? '').matchAll(/w:w="(\d+)"/g)].reduce((sum, width) => sum + Number(width[1]), 0),
    )
    expect(grids).toEqual([12_756, 12_756, 12_756, 12_756, 8844, 8844, 8844, 8844, 8844])
  })

  it('fits any choice of columns that has room and refuses the rest in words', () => {
    const tight = ['sequence', ...standardRosterColumns.docx, 'remark'] as const
    for (const keys of [
      ['name'],
      ['sequence', 'gender'],
      ['sequence', ...standardRosterColumns.docx],
      tight,
    ] as const)
      expect(fitRosterColumns(keys).reduce((sum, column) => sum + column.width, 0)).toBe(12_756)
    expect(() => fitRosterColumns(['sequence', ...memberFieldKeys])).toThrow(AppError)
  })

  it('heads every branch in tree order and numbers its people from 1', async () => {
    const { document } = buildMemberRoster(aRoster({ groups: aTree(4, 12) }))
    const { documentXml } = await docxParts(document)
    const headings = [...documentXml.matchAll(/<w:p><w:pPr><w:pStyle w:val="DocHeading[12]"\/>.*?<\/w:p>/g)]
      .map(([paragraph]) => textOf(paragraph))
      .filter((text) => /委员会|支部/.test(text))
    expect(headings).toEqual([
      '一、中共阳光社区委员会',
      '（一）第1党支部（3名）',
      '（二）第2党支部（3名，其中预备党员1名）',
      '二、中共和平里东街社区委员会',
      '（一）第3党支部（3名）',
      '（二）中共新桥街道两新组织联合党支部（商务楼宇、物业服务企业、个体工商户）（3名）',
    ])
    const firstCells = [...documentXml.matchAll(/<w:tr><w:trPr>.*?<\/w:tc>/g)].map(([cell]) => textOf(cell))
    expect(firstCells.filter((cell) => /^\d+$/.test(cell))).toEqual(
      Array.from({ length: 4 }, () => ['1', '2', '3']).flat(),
    )
  })

  it('does not name a committee twice when it heads both its own members and its branches', async () => {
    const groups = [
      { path: [], organizationName: '中共阳光社区委员会', people: [complete] },
      { path: ['中共阳光社区委员会'], organizationName: '第一党支部', people: [] },
    ]
    const { document } = buildMemberRoster(aRoster({ groups }))
    const landscape = textOf((await docxParts(document)).documentXml).split('截至日期')[1] ?? ''
    expect(landscape.match(/中共阳光社区委员会/g)).toHaveLength(1)
    expect(landscape).toContain('无在册党员。')
  })

  it('prints a blank for every required gap and lists it with branch and person', async () => {
    const gap = {
      ...complete,
      name: '李四',
      partyAge: null,
      texts: { ...complete.texts, idNo: null, regularOn: null, mobile: null },
    }
    const { document, missing } = buildMemberRoster(
      aRoster({ groups: oneBranch(complete, gap), compiledBy: null }),
    )
    expect(missing.map(({ field, label, where }) => ({ field, label, where }))).toEqual([
      { field: 'compiledBy', label: '编制单位', where: '封面' },
      { field: 'idNo', label: '公民身份号码', where: '李四' },
      { field: 'regularOn', label: '转正日期', where: '李四' },
    ])
    const { documentXml } = await docxParts(document)
    const row =
      documentXml
        .split('<w:tr>')
        .slice(1)
        .find((xml) => textOf(xml).includes('李四')) ?? ''
    expect(textOf(row).match(/＿＿＿＿/g)).toHaveLength(3)
    const text = textOf(documentXml)
    expect(text).toContain('编制单位：＿＿＿＿')
    expect(text).toContain('公民身份号码（缺1项）：李四。')
  })

  it('MEM-20 asks no 转正日期 and no 党龄 of a probationary member', () => {
    const probationary = {
      ...complete,
      isFormal: false,
      partyAge: null,
      texts: { ...complete.texts, regularOn: null },
    }
    expect(buildMemberRoster(aRoster({ groups: oneBranch(probationary) })).missing).toEqual([])
  })

  it('states scope, counts and rules as facts', async () => {
    const { document } = buildMemberRoster(aRoster({ groups: aTree(4, 120) }))
    const text = textOf((await docxParts(document)).documentXml)
    expect(text).toContain(
      '本名册收录中共新桥街道工作委员会及所属4个基层党组织截至2026年5月8日的党员，共120名，其中正式党员109名、预备党员11名。',
    )
    expect(text).toContain('流入党员不计入')
  })

  it('keeps a long name whole and in one cell, free to wrap', async () => {
    const name = '阿卜杜热依木·买买提艾力'
    const { document } = buildMemberRoster(aRoster({ groups: oneBranch({ ...complete, name }) }))
    const { documentXml } = await docxParts(document)
    expect(documentXml).toContain(`<w:t xml:space="preserve">${name}</w:t>`)
    expect(documentXml).not.toContain('<w:noWrap')
    expect(documentXml).not.toContain('w:hRule="exact"')
  })
})

describe('pages', () => {
  it('never leave the signatures alone: the last table goes with them, row by row', async () => {
    const { documentXml } = await docxParts(buildMemberRoster(aRoster()).document)
    const last = documentXml.split('<w:tbl>').at(-1) ?? ''
    const rows = (last.split('</w:tbl>')[0] ?? '').split('<w:tr>').slice(1)
    expect(rows).toHaveLength(5)
    expect(rows.every((row) => row.includes('<w:keepNext/>'))).toBe(true)
    const lines = (last.split('</w:tbl>')[1] ?? '').match(/<w:p>.*?<\/w:p>/gs) ?? []
    expect(lines.map((line) => line.includes('<w:keepNext/>'))).toEqual([true, true, false])
  })

  it('are not begun by the end of a section below a full table', async () => {
    const { documentXml } = await docxParts(buildMemberRoster(aRoster()).document)
    const end =
      documentXml.split('</w:tbl>').find((xml) => /^<w:p>(?:(?!<\/w:p>).)*<w:sectPr/s.test(xml)) ?? ''
    expect(end).toMatch(/^<w:p><w:pPr>.*?w:line="20"/)
  })

  it('of a roster without people say so and end with the signatures, without tables of zeros', async () => {
    const nobody = { path: [], organizationName: '第一党支部', people: [] }
    for (const groups of [[], [nobody]]) {
      const parts = await docxParts(buildMemberRoster(aRoster({ groups })).document)
      const text = textOf(parts.documentXml)
      expect(parts.sections).toHaveLength(3)
      expect(text).toContain('无在册党员。')
      expect(text).toContain('的党员，共0名。')
      expect(text).toContain('填报人：')
      expect(text).not.toContain('分类统计')
      expect(selfCheck(parts.bytes)).toEqual([])
    }
  })
})

describe('personal data', () => {
  it('is masked when asked: ID number, phone and address', async () => {
    const columns = ['name', 'idNo', 'mobile', 'address'] as const
    const { document } = buildMemberRoster(
      aRoster({ groups: oneBranch(complete), columns, privacy: 'masked' }),
    )
    const text = textOf((await docxParts(document)).documentXml)
    expect(text).toContain('110105************')
    expect(text).not.toContain('002X')
    expect(text).toContain('138****1234')
    expect(text).not.toContain('501')
  })

  it.each([
    ['full', '导出账号：admin　导出时间：2026-05-09 10:31　含个人信息，注意保管'],
    ['masked', '导出账号：admin　导出时间：2026-05-09 10:31'],
  ] as const)(
    '%s carries at the foot who took it out and when, on every page but the cover',
    async (privacy, line) => {
      const { document } = buildMemberRoster(aRoster({ groups: oneBranch(complete), privacy }))
      const parts = await docxParts(document)
      const feet = (side: string) =>
        parts.sections.map((section) => textOf(referencedPart(parts, section, 'footer', side)))
      const wanted = ['', ...Array.from({ length: 3 }, () => `— PAGE —${line}`)]
      expect(feet('default')).toEqual(wanted)
      expect(feet('even')).toEqual(wanted)
    },
  )

  it('is in no property of the file', async () => {
    const { document } = buildMemberRoster(aRoster({ groups: oneBranch(complete) }))
    const parts = await docxParts(document)
    for (const name of parts.names.filter((part) => part.startsWith('docProps/')))
      expect(parts.read(name)).not.toMatch(/\d{15}|1\d{10}|张三/)
  })
})
