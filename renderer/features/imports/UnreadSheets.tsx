import { Button } from 'antd'
import type { ImportSheet } from '#shared/contract/imports.ts'
import { type ImportChoices, withSheet } from './importDraft.ts'

interface UnreadSheetsProps {
  readonly sheets: readonly ImportSheet[]
  readonly choices: ImportChoices
  readonly onChoices: (choices: ImportChoices) => void
}

/** Every sheet nothing is taken from, with the reason; those left out by hand can be taken in again. */
export function UnreadSheets({ sheets, choices, onChoices }: UnreadSheetsProps) {
  if (sheets.length === 0) return null
  return (
    <section className="import-unread-sheets" aria-label="没有读取的工作表">
      <h2 className="import-unread-title">没有读取的工作表</h2>
      <ul>
        {sheets.map((sheet) => (
          <li key={sheet.name}>
            <span>
              {sheet.name}：{sheet.skipped ?? '没有找到表头'}
            </span>
            {choices.skipSheets.includes(sheet.name) && (
              <Button
                size="small"
                aria-label={`读取工作表“${sheet.name}”`}
                onClick={() => onChoices(withSheet(choices, sheet.name, true))}
              >
                读取此表
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
