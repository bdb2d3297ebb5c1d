import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useExport } from '../../ui/useExport.ts'
import { LostTable } from './LostTable.tsx'
import { addressOf, listInput, lostTarget, mobilityTabs, viewFromParams } from './lostView.ts'
import { StageTabs } from './StageTabs.tsx'
import { Unregistered } from './Unregistered.tsx'
import './lost.css'

const typingPauseMs = 250

/** 失联党员: who is looked for, what falls due, and what was decided. */
export function LostListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const due = useCall('mobility.due', { organizationId: null, limit: 1 })
  const tabs = mobilityTabs.map((tab) =>
    tab.to === '/mobility/due' ? { ...tab, count: due.data?.total } : tab,
  )
  const [text, setText] = useState('')
  const settled = useDebounced(text, typingPauseMs)
  const view = { ...viewFromParams(params), text: settled }
  const canWrite = useHasRight('member.write')
  const canExport = useHasRight('document.export')
  const list = useCall('lost.list', listInput(view), { keepPrevious: true })
  const { isBusy, run } = useExport()
  const { stage, organizationId } = view
  const isNarrowed = stage !== null || organizationId !== null || settled.trim() !== ''
  useShortcut('Alt+N', '登记失联', () => void navigate('/mobility/lost/new'), canWrite)
  const save = (format: 'docx' | 'xlsx') =>
    void run(() => call('documents.exportLostCases', { organizationId, stage, format }))
  return (
    <Page
      title="失联党员"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 人` : ''}</span>}
      actions={
        <>
          {canExport && (
            <>
              <Button loading={isBusy} onClick={() => save('docx')}>
                导出台账（Word）
              </Button>
              <Button loading={isBusy} onClick={() => save('xlsx')}>
                导出台账（Excel）
              </Button>
            </>
          )}
          {canWrite && (
            <LinkButton primary to="/mobility/lost/new">
              登记失联
            </LinkButton>
          )}
        </>
      }
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="流动党员" tabs={tabs} />
          </div>
          <StageTabs view={view} stages={list.data?.stages} />
          <Toolbar label="筛选" end={<UndoLastButton target={lostTarget} />}>
            <SearchInput label="姓名" value={text} onChange={setText} />
            <OrganizationFilter
              value={organizationId}
              onChoose={(id) => void navigate(addressOf({ ...view, organizationId: id, page: 1 }))}
            />
          </Toolbar>
        </>
      }
    >
      {canWrite && <Unregistered organizationId={organizationId} />}
      <QueryBoundary query={list} what="查看失联党员" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <Nothing
              isNarrowed={isNarrowed}
              canWrite={canWrite}
              onClear={() => {
                setText('')
                void navigate('/mobility/lost')
              }}
            />
          ) : (
            <LostTable
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

function Nothing({ isNarrowed, canWrite, onClear }: NothingProps) {
  return isNarrowed ? (
    <EmptyState title="没有符合条件的失联处置" actions={<Button onClick={onClear}>看全部</Button>} />
  ) : (
    <EmptyState
      title="没有登记失联党员"
      text="与党组织失去联系的党员在这里登记：逐次记下查找情况，到期提醒，停止党籍、恢复党籍、除名都由会议决定后登记，系统不改变党籍。"
      {...(canWrite ? { actions: <LinkButton to="/mobility/lost/new">登记失联</LinkButton> } : {})}
    />
  )
}
