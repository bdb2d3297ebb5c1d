import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useExport } from '../../ui/useExport.ts'
import { Coverage } from './Coverage.tsx'
import { EnterpriseTable } from './EnterpriseTable.tsx'
import { EnterpriseToolbar } from './EnterpriseToolbar.tsx'
import { addressOf, isNarrowed, listInput, viewFromParams } from './enterpriseView.ts'
import './enterprises.css'

const typingPauseMs = 250

/** 两新组织: the ledger, its rates, and what the rules say of each unit. */
export function EnterprisesPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const settled = useDebounced(text, typingPauseMs)
  const view = viewFromParams(params)
  const canWrite = useHasRight('organization.write')
  const canExport = useHasRight('document.export')
  const list = useCall('enterprises.list', listInput(view, settled), { keepPrevious: true })
  const { isBusy, run } = useExport()
  const { organizationId } = view
  useShortcut('Alt+N', '新增两新组织', () => void navigate('/enterprises/new'), canWrite)
  const clear = () => {
    setText('')
    void navigate('/enterprises')
  }
  const save = (format: 'docx' | 'xlsx') =>
    void run(() => call('documents.exportEnterprises', { organizationId, format }))
  return (
    <Page
      title="两新组织"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 家` : ''}</span>}
      actions={
        <>
          {canExport && (
            <>
              <Button loading={isBusy} onClick={() => save('docx')}>
                导出覆盖情况表（Word）
              </Button>
              <Button loading={isBusy} onClick={() => save('xlsx')}>
                导出覆盖情况表（Excel）
              </Button>
            </>
          )}
          {canWrite && (
            <LinkButton primary to="/enterprises/new">
              新增单位
            </LinkButton>
          )}
        </>
      }
      toolbar={
        <EnterpriseToolbar
          view={view}
          text={text}
          onText={setText}
          onView={(next) => void navigate(addressOf(next))}
          onClear={clear}
        />
      }
    >
      <Coverage organizationId={organizationId} />
      <QueryBoundary query={list} what="查看两新组织" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <Nothing isNarrowed={isNarrowed(view, settled)} canWrite={canWrite} onClear={clear} />
          ) : (
            <EnterpriseTable
              rows={rows}
              total={total}
              page={view.page}
              onPage={(page) => void navigate(addressOf({ ...view, page }))}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface NothingProps {
  readonly isNarrowed: boolean
  readonly canWrite: boolean
  readonly onClear: () => void
}

function Nothing({ isNarrowed: isFiltered, canWrite, onClear }: NothingProps) {
  return isFiltered ? (
    <EmptyState title="没有符合条件的单位" actions={<Button onClick={onClear}>清除筛选</Button>} />
  ) : (
    <EmptyState
      title="还没有登记两新组织"
      text="登记辖区内的非公企业、社会组织、个体工商户和园区楼宇：职工数、党员数、党组织形式。覆盖率和应建未建的单位随登记自动算出。"
      {...(canWrite
        ? {
            actions: (
              <LinkButton primary to="/enterprises/new">
                新增单位
              </LinkButton>
            ),
          }
        : {})}
    />
  )
}
