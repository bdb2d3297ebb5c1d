import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { formStatuses } from '#shared/domain/development/records.ts'
import { hasApprovalRightByDefault } from '#shared/domain/organizationKinds.ts'
import { formStatusLabels } from '#shared/labels/developmentRecords.ts'
import { call } from '../../lib/api.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { FormDialog, type FormTask } from './FormDialogs.tsx'
import { FormsTable } from './FormsTable.tsx'
import { addressOf, pageSize, type RegistersView } from './registersView.ts'
import { RegisterTabs } from './RegisterTabs.tsx'
import { StockDialog } from './StockDialog.tsx'

const typingPauseMs = 250

/** 《入党志愿书》登记: every numbered booklet from the box to the file. */
export function FormsRegister({ view }: { readonly view: RegistersView }) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [isStocking, setIsStocking] = useState(false)
  const [task, setTask] = useState<FormTask | null>(null)
  const words = useDebounced(text, typingPauseMs).trim()
  const { status, page } = view
  const list = useCall(
    'forms.list',
    { status, text: words === '' ? null : words, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  )
  const canWrite = useHasRight('member.write')
  const tree = useCall('organizations.tree', { includeEnded: false })
  // Only whoever keeps the booklets of a committee that approves has some to take in.
  const hasCommittee = tree.data?.nodes.some(({ type }) => hasApprovalRightByDefault(type)) ?? true
  const canStock = canWrite && hasCommittee
  const counts = list.data?.counts
  const all = counts === undefined ? undefined : formStatuses.reduce((sum, each) => sum + counts[each], 0)
  const stock = () => setIsStocking(true)
  useShortcut('Alt+N', '登记入库', stock, canStock)
  const stockButton = (
    <Button type="primary" onClick={stock}>
      登记入库
    </Button>
  )
  return (
    <Page
      title="志愿书登记"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 本` : ''}</span>}
      actions={
        <>
          <ExportMenu
            label="导出登记簿"
            make={(format) => call('documents.exportForms', { status, format })}
          />
          {canStock && stockButton}
        </>
      }
      toolbar={
        <>
          <RegisterTabs current="forms" />
          <Toolbar label="筛选">
            <LinkTabs
              label="状态"
              tabs={[null, ...formStatuses].map((each) => ({
                to: addressOf({ status: each }),
                label: each === null ? '全部' : formStatusLabels[each],
                count: each === null ? all : counts?.[each],
                isCurrent: status === each,
              }))}
            />
            <SearchInput label="编号或姓名" value={text} onChange={setText} />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看志愿书登记" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <Nothing
              isNarrowed={status !== null || words !== ''}
              hasAny={(all ?? 0) > 0}
              onClear={() => {
                setText('')
                void navigate(addressOf({}))
              }}
              hasCommittee={hasCommittee}
              action={canStock ? stockButton : null}
            />
          ) : (
            <FormsTable
              rows={rows}
              total={total}
              page={page}
              onPage={(next) => void navigate(addressOf({ ...view, page: next }))}
              onTask={canWrite ? setTask : null}
            />
          )
        }
      </QueryBoundary>
      {isStocking && <StockDialog onClose={() => setIsStocking(false)} />}
      {task !== null && <FormDialog task={task} onClose={() => setTask(null)} />}
    </Page>
  )
}

interface NothingProps {
  readonly isNarrowed: boolean
  readonly hasAny: boolean
  readonly onClear: () => void
  /** One that approves, in the account's reach. */
  readonly hasCommittee: boolean
  readonly action: ReactNode
}

function Nothing({ isNarrowed, hasAny, onClear, hasCommittee, action }: NothingProps) {
  if (isNarrowed && hasAny) {
    return <EmptyState title="没有符合条件的志愿书" actions={<Button onClick={onClear}>看全部</Button>} />
  }
  return (
    <EmptyState
      title="还没有登记志愿书"
      text={`《中国共产党入党志愿书》由有审批权限的党委编号、发放、登记、回收。${
        hasCommittee
          ? '先把领回的一批编号登记入库，预审合格后发给本人所在的支部。'
          : '入库、发放由街道党工委的干事登记，您的管理范围里没有有审批权限的党委。'
      }`}
      {...(action === null ? {} : { actions: action })}
    />
  )
}
