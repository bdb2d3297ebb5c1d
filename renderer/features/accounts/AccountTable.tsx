import { Button, Table, type TableColumnsType } from 'antd'
import type { AccountRow } from '#shared/contract/accounts.ts'
import { roleLabels, scopeOfRole } from '#shared/contract/rights.ts'
import { instant } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { accountStateText } from './accountForm.ts'

export type AccountTask = 'edit' | 'password' | 'disable'

interface AccountTableProps {
  readonly rows: readonly AccountRow[]
  /** The administrator's own: nobody disables or demotes themselves. */
  readonly ownId: string
  readonly onTask: (task: AccountTask, account: AccountRow) => void
}

function organizationText({ role, organizationName }: AccountRow): string {
  if (organizationName !== null) return organizationName
  return scopeOfRole(role) === 'none' && role !== 'streetClerk' ? '' : '全街道'
}

function columnsFor({ ownId, onTask }: Omit<AccountTableProps, 'rows'>): TableColumnsType<AccountRow> {
  const now = instant(new Date())
  return [
    { title: '账号', dataIndex: 'user', width: '8em', ellipsis: true },
    {
      title: '姓名',
      key: 'displayName',
      width: '9.5em',
      render: (_, { id, displayName }) => (
        <span className="account-person">
          {displayName}
          {id === ownId && <span className="account-own muted">（本人）</span>}
        </span>
      ),
    },
    { title: '角色', key: 'role', width: '8em', render: (_, { role }) => roleLabels[role] },
    {
      title: '所管党组织',
      key: 'organization',
      ellipsis: true,
      render: (_, row) => <span title={organizationText(row)}>{organizationText(row)}</span>,
    },
    { title: '状态', key: 'state', width: '8em', render: (_, row) => accountStateText(row, now) },
    {
      title: '上次登录',
      key: 'lastSignInAt',
      width: '10.5em',
      render: (_, { lastSignInAt }) =>
        lastSignInAt === null ? (
          <span className="muted">从未登录</span>
        ) : (
          <span className="number">{formatInstant(lastSignInAt)}</span>
        ),
    },
    {
      title: '操作',
      key: 'tasks',
      width: '13em',
      render: (_, row) => <Tasks row={row} isOwn={row.id === ownId} onTask={(task) => onTask(task, row)} />,
    },
  ]
}

interface TasksProps {
  readonly row: AccountRow
  readonly isOwn: boolean
  readonly onTask: (task: AccountTask) => void
}

function Tasks({ row, isOwn, onTask }: TasksProps) {
  const isDisabled = row.state === 'disabled'
  const link = (task: AccountTask, text: string) => (
    <Button type="link" size="small" aria-label={`${text} ${row.user}`} onClick={() => onTask(task)}>
      {text}
    </Button>
  )
  return (
    <span className="account-tasks">
      {!isDisabled && link('edit', '修改')}
      {!isOwn && link('password', isDisabled ? '启用' : '重设密码')}
      {!isOwn && !isDisabled && link('disable', '停用')}
    </span>
  )
}

export function AccountTable({ rows, ownId, onTask }: AccountTableProps) {
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columnsFor({ ownId, onTask })}
      dataSource={[...rows]}
      rowClassName={({ state }) => (state === 'disabled' ? 'account-disabled' : '')}
      pagination={false}
      tableLayout="fixed"
    />
  )
}
