import { Link } from 'react-router'
import type { EvidenceLine } from '#shared/contract/reviewRows.ts'

interface EvidenceTableProps {
  readonly lines: readonly EvidenceLine[]
  readonly caption: string
}

/** What the app's own records say; each number opens the names behind it. */
export function EvidenceTable({ lines, caption }: EvidenceTableProps) {
  return (
    <table className="person-table">
      <caption>{caption}</caption>
      <tbody>
        {lines.map(({ key, label, value, detail, link }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="number">{link === null ? value : <Link to={link}>{value}</Link>}</td>
            <td className="muted">{detail ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
