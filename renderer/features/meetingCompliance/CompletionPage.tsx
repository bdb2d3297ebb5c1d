import { Button, Pagination } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import type { Grid } from '#shared/contract/meetingRows.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { CallList } from './CallList.tsx'
import { CellDrawer } from './CellDrawer.tsx'
import { CompletionEmpty } from './CompletionEmpty.tsx'
import { CompletionGrid } from './CompletionGrid.tsx'
import {
  addressOf,
  type CompletionView,
  gridInput,
  meetingTarget,
  pageSize,
  viewFromParams,
} from './completionView.ts'
import { ExportCompletion } from './ExportCompletion.tsx'
import { GridKey } from './GridKey.tsx'
import { KindStrip } from './KindStrip.tsx'
import './completion.css'

/** 完成情况: what every branch owes in a year and how it stands, and whom to call. */
export function CompletionPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const { part, year, organizationId } = view
  const grid = useCall('meetings.grid', gridInput(view), { keepPrevious: true })
  const to = (next: Partial<CompletionView>) => addressOf({ ...view, page: 1, open: null, ...next })
  const show = (next: Partial<CompletionView>): void => void navigate(to(next))
  return (
    <Page
      title="完成情况"
      part={`${part} ${view.page}`}
      subtitle={<span aria-live="polite">{grid.data === undefined ? '' : countWords(grid.data, view)}</span>}
      actions={<ExportCompletion organizationId={organizationId} year={year} />}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('completion')} />
            <div className="toolbar-end">
              <UndoLastButton target={meetingTarget} />
            </div>
          </div>
          <Toolbar label="年份和党组织">
            <YearLinks year={year} to={(each) => to({ year: each })} />
            <OrganizationFilter value={organizationId} onChoose={(id) => show({ organizationId: id })} />
            <LinkTabs
              label="表格或待联系支部"
              tabs={[
                { to: to({ part: 'grid' }), label: '完成情况表', isCurrent: part === 'grid' },
                {
                  to: to({ part: 'call', only: null }),
                  label: '待联系支部',
                  count: grid.data?.toCall,
                  isCurrent: part === 'call',
                },
              ]}
            />
            {part === 'grid' && (
              <ChoiceFilter
                label="只看"
                all="全部支部"
                choices={[
                  { value: 'missing', label: '只看缺的' },
                  { value: 'near', label: '只看即将到期的' },
                ]}
                value={view.only}
                onChoose={(only) => show({ only })}
              />
            )}
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={grid} what="查看完成情况" lines={12}>
        {(data) => <Completion grid={data} view={view} onShow={show} />}
      </QueryBoundary>
      <CellDrawer
        year={year}
        open={view.open}
        kind={view.kind}
        onClose={() => void navigate(addressOf({ ...view, open: null }), { replace: true })}
      />
    </Page>
  )
}

function countWords({ year, branches, total }: Grid, { only, part }: CompletionView): string {
  const isPart = only !== null || part === 'call'
  return `${year}年，${isPart ? `${total.toLocaleString('zh-CN')} / ` : ''}${branches.toLocaleString('zh-CN')} 个党支部`
}

interface CompletionProps {
  readonly grid: Grid
  readonly view: CompletionView
  readonly onShow: (next: Partial<CompletionView>) => void
}

function Completion({ grid, view, onShow }: CompletionProps) {
  if (grid.branches === 0) return <CompletionEmpty organizationId={view.organizationId} />
  return (
    <div className={view.part === 'grid' ? 'duty-page' : undefined}>
      <KindStrip grid={grid} view={view} />
      {grid.rows.length === 0 ? (
        <p className="duty-all-there">
          没有{view.only === 'near' ? '即将到期' : '缺'}的党支部。
          <Button type="link" size="small" onClick={() => onShow({ part: 'grid', only: null, kind: null })}>
            看全部
          </Button>
        </p>
      ) : view.part === 'call' ? (
        <CallList rows={grid.rows} view={view} />
      ) : (
        <>
          <GridKey view={view} />
          <div className="duty-scroll">
            <CompletionGrid rows={grid.rows} view={view} />
          </div>
        </>
      )}
      <Pagination
        className="duty-pages"
        size="small"
        current={view.page}
        pageSize={pageSize}
        total={grid.total}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={(page) => onShow({ page })}
      />
    </div>
  )
}
