import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { type TransferDirection, transferDirections } from '#shared/domain/transferStates.ts'
import { transferDirectionLabels } from '#shared/labels/transfers.ts'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { Icon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useExport } from '../../ui/useExport.ts'
import { CertificateDialog } from './CertificateDialog.tsx'
import { TransferTable } from './TransferTable.tsx'
import { TransferTabs } from './TransferTabs.tsx'
import { addressOf, listInput, transferTarget, viewFromParams } from './transferView.ts'
import './transfers.css'

const typingPauseMs = 250

const directionChoices = transferDirections.map((value) => ({ value, label: transferDirectionLabels[value] }))

/** 组织关系转接: who is on the way, what falls due, and which receipts are missing. */
export function TransferBoardPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [text, setText] = useState('')
  const [isCertifying, setIsCertifying] = useState(false)
  const view = { ...viewFromParams(params), text: useDebounced(text, typingPauseMs) }
  const canWrite = useHasRight('member.write')
  const list = useCall('transfers.list', listInput(view), { keepPrevious: true })
  const { organizationId, direction } = view
  const isNarrowed = direction !== null || organizationId !== null || view.text.trim() !== ''
  const go = (change: Partial<typeof view>): void => void navigate(addressOf({ ...view, page: 1, ...change }))
  useShortcut('Alt+N', '登记转出', () => void navigate('/transfers/new?direction=out'), canWrite)
  return (
    <Page
      title="组织关系转接"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 条` : ''}</span>}
      actions={
        <>
          <Tables organizationId={organizationId} />
          {canWrite && (
            <>
              <Button onClick={() => setIsCertifying(true)}>开证明信</Button>
              <LinkButton to="/transfers/move">支部间调动</LinkButton>
              <LinkButton to="/transfers/new?direction=in">登记转入</LinkButton>
              <LinkButton primary to="/transfers/new?direction=out">
                登记转出
              </LinkButton>
            </>
          )}
        </>
      }
      toolbar={
        <>
          <TransferTabs view={view} counts={list.data?.counts} />
          <Toolbar label="筛选" end={<UndoLastButton target={transferTarget} />}>
            <SearchInput label="姓名或介绍信编号" value={text} onChange={setText} />
            <ChoiceFilter<TransferDirection>
              label="方向"
              all="转出和转入"
              choices={directionChoices}
              value={direction}
              onChoose={(next) => go({ direction: next })}
            />
            <OrganizationFilter value={organizationId} onChoose={(id) => go({ organizationId: id })} />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看组织关系转接" lines={10}>
        {({ rows, total, counts }) =>
          total === 0 ? (
            <Nothing
              isNarrowed={isNarrowed}
              hasAny={Object.values(counts).some((count) => count > 0)}
              canWrite={canWrite}
              onClear={() => {
                setText('')
                void navigate('/transfers')
              }}
            />
          ) : (
            <TransferTable
              rows={rows}
              total={total}
              page={view.page}
              onPage={(page) => void navigate(addressOf({ ...view, page }))}
            />
          )
        }
      </QueryBoundary>
      {isCertifying && <CertificateDialog onClose={() => setIsCertifying(false)} />}
    </Page>
  )
}

const tables = [
  { table: 'register', format: 'docx', label: '转接登记簿（Word）' },
  { table: 'register', format: 'xlsx', label: '转接登记簿（Excel）' },
  { table: 'receipts', format: 'docx', label: '回执跟踪表（Word）' },
  { table: 'receipts', format: 'xlsx', label: '回执跟踪表（Excel）' },
] as const

function Tables({ organizationId }: { readonly organizationId: string | null }) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: tables.map(({ table, format, label }) => ({
          key: label,
          label,
          onClick: () =>
            void run(() => call('transfers.exportTable', { table, format, year: null, organizationId })),
        })),
      }}
    >
      <Button loading={isBusy}>
        导出
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}

interface NothingProps {
  readonly isNarrowed: boolean
  readonly hasAny: boolean
  readonly canWrite: boolean
  readonly onClear: () => void
}

function Nothing({ isNarrowed, hasAny, canWrite, onClear }: NothingProps) {
  if (isNarrowed)
    return <EmptyState title="没有符合条件的转接" actions={<Button onClick={onClear}>清除筛选</Button>} />
  if (hasAny) return <EmptyState title="这一栏没有转接" text="其他状态的在上面各栏，数字是每栏的条数。" />
  return (
    <EmptyState
      title="还没有组织关系转接"
      text="党员转出：登记、开具介绍信、等回执；回执到了，花名册才改为“已转出”。党员转入：登记介绍信、核验、接收、寄回执。街道内支部之间调动不用介绍信。"
      {...(canWrite
        ? {
            actions: (
              <>
                <LinkButton primary to="/transfers/new?direction=out">
                  登记转出
                </LinkButton>
                <LinkButton to="/transfers/new?direction=in">登记转入</LinkButton>
              </>
            ),
          }
        : {})}
    />
  )
}
