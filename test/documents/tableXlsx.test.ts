import { read } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sheetNames, writeTableXlsx } from '#core/spreadsheets/tableXlsx.ts'
import type { SheetCell, TableSheet } from '#core/spreadsheets/tableXlsx.ts'
import { dateOnly } from '#shared/lib/dates.ts'

function aSheet(rows: TableSheet['rows'], options: Partial<TableSheet> = {}): TableSheet {
  return {
    name: '表一',
    rows,
    columns: [{ width: 20 }, { width: 20 }],
    frozenRows: 0,
    frozenColumns: 0,
    repeatRows: null,
    isLandscape: false,
    ...options,
  }
}

const text = (value: string): SheetCell => ({ type: 'text', value })

async function readBack(sheet: TableSheet) {
  const bytes = await writeTableXlsx([sheet])
  return read(bytes, { cellNF: true, cellStyles: true }).Sheets['表一'] ?? {}
}

describe('cells', () => {
  it('keep long numbers as text, digit for digit', async () => {
    const sheet = await readBack(aSheet([[text('110105194912310021'), text('13800001234')]]))
    expect(sheet['A1']).toMatchObject({ t: 's', v: '110105194912310021', z: '@' })
    expect(sheet['B1']).toMatchObject({ t: 's', v: '13800001234', z: '@' })
  })

  it.each(['=1+1', '+8613800001234', '-1', '@SUM(A1)', "=cmd|'/c calc'!A0", '\t=1'])(
    'make no formula of %s',
    async (value) => {
      const sheet = await readBack(aSheet([[text(value)]]))
      expect(sheet['A1'].f).toBeUndefined()
      expect(sheet['A1']).toMatchObject({ t: 's', v: value, z: '@' })
    },
  )

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'hold the word %s like any other',
    async (value) => {
      const sheet = await readBack(aSheet([[text('甲'), text(value)]]))
      expect(sheet['B1'].v).toBe(value)
    },
  )

  it('drop what XML cannot hold and keep markup, spaces and rare characters', async () => {
    const sheet = await readBack(aSheet([[text('a\u0000\u0008b'), text(' <&"\'> 𠮷·\n二行 ')]]))
    expect(sheet['A1'].v).toBe('ab')
    expect(sheet['B1'].v).toBe(' <&"\'> 𠮷·\n二行 ')
  })

  it('cut text that Excel would refuse', async () => {
    const sheet = await readBack(aSheet([[text('长'.repeat(40_000))]]))
    expect(sheet['A1'].v).toHaveLength(32_767)
  })

  it('write days as dates, and days before Excel’s calendar as text', async () => {
    const sheet = await readBack(
      aSheet([
        [
          { type: 'date', value: dateOnly('1968-07-01') },
          { type: 'date', value: dateOnly('1899-12-31') },
        ],
      ]),
    )
    expect(sheet['A1']).toMatchObject({ t: 'n', v: 25_020, w: '1968-07-01' })
    expect(sheet['B1']).toMatchObject({ t: 's', v: '1899-12-31' })
  })

  it('carry fill, for marking a cell', async () => {
    const sheet = await readBack(aSheet([[{ ...text('坏'), fill: '#FFC7CE' }, null]]))
    expect(sheet['A1'].s).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    expect(sheet['B1']).toBeUndefined()
  })
})

describe('sheets', () => {
  it('freeze the head, print it on every page and fit the width of the paper', async () => {
    const options = {
      frozenRows: 3,
      frozenColumns: 2,
      repeatRows: [3, 3],
      isLandscape: true,
      name: "甲'乙",
    } as const
    const parts = unzipSync(await writeTableXlsx([aSheet([[text('a')]], options)]))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    expect(sheet).toContain(
      '<pane ySplit="3" xSplit="2" topLeftCell="C4" activePane="bottomRight" state="frozen"/>',
    )
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(workbook).toContain(">'甲''乙'!$A:$B,'甲''乙'!$3:$3</definedName>")
  })

  it('raise the rows of wrapped text that needs more than one line', async () => {
    const wrapped: SheetCell = { type: 'text', value: '一'.repeat(30), isWrapped: true }
    const parts = unzipSync(await writeTableXlsx([aSheet([[wrapped], [text('一'.repeat(30))]])]))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<row r="1" ht="63" customHeight="1">/)
    expect(sheet).toMatch(/<row r="2">/)
  })

  it('have names Excel accepts, no two alike', () => {
    const long = '很'.repeat(40)
    expect(sheetNames(['a/b:c*?[d]', '', '表', '表', 'Abc', 'abc', long, long])).toEqual([
      'a b c   d',
      '工作表',
      '表',
      '表(2)',
      'Abc',
      'abc(2)',
      '很'.repeat(31),
      `${'很'.repeat(28)}(2)`,
    ])
  })
})
