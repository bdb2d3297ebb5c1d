import { Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { TermRow } from '#shared/contract/terms.ts'
import { termStates } from '#shared/domain/terms.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { termStateLabels } from '#shared/labels/posts.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { daysText, termMarks } from '../../lib/termWords.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useFittingColumns } from '../../ui/useFittingColumns.ts'
import { TermActions } from './TermActions.tsx'
import { addressOf, listInput, pageSize, type TermsView, troubles } from './termsView.ts'

interface BoardProps {
  readonly view: TermsView
  readonly onShow: (next: Partial<TermsView>) => void
}

const columns: TableColumnsType<TermRow> = [
  {
    title: '党组织',
    key: 'name',
    ellipsis: true,
    render: (_, { organizationId, organizationName }) => (
      <Link to={`/organizations/${organizationId}`}>{organizationName}</Link>
    ),
  },
  { title: '上级', key: 'above', dataIndex: 'aboveName', width: '12em', ellipsis: true },
  {
    title: '届次',
    key: 'term',
    width: '5em',
    render: (_, { termNo }) => (termNo === null ? <span className="muted">—</span> : `第${termNo}届`),
  },
  {
    title: '起',
    key: 'from',
    width: '7em',
    render: (_, { fromOn }) => (
      <span className="number">{fromOn === null || fromOn === '' ? '' : formatDots(fromOn)}</span>
    ),
  },
  {
    title: '届满',
    key: 'due',
    width: '7em',
    render: (_, { dueOn }) => <span className="number">{dueOn === null ? '' : formatDots(dueOn)}</span>,
  },
  {
    title: '状态',
    key: 'state',
    width: '15em',
    render: (_, { state, daysLeft, extendedTo }) => (
      <StateMark state={termMarks[state]}>
        {state === 'extended' && extendedTo !== null
          ? `延期至 ${formatDots(extendedTo)}`
          : termStateLabels[state]}
        {daysLeft !== null && state !== 'normal' && <span className="muted"> {daysText(daysLeft)}</span>}
      </StateMark>
    ),
  },
  {
    title: '书记',
    key: 'secretary',
    width: '6em',
    render: (_, { secretaryName }) => secretaryName ?? <span className="muted">未登记</span>,
  },
  { title: '班子', key: 'troubles', width: '8em', render: (_, { troublesZh }) => troublesZh.join('，') },
]

const openElections = { organizationId: null, status: 'open', offset: 0, limit: 200 } as const

const lesser = ['above', 'from']

/** Terms that are up, the most urgent first; every count leads to its names. */
export function TermsBoard({ view, onShow }: BoardProps) {
  const list = useCall('terms.list', listInput(view), { keepPrevious: true })
  const open = useCall('elections.list', openElections)
  const elections = new Map(open.data?.rows.map(({ organizationId, id }) => [organizationId, id]))
  const action = {
    title: '换届',
    key: 'action',
    width: '10em',
    render: (_: unknown, row: TermRow) => (
      <TermActions row={row} electionId={elections.get(row.organizationId) ?? null} />
    ),
  }
  const fitting = useFittingColumns([...columns, action], lesser)
  return (
    <QueryBoundary query={list} what="查看届期" lines={10}>
      {(data) => (
        <>
          <States view={view} data={data} />
          {data.total === 0 ? (
            <Nothing view={view} />
          ) : (
            <Table<TermRow>
              size="small"
              rowKey="organizationId"
              tableLayout="fixed"
              dataSource={[...data.rows]}
              columns={fitting}
              pagination={{
                current: view.page,
                pageSize,
                total: data.total,
                showSizeChanger: false,
                hideOnSinglePage: true,
                onChange: (page) => onShow({ page }),
              }}
            />
          )}
        </>
      )}
    </QueryBoundary>
  )
}

function States({ view, data }: { readonly view: TermsView; readonly data: RouteOutput<'terms.list'> }) {
  const all = termStates.reduce((sum, state) => sum + data.counts[state], 0)
  const none = { ...view, state: null, trouble: null, page: 1 }
  const tabs = [
    {
      to: addressOf(none),
      label: '全部',
      count: all,
      isCurrent: view.state === null && view.trouble === null,
    },
    ...termStates
      .filter((state) => data.counts[state] > 0 || view.state === state)
      .map((state) => ({
        to: addressOf({ ...none, state }),
        label: termStateLabels[state],
        count: data.counts[state],
        isCurrent: view.state === state,
      })),
    ...troubles
      .filter((code) => data.troubles[code] > 0 || view.trouble === code)
      .map((code) => ({
        to: addressOf({ ...none, trouble: code }),
        label: findingTitle(code),
        count: data.troubles[code],
        isCurrent: view.trouble === code,
      })),
  ]
  return (
    <div className="terms-states">
      <LinkTabs label="届期状态" tabs={tabs} />
    </div>
  )
}

function Nothing({ view }: { readonly view: TermsView }) {
  const isNarrowed = view.state !== null || view.trouble !== null || view.organizationId !== null
  return isNarrowed ? (
    <EmptyState title="没有符合条件的党组织" actions={<LinkButton to="/terms">查看全部</LinkButton>} />
  ) : (
    <EmptyState
      title="还没有要换届的党组织"
      text="党组织建立后，在它的页面登记届次，届满前会按期提醒。"
      actions={<LinkButton to="/organizations">党组织</LinkButton>}
    />
  )
}
