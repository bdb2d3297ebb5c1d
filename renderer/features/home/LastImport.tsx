import { Link } from 'react-router'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

export function LastImport() {
  const batches = useCall('imports.batches', { offset: 0, limit: 3 })
  return (
    <SectionCard title="最近导入" extra={<Link to="/imports/batches">全部批次</Link>}>
      <QueryBoundary query={batches} what="查看导入批次" lines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="muted">还没有导入过表格</p>
          ) : (
            <ul className="imports-list">
              {rows.map((batch) => (
                <li key={batch.id}>
                  <div className="ellipsis" title={batch.fileName}>
                    {batch.fileName}
                  </div>
                  <div className="muted small">
                    {formatInstant(batch.createdAt)}，{batch.createdBy}
                    {batch.withdrawnAt !== null && '，已撤回'}
                  </div>
                  <div className="small number">
                    新增 {batch.counts.new}，变更 {batch.counts.changed}，未变 {batch.counts.unchanged}
                    ，疑似重复 {batch.counts.duplicate}，不能导入 {batch.counts.blocked}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </SectionCard>
  )
}
