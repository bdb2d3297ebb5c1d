import { Checkbox } from 'antd'
import type { ImportFinding, ImportKind, ImportSheet } from '#shared/contract/imports.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { type ImportChoices, withColumn, withSheet } from './importDraft.ts'
import { kindWords } from './importWords.ts'
import { SheetColumns } from './SheetColumns.tsx'
import type { SheetGroup } from './sheetGroups.ts'

interface SheetCardProps {
  readonly kind: ImportKind
  readonly group: SheetGroup
  readonly findings: readonly ImportFinding[]
  readonly choices: ImportChoices
  readonly onChoices: (choices: ImportChoices) => void
}

function sheetFacts(sheet: ImportSheet, unit: string): string {
  const header = sheet.headerRow === null ? '' : `表头在第 ${sheet.headerRow} 行，`
  return sheet.skipped ?? `${header}${sheet.rows} ${unit}`
}

/** One table of the workbook, or several with the same headers. */
export function SheetCard({ kind, group, findings, choices, onChoices }: SheetCardProps) {
  const { counted: unit } = kindWords[kind]
  const names = group.sheets.map((sheet) => sheet.name)
  const [first] = group.sheets
  if (first === undefined) return null
  const isOne = group.sheets.length === 1
  const isRead = (name: string): boolean => !choices.skipSheets.includes(name)
  const readBox = (sheet: ImportSheet, label: string) => (
    <Checkbox
      key={sheet.name}
      checked={isRead(sheet.name)}
      onChange={(event) => onChoices(withSheet(choices, sheet.name, event.target.checked))}
    >
      {label}
    </Checkbox>
  )
  return (
    <SectionCard
      title={isOne ? `工作表“${first.name}”` : `${group.sheets.length} 张表头相同的工作表`}
      extra={
        <>
          <span className="muted">{isOne ? sheetFacts(first, unit) : `共 ${group.rows} ${unit}`}</span>
          {isOne && readBox(first, '读取此表')}
        </>
      }
    >
      {!isOne && (
        <fieldset className="import-sheet-list" aria-label="读取哪些工作表">
          {group.sheets.map((sheet) => readBox(sheet, `${sheet.name}（${sheetFacts(sheet, unit)}）`))}
        </fieldset>
      )}
      {names.some(isRead) ? (
        <SheetColumns
          kind={kind}
          group={group}
          findings={findings}
          onColumn={(index, field) => onChoices(withColumn(choices, names, index, field))}
        />
      ) : (
        <p className="muted">不读取。需要时勾选“读取此表”。</p>
      )}
    </SectionCard>
  )
}
