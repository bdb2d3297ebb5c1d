import { Link } from 'react-router'
import type { DayRow } from '#shared/contract/memberships.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { startBasisLabels } from '#shared/labels/memberships.ts'
import { formatDots } from '#shared/lib/dates.ts'

interface DayTableProps {
  readonly rows: readonly DayRow[]
  readonly showsBranch: boolean
}

/** Names lead to their pages; people who are elsewhere by now, out of reach, are names only. */
export function DayTable({ rows, showsBranch }: DayTableProps) {
  return (
    <div className="day-table-frame">
      <table className="day-table">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">人员类别</th>
            <th scope="col" className="day-number">
              年龄
            </th>
            <th scope="col" className="day-number">
              党龄
            </th>
            <th scope="col">在本支部自</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.stayId}>
              <td>
                {row.memberId === null ? row.name : <Link to={`/members/${row.memberId}`}>{row.name}</Link>}
                {showsBranch && <div className="muted small">{row.organizationName}</div>}
                {row.nowZh !== null && <div className="muted small">现在{row.nowZh}</div>}
              </td>
              <td>
                {codeName('personType', row.personType)}
                {row.partyStatus !== 'ZC' && (
                  <div className="small">{codeName('partyStatus', row.partyStatus)}</div>
                )}
              </td>
              <td className="day-number">{row.age ?? '—'}</td>
              <td className="day-number">{row.partyAgeYears ?? '—'}</td>
              <td title={startBasisLabels[row.startBasis] ?? ''}>
                {row.fromOn === '' ? '未填' : formatDots(row.fromOn)}
                {row.startBasis === 'joined' && <div className="muted small">按入党日期</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
