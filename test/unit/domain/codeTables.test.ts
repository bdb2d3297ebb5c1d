import { describe, expect, it } from 'vitest'
import { codeTableNames } from '#shared/domain/memberFields.ts'
import { partyStatuses } from '#shared/domain/partyStatus.ts'
import { codeName, codeTables, findCode, findCodes, isCode } from '#shared/labels/codeTables.ts'
import { educationTier } from '#shared/labels/personTables.ts'
import { jobPostClass } from '#shared/labels/workTables.ts'
import { squeeze } from '#shared/lib/text.ts'

const named = (table: (typeof codeTableNames)[number], text: string) => {
  const code = findCode(table, text)
  return code === null ? null : `${code} ${codeName(table, code)}`
}

describe('code tables', () => {
  it.each(codeTableNames)('%s has no code twice and no word that could mean two codes', (table) => {
    const codes = codeTables[table].map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const words = codeTables[table].flatMap(({ name, aliases }) => [
      ...new Set([name, ...aliases].map(squeeze)),
    ])
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it.each(codeTableNames)('%s finds every entry by its own name', (table) => {
    for (const { code, name } of codeTables[table]) expect(findCode(table, name)).toBe(code)
  })

  it('holds the 56 peoples of GB/T 3304, 97 and 98', () => {
    expect(codeTables.ethnicity).toHaveLength(58)
    expect(codeTables.ethnicity.slice(0, 56).map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 56 }, (_, index) => index + 1),
    )
    expect(
      ['汉', '汉族', '土家', '土家族', '土', '门巴族', '基诺'].map((text) => findCode('ethnicity', text)),
    ).toEqual(['01', '01', '15', '15', '30', '54', '56'])
    expect(codeName('ethnicity', '56')).toBe('基诺族')
  })

  it('has the states of the state machine as its partyStatus codes', () => {
    expect(codeTables.partyStatus.map(({ code }) => code)).toEqual([...partyStatuses])
  })

  it('sorts every kind of leaving under a status that exists', () => {
    for (const { code } of codeTables.partyStatusKind)
      expect(isCode('partyStatus', code.split('-')[0] ?? '')).toBe(true)
  })
})

describe('values as real workbooks write them', () => {
  it.each([
    ['education', '大学', '21 大学（本科）'],
    ['education', '大学本科', '21 大学（本科）'],
    ['education', '大专', '31 大专'],
    ['education', '大学专科', '31 大专'],
    ['education', '中专', '41 中等专科（中专）'],
    ['education', '高中', '51 普通高中'],
    ['education', '研究生', '10 研究生'],
    ['education', '省(区、市)委党校大专', '33 省（区、市）委党校大专'],
    ['degree', '学士', '4 学士'],
    ['degree', '工学硕士学位', '3 硕士'],
    ['personType', '正式', '1 正式党员'],
    ['personType', '正 式 党 员', '1 正式党员'],
    ['personType', '预备党员', '2 预备党员'],
    ['gender', '女', '2 女'],
    ['jobPost', '农民', '11 农牧渔民'],
    ['jobPost', '离退休人员', '4 离退休人员'],
    ['jobPost', '机关事业单位在职', '01 公有制单位在岗职工（未细分）'],
    ['jobPost', '非公企业员工', '02 非公有制单位在岗职工（未细分）'],
    ['jobPost', '在职职工', '0 在岗职工（未细分）'],
    ['jobPost', '社区工作者', '501 社区工作人员'],
    ['jobPost', '个体工商户', '504 个体工商户中的从业人员'],
    ['jobPost', '灵活就业', '591 灵活就业人员（未细分）'],
    ['jobPost', '企业下岗职工', '592 企业下岗职工（未细分）'],
    ['partyStatus', '正常', 'ZC 正常'],
    ['marital', '离异', '40 离婚'],
    ['techTitle', '副高级', '1 高级'],
  ] as const)('%s: %s is %s', (table, text, wanted) => {
    expect(named(table, text)).toBe(wanted)
  })

  it.each([
    ['education', '硕士'],
    ['education', '市委党校大学'],
    ['education', '61'],
    ['personType', '党员'],
    ['personType', '发展对象'],
    ['enteredKind', '转入'],
    ['manageClass', '流动党员'],
    ['partyStatus', '除名'],
    ['gender', ''],
  ] as const)('%s: %s is not guessed at', (table, text) => {
    expect(findCode(table, text)).toBeNull()
  })

  it('reads a list of skills whole or not at all', () => {
    expect(findCodes('skill', '医疗、法律，医疗')).toEqual(['1', '2'])
    expect(findCodes('skill', '医疗、飞行')).toBeNull()
    expect(findCodes('skill', '')).toEqual([])
  })
})

describe('statistics classes of codes', () => {
  it('puts schooling into the six columns of the annual return', () => {
    const tiers = codeTables.education.map(({ code }) => educationTier(code))
    expect(tiers.join('')).toBe('111111223223334555666')
  })

  it('counts 大学普通班 as 专科 unless set otherwise', () => {
    expect(educationTier('23')).toBe(3)
    expect(educationTier('23', 2)).toBe(2)
    expect(educationTier('99')).toBeNull()
  })

  it('finds the line of the annual return a post belongs to', () => {
    expect(
      ['0111', '0164', '0253', '113', '21', '313', '42', '501', '592', '01', '0'].map(jobPostClass),
    ).toEqual(['011', '016', '025', '11', '2', '3', '4', '5', '5', '01', '0'])
  })
})
