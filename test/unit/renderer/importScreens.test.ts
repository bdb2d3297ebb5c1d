import { describe, expect, it } from 'vitest'
import type { ImportColumn, ImportFinding, ImportReport, ImportSheet } from '#shared/contract/imports.ts'
import { countFindings, generalFindings } from '../../../renderer/features/imports/findingCounts.ts'
import {
  parseDraft,
  renewDraft,
  startDraft,
  withBranches,
  withColumn,
  withSheet,
} from '../../../renderer/features/imports/importDraft.ts'
import { refuseOtherKinds } from '../../../renderer/lib/fileKinds.ts'
import { commitSentence, withdrawnSentence } from '../../../renderer/features/imports/importWords.ts'
import {
  groupSheets,
  sharedFields,
  sheetsWithoutTable,
  unknownColumns,
} from '../../../renderer/features/imports/sheetGroups.ts'

const draft = startDraft('roster', { handle: 'handle-1', name: '花名册.xlsx' })

function aColumn(index: number, field: string | null, how: ImportColumn['how'] = 'alias'): ImportColumn {
  return { index, letter: 'ABCDEF'.charAt(index), header: `列${index}`, field, how, samples: [] }
}

function aSheet(name: string, columns: readonly ImportColumn[], skipped: string | null = null): ImportSheet {
  return {
    name,
    headerRow: columns.length === 0 ? null : 3,
    rows: skipped === null ? 10 : 0,
    skipped,
    columns,
  }
}

function aFinding(part: Partial<ImportFinding>): ImportFinding {
  const blank = { sheet: '甲', row: 5, column: 'A', field: null, message: '' }
  return { ...blank, code: 'ID_CHECKSUM', severity: 'block', ...part }
}

describe('choices of an import', () => {
  it('sets a column on every sheet of the group and can go back to the recognised field', () => {
    const chosen = withColumn(draft.choices, ['甲', '乙'], 2, 'mobile')
    expect(chosen.columns).toEqual({ 甲: { 2: 'mobile' }, 乙: { 2: 'mobile' } })
    expect(withColumn(chosen, ['甲', '乙'], 2, undefined).columns).toEqual({ 甲: {}, 乙: {} })
  })

  it('tells a column left out from one never touched', () => {
    expect(withColumn(draft.choices, ['甲'], 0, null).columns).toEqual({ 甲: { 0: null } })
  })

  it('leaves a sheet out once however often it is asked', () => {
    const once = withSheet(withSheet(draft.choices, '说明', false), '说明', false)
    expect(once.skipSheets).toEqual(['说明'])
    expect(withSheet(once, '说明', true).skipSheets).toEqual([])
  })

  it('takes a branch choice away again without touching the others', () => {
    const both = withBranches(draft.choices, ['一支部', '二支部'], { action: 'block' })
    expect(withBranches(both, ['一支部'], null).branches).toEqual({ 二支部: { action: 'block' } })
  })

  it('keeps the decisions when the same file is chosen again, not for another file', () => {
    const decided = { ...draft, choices: withSheet(draft.choices, '说明', false) }
    const again = renewDraft(decided, { handle: 'handle-2', name: '花名册.xlsx' })
    expect(again.choices).toEqual({ ...decided.choices, file: 'handle-2' })
    expect(renewDraft(decided, { handle: 'handle-3', name: '别的.xlsx' }).choices.skipSheets).toEqual([])
  })

  it('reads back what it stored and refuses what no longer fits', () => {
    expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
    expect(parseDraft({ ...draft, choices: { ...draft.choices, mode: 'overwrite' } })).toBeNull()
    expect(parseDraft({ ...draft, step: 'nowhere' })).toBeNull()
    expect(parseDraft(null)).toBeNull()
  })
})

