import type { MemberListRow } from '#shared/contract/members.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import type { RosterColumn } from '#shared/domain/rosterColumns.ts'
import type { ExportForm } from './exportForm.ts'
import { previewCell } from './previewCell.ts'

interface RosterPreviewProps {
  readonly rows: readonly MemberListRow[]
  readonly columns: readonly RosterColumn[]
  readonly total: number
  readonly format: ExportForm['format']
}

/** The first lines as they will stand; numbers stay masked here whatever the file will hold. */
export function RosterPreview({ rows, columns, total, format }: RosterPreviewProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard too
    <section className="export-roster-preview" aria-label="名册预览" tabIndex={0}>
      <table>
        <caption className="visually-hidden">前 {rows.length} 人的预览</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            {columns.map((key) => (
              <th scope="col" key={key}>
                {key === 'partyAge' ? '党龄' : memberFields[key].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td className="number">{index + 1}</td>
              {columns.map((key) => (
                <td key={key}>{previewCell(row, key, format)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && (
        <p className="muted small">……以下还有 {(total - rows.length).toLocaleString('zh-CN')} 人</p>
      )}
    </section>
  )
}
