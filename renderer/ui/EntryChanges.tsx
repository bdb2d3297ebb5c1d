import { Pagination } from 'antd'
import { useState } from 'react'
import { useCall } from '../lib/queries.ts'
import { QueryBoundary } from './QueryBoundary.tsx'
import { RecordChangesTable } from './RecordChangesTable.tsx'
import './history.css'

const pageSize = 20

interface EntryChangesProps {
  /** The office's list or the auditor's: who may ask differs, the answer does not. */
  readonly route: 'activity.changes' | 'audit.changes'
  readonly seq: number
  /** Hash of an entry of a log of before a restore; only the auditor's. */
  readonly replaced?: string
}

/** Everything an entry of the log did, record by record. */
export function EntryChanges({ route, seq, replaced }: EntryChangesProps) {
  const [page, setPage] = useState(1)
  const changes = useCall(
    route,
    { seq, ...(replaced === undefined ? {} : { replaced }), offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  )
  return (
    <QueryBoundary query={changes} what="查看操作内容" lines={3}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <p className="muted">这次操作没有改动记录的内容。</p>
        ) : (
          <div className="entry-changes">
            <RecordChangesTable caption="这次操作的内容" changes={rows} />
            {total > pageSize && (
              <Pagination
                size="small"
                current={page}
                pageSize={pageSize}
                total={total}
                showSizeChanger={false}
                showTotal={(count) => `共 ${count.toLocaleString('zh-CN')} 条记录`}
                onChange={setPage}
              />
            )}
          </div>
        )
      }
    </QueryBoundary>
  )
}
