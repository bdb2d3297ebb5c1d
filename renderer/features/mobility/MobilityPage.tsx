import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterChips } from './FilterChips.tsx'
import { MobilityEmpty } from './MobilityEmpty.tsx'
import { MobilityTable } from './MobilityTable.tsx'
import { MobilityTabs } from './MobilityTabs.tsx'
import { addressOf, listInput, mobilityTarget, viewFromParams } from './mobilityView.ts'
import { RecordDrawer } from './RecordDrawer.tsx'
import './mobility.css'

const typingPauseMs = 250

/** One of the two ledgers of 流动党员, with its boards. */
export function MobilityPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [isExporting, setExporting] = useState(false)
  const settled = useDebounced(text, typingPauseMs)
  const view = viewFromParams(params)
  const canWrite = useHasRight('member.write')
  const canImport = useHasRight('import.write')
  const canExport = useHasRight('document.export')
  const list = useCall('mobility.list', listInput(view, settled), { keepPrevious: true })
  const { direction, state, organizationId } = view
  const go = (next: Partial<typeof view>): void => void navigate(addressOf({ ...view, page: 1, ...next }))
  const verb = direction === 'LC' ? '登记外出' : '登记流入'
  const create = `/mobility/new?direction=${direction}`
  const isNarrowed =
    view.filter !== null || organizationId !== null || view.place !== null || settled.trim() !== ''
  useShortcut('Alt+N', verb, () => void navigate(create), canWrite)
  return (
    <Page
      title="流动党员"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 人` : ''}</span>}
      actions={
        <>
          {canImport && <LinkButton to="/imports?kind=mobility">导入台账</LinkButton>}
          {canExport && <Button onClick={() => setExporting(true)}>导出台账</Button>}
          {canWrite && (
            <LinkButton primary to={create}>
              {verb}
            </LinkButton>
          )}
        </>
      }
      toolbar={
        <>
          <MobilityTabs current={direction} />
          <Toolbar label="筛选" end={<UndoLastButton target={mobilityTarget} />}>
            <SearchInput label="姓名、去向或单位" value={text} onChange={setText} />
            <OrganizationFilter value={organizationId} onChoose={(id) => go({ organizationId: id })} />
            <ChoiceFilter
              label="是否结束"
              all={direction === 'LC' ? '现在在外' : '现在本地'}
              choices={[{ value: 'closed', label: '已结束' }]}
              value={state === 'closed' ? 'closed' : null}
              onChoose={(chosen) => go({ state: chosen ?? 'open', filter: null })}
            />
          </Toolbar>
          {state === 'open' && <FilterChips view={view} counts={list.data?.counts} />}
        </>
      }
    >
      <QueryBoundary query={list} what="查看流动党员" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <MobilityEmpty
              view={view}
              isNarrowed={isNarrowed}
              canWrite={canWrite}
              canImport={canImport}
              onClear={() => {
                setText('')
                void navigate(addressOf({ direction, state }))
              }}
            />
          ) : (
            <MobilityTable rows={rows} total={total} view={view} onPage={(page) => go({ page })} />
          )
        }
      </QueryBoundary>
      <RecordDrawer
        recordId={view.recordId}
        onClose={() => void navigate(addressOf({ ...view, recordId: null }))}
      />
      {isExporting && (
        <ExportDialog
          direction={direction}
          organizationId={organizationId}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  )
}