describe('sheets of a workbook', () => {
  const columns = [aColumn(0, 'name'), aColumn(1, 'idNo')]

  it('maps sheets with the same headers once and adds up their rows', () => {
    const groups = groupSheets([
      aSheet('一支部', columns),
      aSheet('二支部', columns),
      aSheet('另表', [aColumn(0, 'name')]),
    ])
    expect(groups.map((group) => [group.sheets.length, group.rows])).toEqual([
      [2, 20],
      [1, 10],
    ])
  })

  it('lists a sheet without a table apart', () => {
    expect(sheetsWithoutTable([aSheet('封面', [], '空表'), aSheet('甲', columns)])).toHaveLength(1)
  })

  it('warns at both of two columns taken for one field', () => {
    const shared = sharedFields([
      aColumn(0, 'mobile'),
      aColumn(1, 'mobile'),
      aColumn(2, null, 'none'),
      aColumn(3, null, 'none'),
    ])
    expect([...shared]).toEqual([
      ['A', ['B']],
      ['B', ['A']],
    ])
  })

  it('does not call a column unknown once the clerk has decided about it', () => {
    const [group] = groupSheets([aSheet('甲', [aColumn(0, null, 'none'), aColumn(1, null, 'manual')])])
    const findings = ['A', 'B'].map((column) =>
      aFinding({ row: null, column, code: 'COLUMN_UNKNOWN', severity: 'blue' }),
    )
    expect(group === undefined ? [] : [...unknownColumns(group, findings)]).toEqual(['A'])
  })
})

describe('findings of an import', () => {
  it('counts rows, not cells, and puts the gravest first', () => {
    const counts = countFindings([
      aFinding({ code: 'DATE_UNREADABLE', severity: 'yellow' }),
      aFinding({ code: 'DATE_UNREADABLE', severity: 'yellow', column: 'B' }),
      aFinding({ code: 'DATE_UNREADABLE', severity: 'yellow', sheet: '乙' }),
      aFinding({}),
    ])
    expect(counts.map(({ code, rows }) => [code, rows])).toEqual([
      ['ID_CHECKSUM', 1],
      ['DATE_UNREADABLE', 2],
    ])
  })

  it('shows skipped lines and columns as remarks, not as people', () => {
    const remarks = [
      aFinding({ row: null, code: 'COLUMN_UNKNOWN' }),
      aFinding({ row: 628, code: 'ROW_SKIPPED' }),
    ]
    expect(countFindings(remarks)).toEqual([])
    expect(generalFindings([...remarks, aFinding({})])).toEqual(remarks)
  })
})

describe('what 入库 will do, in words', () => {
  const report = (counts: ImportReport['counts']): ImportReport => ({
    batch: null,
    sheets: [],
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    findings: [],
  })

  it('names every row that is not taken', () => {
    const counts = { new: 612, changed: 0, unchanged: 0, duplicate: 6, blocked: 2 }
    expect(commitSentence('roster', report(counts))).toBe('将新增 612 人、变更 0 人；8 行不导入')
  })

  it('does not speak of rows when there are none', () => {
    const counts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, blocked: 0 }
    expect(commitSentence('roster', report(counts))).toBe('没有可以导入的行')
  })

  it('says so when all rows are taken', () => {
    const counts = { new: 53, changed: 1, unchanged: 2, duplicate: 0, blocked: 0 }
    expect(commitSentence('organizations', report(counts))).toBe(
      '将新增 53 个党组织、变更 1 个，2 个未变；没有不导入的行',
    )
  })
})

describe('a batch taken back', () => {
  it('says what was done and leaves out what was nothing', () => {
    expect(withdrawnSentence('roster', 606, 0)).toBe('新增的 606 人移入回收站')
    expect(withdrawnSentence('roster', 2, 3)).toBe('新增的 2 人移入回收站，改回 3 人')
    expect(withdrawnSentence('organizations', 0, 1)).toBe('改回 1 个')
  })
})

describe('a file of another kind', () => {
  const kinds = ['xlsx', 'xls', 'csv']

  it('is refused by its name before it is read', () => {
    expect(() => refuseOtherKinds('名册.json', kinds)).toThrow(
      expect.objectContaining({
        code: 'FILE_REFUSED',
        messageZh: expect.stringContaining('只能读取 .xlsx、.xls、.csv 文件'),
      }),
    )
    expect(() => refuseOtherKinds('xlsx', kinds)).toThrow()
  })

  it('may have its extension in capitals', () => {
    expect(() => refuseOtherKinds('名册.XLSX', kinds)).not.toThrow()
  })
})
