import { Button, Dropdown, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { FormRow } from '#shared/contract/developmentRegisters.ts'
import { formStatusLabels } from '#shared/labels/developmentRecords.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { fileAddress } from '../../lib/developmentWords.ts'
import { Icon } from '../../ui/icons.tsx'
import { PagedTable, type PagedRows } from '../../ui/PagedTable.tsx'
import { WorstFinding } from '../../ui/WorstFinding.tsx'
import type { FormTask } from './FormDialogs.tsx'
import { mainTask, otherTasks, taskLabels } from './formTasks.ts'
import { pageSize } from './registersView.ts'

interface FormsTableProps extends PagedRows<FormRow> {
  /** Null for whoever may not write. */
  readonly onTask: ((task: FormTask) => void) | null
}

const date = (on: PartialDate | null) => (on === null ? '' : <span className="number">{formatDots(on)}</span>)

/** When and why it came back or was void, or what else is remarked. */
function Back({ row: { returnedOn, voidedOn, voidReason, remark } }: { readonly row: FormRow }) {
  const on = voidedOn ?? returnedOn
  const text = [on === null ? null : formatDots(on), voidReason, remark]
    .filter((each) => each !== null && each !== '')
    .join(' ')
  return (
    <span className="number" title={text}>
      {text}
    </span>
  )
}

const columns: TableColumnsType<FormRow> = [
  {
    title: '编号',
    key: 'serialNo',
    width: '10em',
    ellipsis: true,
    render: (_, { serialNo }) => <span title={serialNo}>{serialNo}</span>,
  },
  {
    title: '发放机关',
    key: 'organization',
    width: '9em',
    ellipsis: true,
    render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
  },
  { title: '状态', key: 'status', width: '5em', render: (_, { status }) => formStatusLabels[status] },
  {
    title: '发给',
    key: 'file',
    ellipsis: true,
    render: (_, { file }) =>
      file !== null && (
        <span title={`${file.name}（${file.organizationName}）`}>
          <Link to={fileAddress(file.id)}>{file.name}</Link>
          <span className="muted small"> {file.organizationName}</span>
        </span>
      ),
  },
  { title: '领用日期', key: 'issued', width: '7em', render: (_, { issuedOn }) => date(issuedOn) },
  {
    title: '领用人',
    key: 'receiver',
    width: '6em',
    ellipsis: true,
    render: (_, { receivedBy }) => receivedBy,
  },
  {
    title: '收回、作废',
    key: 'back',
    width: '13em',
    ellipsis: true,
    render: (_, row) => <Back row={row} />,
  },
  {
    title: '提示',
    key: 'findings',
    width: '12em',
    render: (_, { findings }) => <WorstFinding findings={findings} />,
  },
]

const lesser = ['receiver', 'organization']

export function FormsTable({ onTask, ...page }: FormsTableProps) {
  const actions: TableColumnsType<FormRow> =
    onTask === null
      ? []
      : [
          {
            title: '办理',
            key: 'actions',
            width: '10em',
            render: (_, row) => <Actions row={row} onTask={onTask} />,
          },
        ]
  return <PagedTable {...page} columns={[...columns, ...actions]} lesser={lesser} pageSize={pageSize} />
}

interface ActionsProps {
  readonly row: FormRow
  readonly onTask: (task: FormTask) => void
}

function Actions({ row, onTask }: ActionsProps) {
  const main = mainTask(row.status)
  return (
    <span className="dev-reg-actions">
      {main !== null && (
        <Button
          size="small"
          aria-label={`${taskLabels[main]} ${row.serialNo}`}
          onClick={() => onTask({ kind: main, row })}
        >
          {taskLabels[main]}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: otherTasks(row.status).map((kind) => ({
            key: kind,
            label: taskLabels[kind],
            danger: kind === 'trash',
            onClick: () => onTask({ kind, row }),
          })),
        }}
      >
        <Button size="small" aria-label={`更多 ${row.serialNo}`}>
          更多
          <Icon name="down" />
        </Button>
      </Dropdown>
    </span>
  )
}
