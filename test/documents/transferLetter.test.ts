import { describe, expect, it } from 'vitest'
import { buildCertificate } from '#core/documents/transferCertificate.ts'
import { buildTransferLetter } from '#core/documents/transferLetter.ts'
import { addMonths, dateOnly } from '#shared/lib/dates.ts'
import { docxParts, tag, textOf } from './docxParts.ts'
import { aLetter } from './transferSample.ts'

async function letterText(overrides: Parameters<typeof aLetter>[0] = {}) {
  const { document, missing } = buildTransferLetter(aLetter(overrides))
  const parts = await docxParts(document)
  const lines = (parts.documentXml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []).map(textOf)
  return { parts, lines, text: lines.join('\n'), missing: missing.map(({ label }) => label) }
}

describe('D11 组织关系介绍信', () => {
  it('has the three parts in their order, with one number at the upper right of each', async () => {
    const { lines, parts } = await letterText()
    expect(lines.filter((line) => line.startsWith('中国共产党'))).toEqual([
      '中国共产党党员组织关系介绍信存根',
      '中国共产党党员组织关系介绍信',
      '中国共产党党员组织关系介绍信回执',
    ])
    expect(lines.filter((line) => line.includes('编号：'))).toEqual([
      '第一联　　编号：2026-007',
      '第二联　　编号：2026-007',
      '第三联　　编号：2026-007',
    ])
    expect(parts.sections).toHaveLength(1)
    expect(tag(parts.sections[0] ?? '', 'pgSz')).toMatchObject({ w: '11906', h: '16838' })
  })

  it('says what the form says, with the number of the person in full', async () => {
    const { text, missing } = await letterText()
    expect(text).toContain(
      '王小明同志系中共正式党员，组织关系由中共和平街道东环社区第一支部委员会转到中共光明街道南苑社区第二支部委员会。',
    )
    expect(text).toContain(
      '王小明同志（男），46岁，汉族，系中共正式党员，身份证号码34052419800101001X，由中共和平街道东环社区第一支部委员会去中共光明街道南苑社区第二支部委员会，请接转组织关系。',
    )
    expect(text).toContain('王小明同志的党员组织关系已转达我处，特此回复。')
    expect(missing).toEqual([])
  })

  it('trap 36: dues and days stand in capitals, never in figures', async () => {
    const { text } = await letterText()
    expect(text).toContain('党费已交到贰零贰陆年陆月')
    expect(text).toContain('（有效期叁拾天）')
    expect(text).not.toContain('30天')
    expect(text).not.toContain('2026年6月。')
  })

  it('keeps places for seals and cuts, and names no giver above the seal', async () => {
    const { lines, parts } = await letterText()
    expect(lines.filter((line) => line === '（盖章）')).toHaveLength(2)
    expect(lines).toContain('（加盖骑缝章）')
    expect(lines).toContain('（贴回执联处）')
    expect(parts.documentXml.match(/w:val="dashed"/g)).toHaveLength(2)
    expect(lines.filter((line) => line === '中共幸福区和平街道工作委员会')).toEqual([])
  })

  it('has no red, no document number and no picture', async () => {
    const { parts, text } = await letterText()
    expect(parts.documentXml).not.toMatch(/FF0000|C00000/)
    expect(parts.documentXml).not.toContain('<w:drawing')
    expect(text).not.toContain('〔')
  })

  it('crosses out what does not hold', async () => {
    const { text } = await letterText({ isFull: false, gender: '女' })
    expect(text).toContain('系中共预备党员')
    expect(text).toContain('（女）')
    expect(text).not.toContain('正式')
  })

  it('leaves blanks for what nobody knows and lists them', async () => {
    const { text, missing } = await letterText({
      feePaidTo: null,
      validDays: null,
      isFull: null,
      gender: null,
      letterNo: null,
      fax: null,
    })
    expect(text).toContain('党费已交到＿＿＿＿')
    expect(text).toContain('（有效期＿＿＿＿天）')
    expect(text).toContain('（预备/正式）')
    expect(missing.toSorted()).toEqual(
      ['介绍信编号', '党费交至', '性别', '有效期', '正式或预备', '基层党委传真'].toSorted(),
    )
  })

  it('the receipt is left to the other side and is no gap', async () => {
    const { lines, missing } = await letterText()
    expect(lines.at(-1)).toBe('经办人：＿＿＿＿　　联系电话：＿＿＿＿')
    expect(missing).toEqual([])
  })
})

describe('D11 党员证明信', () => {
  const from = dateOnly('2026-08-31')
  const certificate = {
    ...aLetter(),
    branch: '中共和平街道东环社区第一支部委员会',
    reason: '挂职培训',
    months: 6,
    from,
    until: addMonths(from, 6),
    issuedOn: dateOnly('2026-08-20'),
  }

  it('says who, from when to when in capitals, and that the membership stays', async () => {
    const { document, missing } = buildCertificate(certificate)
    const text = textOf((await docxParts(document)).documentXml)
    expect(text).toContain('因挂职培训，自贰零贰陆年捌月至贰零贰柒年贰月（陆个月）到你处')
    expect(text).toContain('该同志的正式组织关系不转移')
    expect(text).toContain('（有效期陆个月）')
    expect(text).not.toContain('请接转')
    expect(missing).toEqual([])
  })

  it('lists what is missing', () => {
    const { missing } = buildCertificate({ ...certificate, toOrg: null, reason: null })
    expect(missing.map(({ label }) => label)).toEqual(['外出原因', '持往的党组织'])
  })
})
