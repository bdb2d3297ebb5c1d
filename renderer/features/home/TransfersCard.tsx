import { Link } from 'react-router'
import type { TransferPage } from '#shared/contract/transfers.ts'
import type { TransferColumn } from '#shared/domain/transferDates.ts'
import { transferColumnLabels, transferDirectionLabels } from '#shared/labels/transfers.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

const shown: readonly TransferColumn[] = ['overdue', 'soon', 'inTransit', 'receipt', 'waiting']

/** 在途与逾期: transfers under way, what is due first on top. */
export function TransfersCard() {
  const canRead = useHasRight('member.read')
  const list = useCall(
    'transfers.list',
    { column: 'open', direction: null, organizationId: null, text: null, offset: 0, limit: 5 },
    { enabled: canRead },
  )
  if (!canRead) return null
  return (
    <SectionCard title="组织关系在途与逾期" extra={<Link to="/transfers">全部转接</Link>}>
      <QueryBoundary query={list} what="查看组织关系转接" lines={3}>
        {(page) => (page.total === 0 ? <p className="muted">没有未办结的转接</p> : <Open page={page} />)}
      </QueryBoundary>
    </SectionCard>
  )
}

function Open({ page: { counts, rows } }: { readonly page: TransferPage }) {
  return (
    <>
      <p className="small">
        {shown
          .filter((column) => counts[column] > 0)
          .map((column) => (
            <Link key={column} className="home-count" to={`/transfers?column=${column}`}>
              {transferColumnLabels[column]} {counts[column]}
            </Link>
          ))}
      </p>
      <ul className="todo">
        {rows.map(({ id, fields, direction, column, dueOn }) => (
          <li key={id}>
            <span className="muted">{transferDirectionLabels[direction]}</span>
            <Link className="ellipsis" to={`/transfers/${id}`}>
              {fields.personName}
            </Link>
            <span className="todo-count">
              {transferColumnLabels[column]}
              {dueOn === null ? '' : ` ${formatDots(dueOn)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
