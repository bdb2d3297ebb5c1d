import type { ReactNode } from 'react'
import './form.css'

export interface DiffRow {
  readonly key: string
  readonly label: string
  readonly old: string
  readonly new: string
  readonly note?: ReactNode
}

interface DiffTableProps {
  readonly caption: string
  readonly rows: readonly DiffRow[]
  readonly labelHeader?: string
  readonly oldHeader?: string
  readonly newHeader?: string
}

/** Old -> new, field by field. */
export function DiffTable(props: DiffTableProps) {
  const { caption, rows, labelHeader = '项目', oldHeader = '原值', newHeader = '改为' } = props
  const hasNotes = rows.some((row) => row.note !== undefined)
  return (
    <table className="diff-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelHeader}</th>
          <th scope="col">{oldHeader}</th>
          <th scope="col">{newHeader}</th>
          {hasNotes && <th scope="col">说明</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className="diff-old">{row.old === '' ? '（空）' : row.old}</td>
            <td className="diff-new">{row.new === '' ? '（空）' : row.new}</td>
            {hasNotes && <td>{row.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
