import type { ImportFinding } from '#shared/contract/imports.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { toHalfWidth } from '#shared/lib/text.ts'
import { type ReadPerson, readPerson } from './readPerson.ts'
import type { ReadSheet } from './readSheets.ts'
import type { TableRow } from './readTable.ts'
import { finding, quote } from './rowFindings.ts'

export interface ReadRoster {
  readonly people: readonly ReadPerson[]
  readonly findings: readonly ImportFinding[]
  readonly mappedFields: ReadonlyMap<string, ReadonlySet<string>>
}

const branchInText = /([^\s:：,，;；()（）《》“”]{2,40}?(?:党支部|支部委员会|支部|党总支))/

/** 园林路社区第一党支部党员花名册 -> 园林路社区第一党支部; null when no branch is named. */
export function branchFromText(text: string): string | null {
  return (
    branchInText.exec(toHalfWidth(text).replace(/^(?:填报单位|党组织名称|支部名称|单位)[^:]*:/, ''))?.[1] ??
    null
  )
}

/** Where the sheet has no branch column: the heading above the row, the title, or the sheet's own name. */
function contextBranch(sheet: ReadSheet): string | null {
  const fromTitle = sheet.titles.map(branchFromText).find((name) => name !== null)
  return fromTitle ?? branchFromText(sheet.name)
}

function withBranch(row: TableRow, name: string | null): TableRow {
  const branch = row.heading === null ? name : (branchFromText(row.heading) ?? row.heading)
  return branch === null
    ? row
    : { ...row, cells: new Map(row.cells).set('organizationId', { column: null, cell: branch }) }
}

function sheetFindings(
  sheet: ReadSheet,
  mapped: ReadonlySet<string>,
  branch: string | null,
): readonly ImportFinding[] {
  const say = (code: string, severity: 'yellow' | 'blue', field: string, message: string) =>
    finding({ sheet: sheet.name, row: null, column: null, field }, code, severity, message)
  const hasHeadings = sheet.rows.some(({ heading }) => heading !== null)
  const source = branch === null ? '表中的小标题' : `标题或工作表名${quote(branch)}`
  return [
    ...(mapped.has('joinedOn')
      ? []
      : [say('JOIN_DATE_MISSING', 'yellow', 'joinedOn', '这张表没有入党日期一列，新增的人都没有入党日期')]),
    ...(mapped.has('personType')
      ? []
      : [
          say(
            'PERSON_TYPE_ASSUMED',
            'yellow',
            'personType',
            '这张表没有人员类别一列，新增的人先按正式党员登记，请核对',
          ),
        ]),
    ...(mapped.has('organizationId') || (branch === null && !hasHeadings)
      ? []
      : [
          say(
            'BRANCH_FROM_TITLE',
            'blue',
            'organizationId',
            `这张表没有党支部一列，按${source}认作所在党支部`,
          ),
        ]),
  ]
}

/** People of all sheets, in the order of the workbook. */
export function readRoster(sheets: readonly ReadSheet[], date1904: boolean, today: DateOnly): ReadRoster {
  const people: ReadPerson[] = []
  const findings: ImportFinding[] = []
  const mappedFields = new Map<string, ReadonlySet<string>>()
  for (const sheet of sheets.filter(({ skipped, rows }) => skipped === null && rows.length > 0)) {
    const mapped = new Set(sheet.columns.flatMap(({ field }) => (field === null ? [] : [field])))
    mappedFields.set(sheet.name, mapped)
    const branch = mapped.has('organizationId') ? null : contextBranch(sheet)
    const context = { sheet: sheet.name, date1904, today, mappedFields: mapped }
    findings.push(...sheetFindings(sheet, mapped, branch))
    for (const row of sheet.rows) {
      people.push(readPerson(mapped.has('organizationId') ? row : withBranch(row, branch), context))
    }
  }
  return { people, findings, mappedFields }
}
