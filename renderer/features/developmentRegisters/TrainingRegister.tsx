import { Button, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { TrainingClassRow } from '#shared/contract/developmentRegisters.ts'
import { trainingKinds } from '#shared/domain/development/records.ts'
import { trainingKindLabels } from '#shared/labels/developmentRecords.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { PagedTable } from '../../ui/PagedTable.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { spanText } from './classWords.ts'
import { addressOf, classAddress, pageSize, type RegistersView } from './registersView.ts'
import { RegisterTabs } from './RegisterTabs.tsx'

const columns: TableColumnsType<TrainingClassRow> = [
  {
    title: '班次',
    key: 'name',
    ellipsis: true,
    render: (_, { id, name }) => (
      <Link to={classAddress(id)} title={name}>
        {name}
      </Link>
    ),
  },
  { title: '对象', key: 'kind', width: '10em', render: (_, { kind }) => trainingKindLabels[kind] },
  {
    title: '举办党组织',
    key: 'organization',
    width: '13em',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  {
    title: '时间',
    key: 'span',
    width: '15em',
    render: (_, row) => <span className="number">{spanText(row)}</span>,
  },
  { title: '天数', key: 'days', width: '4em', align: 'right', render: (_, { days }) => days },
  { title: '学时', key: 'hours', width: '4em', align: 'right', render: (_, { hours }) => hours },
  { title: '人数', key: 'people', width: '4em', align: 'right', render: (_, { people }) => people },
  { title: '结业', key: 'passed', width: '4em', align: 'right', render: (_, { passed }) => passed },
  {
    title: <span className="dev-reg-after-number">提示</span>,
    key: 'findings',
    width: '14em',
    render: (_, { findings }) => (
      <div className="dev-reg-after-number">
        <WorstFinding findings={findings} />
      </div>
    ),
  },
]

const lesser = ['organization', 'days']

/** 集中培训班: who was taught, how long, and who has the certificate. */
export function TrainingRegister({ view }: { readonly view: RegistersView }) {
  const navigate = useNavigate()
  const [isCreating, setIsCreating] = useState(false)
  const { kind, page } = view
  const list = useCall(
    'training.list',
    { kind, offset: (page - 1) * pageSize, limit: pageSize },
    { keepPrevious: true },
  )
  const canWrite = useHasRight('member.write')
  const create = () => setIsCreating(true)
  useShortcut('Alt+N', '新建培训班', create, canWrite)
  const button = (
    <Button type="primary" onClick={create}>
      新建培训班
    </Button>
  )
  return (
    <Page
      title="培训班"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.total} 期` : ''}</span>}
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <RegisterTabs current="training" />
          <Toolbar label="筛选">
            <LinkTabs
              label="对象"
              tabs={[null, ...trainingKinds].map((each) => ({
                to: addressOf({ part: 'training', kind: each }),
                label: each === null ? '全部' : trainingKindLabels[each],
                isCurrent: kind === each,
              }))}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看培训班" lines={10}>
        {({ rows, total }) =>
          total === 0 ? (
            <Nothing isNarrowed={kind !== null} action={canWrite ? button : undefined} />
          ) : (
            <PagedTable<TrainingClassRow>
              columns={columns}
              lesser={lesser}
              rows={rows}
              total={total}
              page={page}
              pageSize={pageSize}
              onPage={(next) => void navigate(addressOf({ ...view, page: next }))}
            />
          )
        }
      </QueryBoundary>
      {isCreating && <ClassDialog detail={null} onClose={() => setIsCreating(false)} />}
    </Page>
  )
}

function Nothing({ isNarrowed, action }: { readonly isNarrowed: boolean; readonly action: ReactNode }) {
  return (
    <EmptyState
      title={isNarrowed ? '没有这一类培训班' : '还没有登记培训班'}
      text="发展对象集中培训不少于 3 天或 24 学时，由基层党委或县级党委组织部举办。建好班次再加人，学时和结业证号随着记入每个人的发展档案。"
      {...(action === undefined ? {} : { actions: action })}
    />
  )
}
