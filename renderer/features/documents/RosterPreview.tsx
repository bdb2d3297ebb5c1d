import type { MemberListRow } from '#shared/contract/members.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import type { RosterColumn } from '#shared/domain/rosterColumns.ts'

interface RosterPreviewProps {
  readonly rows: readonly MemberListRow[]
  readonly columns: readonly RosterColumn[]
  readonly total: number
}

function cellText(row: MemberListRow, key: RosterColumn): string {
  if (key === 'partyAge') return row.partyAgeYears === null ? '' : `${row.partyAgeYears}年`
  const value = row.record[key]
  // Dates stand in the file as they are stored, no longer than they need to be.
  if (memberFields[key].kind.type === 'date') return typeof value === 'string' ? value : ''
  return fieldText(key, value, () => (key === 'groupId' ? (row.groupName ?? '') : row.organizationName))
}

/** The first lines as they will stand; numbers stay masked here whatever the file will hold. */
export function RosterPreview({ rows, columns, total }: RosterPreviewProps) {
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
                <td key={key}>{cellText(row, key)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className="muted small">……以下还有 {total - rows.length} 人</p>}
    </section>
  )
}
