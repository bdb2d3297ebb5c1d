import { read, utils } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { buildBridge } from '#core/documents/bridgeDocument.ts'
import { bridgeXlsx } from '#core/documents/bridgeXlsx.ts'
import type { BridgeValues } from '#core/documents/bridgeValues.ts'
import { landscapeTextWidth } from '#core/documents/layout.ts'
import { aBridge, aFreeze, aName, aNumbers, bridgeValues } from './bridgeSample.ts'
import { docxParts, tag, textOf } from './docxParts.ts'

async function docx(fields: Partial<BridgeValues> = {}) {
  const { document, missing } = buildBridge(bridgeValues(fields))
  const parts = await docxParts(document)
  return { parts, text: textOf(parts.documentXml), missing }
}

async function xlsx(fields: Partial<BridgeValues> = {}) {
  const workbook = read(await bridgeXlsx(bridgeValues(fields)))
  const rows = (name: string) =>
    utils.sheet_to_json<unknown[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: '' })
  return { names: workbook.SheetNames, rows }
}

it('is a landscape A4 sheet of three tables, one for each kind of person, each as wide as the text', async () => {
  const { parts, text } = await docx()
  expect(tag(parts.sections[0] ?? '', 'pgSz')).toMatchObject({ w: '16838', h: '11906', orient: 'landscape' })
  for (const heading of ['一、全部党员', '二、正式党员', '三、预备党员']) expect(text).toContain(heading)
  const grids = parts.documentXml.match(/<w:tblGrid>.*?<\/w:tblGrid>/gs) ?? []
  expect(grids.length).toBe(4)
  for (const grid of grids) {
    const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(landscapeTextWidth)
  }
})

it('says both ends are ends of days, and in words that it balances for each kind', async () => {
  const { text } = await docx()
  expect(text).toContain('期初截至2025年12月31日24时，期末截至2026年12月31日24时')
  expect(text).toContain('平衡：期初 105 ＋ 增加 5 － 减少 1 ＝ 期末 109，平衡。')
  expect(text).toContain('平衡：期初 100 ＋ 增加 3 － 减少 1 ＋ 转正 4 ＝ 期末 106，平衡。')
  expect(text).toContain('平衡：期初 5 ＋ 增加 2 － 减少 0 － 转正 4 ＝ 期末 3，平衡。')
})

it('says so where it does not balance', async () => {
  const bridge = aBridge({ total: aNumbers({ opening: { full: 3, probationary: 0 } }) })
  const { text } = await docx({ bridge })
  expect(text).toContain('期初 3 ＋ 增加 0 － 减少 0 ＝ 3，与期末 0 不平衡')
})

it('names who came and went with day, branch and paper', async () => {
  const { text } = await docx()
  expect(text).toContain('1王小明正式东环第一党支部转入（省外转入）2026年3月1日介绍信第12号')
  const none = await docx({ moves: [] })
  expect(none.text).toContain('本期没有增减和转正的人员')
})

it('has the columns of corrections and their names only where a frozen number was corrected', async () => {
  const plain = await docx()
  expect(plain.text).not.toContain('更正')
  const total = aNumbers({
    opening: { full: 99, probationary: 6 },
    openingFix: { full: 1, probationary: -1 },
    closing: { full: 100, probationary: 5 },
  })
  const { text } = await docx({
    bridge: aBridge({ total, units: [], between: null, openingFreeze: aFreeze }),
    fixes: [aName({ name: '赵更正', kindZh: '冻结时按预备党员计，现在按正式党员计' })],
  })
  expect(text).toContain('期初更正')
  expect(text).toContain('截至2025年12月31日的人数已于2026-01-05 10:31由测试员冻结：105名')
  expect(text).toContain('赵更正')
})

it('names whose records leave something open, how they were counted and which record to mend', async () => {
  const { text } = await docx({ doubts: [{ doubt: 'startCoarse', people: [aName({ name: '钱月份' })] }] })
  expect(text).toContain(
    '到本支部的日期只有年或年月的1名，按该年、该月第一天计，请在党员档案把“进入本支部日期”补全到日：钱月份（东环第一党支部）',
  )
})

it('leaves a blank and says so where nobody knows who compiles it', async () => {
  const { text, missing } = await docx({ compiledBy: null })
  expect(text).toContain('编制单位（盖章）：＿＿＿＿')
  expect(missing.map(({ label }) => label)).toEqual(['编制单位'])
})

it('as a sheet counts the same, each row checked, and ends with the check row 平衡 for each kind', async () => {
  const { names, rows } = await xlsx()
  expect(names).toEqual(['对账单', '增减名单', '待核实', '说明'])
  const sheet = rows('对账单')
  expect(sheet[2]).toEqual([
    '单位',
    '类别',
    '期初',
    '增加小计',
    '发展',
    '转入',
    '恢复党籍',
    '其他增加',
    '减少小计',
    '转出',
    '停止党籍',
    '出党',
    '死亡',
    '其他减少',
    '转正',
    '期末',
    '平衡校验',
  ])
  expect(sheet[3]?.slice(0, 4)).toEqual(['东环社区党委', '全部党员', 60, 4])
  expect(sheet[5]).toEqual(['合计', '全部党员', 105, 5, 2, 3, 0, 0, 1, 0, 0, 0, 1, 0, 4, 109, '平衡'])
  expect(sheet.filter(([first]) => first === '平衡').map((row) => row[2])).toEqual([
    '期初 105 ＋ 增加 5 － 减少 1 ＝ 期末 109，平衡（相差 0）',
    '期初 100 ＋ 增加 3 － 减少 1 ＋ 转正 4 ＝ 期末 106，平衡（相差 0）',
    '期初 5 ＋ 增加 2 － 减少 0 － 转正 4 ＝ 期末 3，平衡（相差 0）',
  ])
  expect(rows('增减名单')[1]?.slice(0, 6)).toEqual([
    1,
    '王小明',
    '正式',
    '东环第一党支部',
    '转入（省外转入）',
    '2026年3月1日',
  ])
})
