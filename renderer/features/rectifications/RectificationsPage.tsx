import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { rectifyStateLabels } from '#shared/labels/reviews.ts'
import { useCall } from '../../lib/queries.ts'
import { reviewTabs } from '../../lib/reviewTabs.ts'
import { useHasRight } from '../../lib/session.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { NewRectificationDialog } from './NewRectificationDialog.tsx'
import { OpenItem } from './OpenItem.tsx'
import { RectificationTable } from './RectificationTable.tsx'
import {
  addressOf,
  listInput,
  rectificationTarget,
  type RectificationView,
  rectifyStates,
  viewFromParams,
} from './rectificationView.ts'
import { ReportDialog } from './ReportDialog.tsx'
import './rectifications.css'

/** 整改清单: what reviews found, until it is accepted and reported at the next one. */
export function RectificationsPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const [isReporting, setReporting] = useState(false)
  const canWrite = useHasRight('organization.write')
  const list = useCall('rectifications.list', listInput(view), { keepPrevious: true })
  const to = (next: Partial<RectificationView>) =>
    addressOf({ ...view, page: 1, itemId: null, newFor: null, ...next })
  const show = (next: Partial<RectificationView>): void => void navigate(to(next))
  // Only what is in sight is reported, as it stands now.
  const chosen = (list.data?.rows ?? []).filter(({ id }) => chosenIds.includes(id))
  const here = to({ page: view.page })
  const begin = () => void navigate(to({ page: view.page, newFor: '1' }))
  useShortcut('Alt+N', '登记整改事项', begin, canWrite)
  const button = (
    <Button type="primary" onClick={begin}>
      登记整改事项
    </Button>
  )
  const counts = list.data?.byState
  const all = counts && rectifyStates.reduce((sum, state) => sum + counts[state], 0)
  return (
    <Page
      title="整改清单"
      subtitle={<span aria-live="polite">{list.data === undefined ? '' : `共 ${list.data.total} 条`}</span>}
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="双向述职测评" tabs={reviewTabs('rectifications')} />
            <div className="toolbar-end">
              {canWrite && (
                <Button disabled={chosen.length === 0} onClick={() => setReporting(true)}>
                  登记通报{chosen.length > 0 ? `（${chosen.length} 条）` : ''}
                </Button>
              )}
              <UndoLastButton target={rectificationTarget} />
            </div>
          </div>
          <Toolbar label="筛选">
            <LinkTabs
              label="状态"
              tabs={[
                { to: to({ state: null }), label: '全部', count: all, isCurrent: view.state === null },
                ...rectifyStates.map((state) => ({
                  to: to({ state }),
                  label: rectifyStateLabels[state],
                  count: counts?.[state],
                  isCurrent: state === view.state,
                })),
              ]}
            />
            <Filters view={view} onShow={show} />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看整改清单" lines={10}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <NoItems
              view={view}
              onAll={() => show({ state: null, year: null, campaignId: null, organizationId: null })}
            />
          ) : (
            <RectificationTable
              rows={rows}
              total={total}
              page={view.page}
              addressOf={(itemId) => to({ itemId, page: view.page })}
              onPage={(page) => show({ page })}
              chosenIds={chosen.map(({ id }) => id)}
              onChoose={canWrite ? setChosenIds : null}
            />
          )
        }
      </QueryBoundary>
      {isReporting && (
        <ReportDialog
          rows={chosen}
          onClose={() => setReporting(false)}
          onDone={() => {
            setReporting(false)
            setChosenIds([])
          }}
        />
      )}
      {view.newFor !== null && canWrite && (
        <NewRectificationDialog
          campaignId={view.campaignId}
          subjectId={view.newFor === '1' ? null : view.newFor}
          onClose={() => void navigate(here, { replace: true })}
        />
      )}
      {view.itemId !== null && (
        <OpenItem key={view.itemId} id={view.itemId} onClose={() => void navigate(here, { replace: true })} />
      )}
    </Page>
  )
}

interface FiltersProps {
  readonly view: RectificationView
  readonly onShow: (next: Partial<RectificationView>) => void
}

function Filters({ view: { year, campaignId, organizationId }, onShow }: FiltersProps) {
  const campaigns = useCall('reviews.campaigns', {}).data ?? []
  const years = [...new Set([...campaigns.map((each) => each.year), ...(year === null ? [] : [year])])]
  return (
    <>
      <ChoiceFilter
        label="年度"
        all="全部年度"
        choices={years
          .toSorted((a, b) => b - a)
          .map((each) => ({ value: String(each), label: `${each}年度` }))}
        value={year === null ? null : String(year)}
        onChoose={(chosen) => onShow({ year: chosen === null ? null : Number(chosen), campaignId: null })}
      />
      <ChoiceFilter
        label="述职测评"
        all="全部述职测评"
        choices={campaigns
          .filter((each) => year === null || each.year === year)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={campaignId}
        onChoose={(chosen) => onShow({ campaignId: chosen })}
      />
      <OrganizationFilter value={organizationId} onChoose={(chosen) => onShow({ organizationId: chosen })} />
    </>
  )
}

interface NoItemsProps {
  readonly view: RectificationView
  readonly onAll: () => void
}

function NoItems({ view: { state, year, campaignId, organizationId }, onAll }: NoItemsProps) {
  const isNarrowed = state !== null || year !== null || campaignId !== null || organizationId !== null
  return (
    <EmptyState
      title={isNarrowed ? '没有符合条件的整改事项' : '还没有整改事项'}
      text="结果通报以后，每位述职人至少登记一条：问题、措施、责任人、时限。完成后由人验收，下一年度述职会先通报。"
      actions={
        isNarrowed ? (
          <Button onClick={onAll}>看全部</Button>
        ) : (
          <LinkButton to="/reviews">看述职测评</LinkButton>
        )
      }
    />
  )
}
