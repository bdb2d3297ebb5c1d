import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { saveFile } from '../../lib/files.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { daysOf } from '../../lib/period.ts'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useToast } from '../../ui/useToast.ts'
import { type AuditFilter, filterInput, noFilter } from './auditFilter.ts'
import { AuditTable } from './AuditTable.tsx'
import { AuditToolbar } from './AuditToolbar.tsx'
import { LogCheck } from './LogCheck.tsx'
import { useLogCheck } from './useLogCheck.ts'
import './audit.css'

const pageSize = 50
const typingPauseMs = 250

function useExport() {
  const toast = useToast()
  const [isExporting, setIsExporting] = useState(false)
  const run = async (filter: AuditFilter): Promise<void> => {
    setIsExporting(true)
    try {
      const { file, rows } = await call('audit.export', filterInput(filter, today()))
      const saved = await saveFile(file)
      if (saved !== null) toast.success(`已导出 ${rows.toLocaleString('zh-CN')} 条${saved.path ?? ''}`)
    } catch (error) {
      toast.failure(error)
    }
    setIsExporting(false)
  }
  return { isExporting, run }
}

/** Everything anybody did, for whoever watches over it; nothing can be changed here. */
export function AuditPage() {
  const [filter, setFilter] = useState<AuditFilter>(noFilter)
  const [page, setPage] = useState(1)
  const settled = useDebounced(filter, typingPauseMs)
  const list = useCall(
    'audit.list',
    { ...filterInput(settled, today()), offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true, fresh: true },
  )
  const check = useLogCheck()
  const exporting = useExport()
  const choose = (next: AuditFilter): void => {
    setFilter(next)
    setPage(1)
  }
  return (
    <Page
      title="审计日志"
      subtitle={
        <span aria-live="polite">
          {list.isSuccess ? `共 ${list.data.total.toLocaleString('zh-CN')} 条` : ''}
        </span>
      }
      actions={
        <>
          <Button
            loading={exporting.isExporting}
            disabled={list.data?.total === 0}
            onClick={() => void exporting.run(filter)}
          >
            导出表格
          </Button>
          <Button type="primary" loading={check.isChecking} onClick={check.run}>
            校验日志
          </Button>
        </>
      }
      toolbar={
        <AuditToolbar
          filter={filter}
          onFilter={choose}
          choices={list.data ?? { accounts: [], routes: [] }}
          problem={daysOf(filter.period, today()).problem}
        />
      }
    >
      {check.found !== null && <LogCheck found={check.found} onClose={check.clear} />}
      <QueryBoundary query={list} what="查看审计日志" lines={12}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState
              title="没有符合条件的日志"
              text="可以放宽时间、换一个操作人，或清除全部筛选。"
              actions={<Button onClick={() => choose(noFilter)}>清除筛选</Button>}
            />
          ) : (
            <AuditTable rows={rows} total={total} page={page} pageSize={pageSize} onPage={setPage} />
          )
        }
      </QueryBoundary>
    </Page>
  )
}
