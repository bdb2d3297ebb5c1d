import { Button, Table } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'
import { listPage, newAddress, responsibilityTarget } from './responsibilityView.ts'

type Without = RouteOutput<'responsibility.list'>['without'][number]

interface WithoutTableProps {
  readonly year: number
  readonly found: readonly Without[]
}

/** Committees and 总支 that have no list of the year, each with the way to one. */
export function WithoutTable({ year, found }: WithoutTableProps) {
  const navigate = useNavigate()
  const undo = useUndo()
  const toast = useToast()
  const canWrite = useHasRight('organization.write')
  const copy = useCommand('responsibility.copy')
  if (found.length === 0)
    return (
      <EmptyState
        title={`${year}年度没有漏登的党组织`}
        text="所选范围内的党（工）委和党总支都已登记责任清单。"
      />
    )
  const begin = (organizationId: string) =>
    copy.mutate(
      { organizationId, year },
      {
        onSuccess: ({ id }) => {
          undo.done('已参照上年建立责任清单', responsibilityTarget)
          void navigate(listPage(id))
        },
        onError: toast.failure,
      },
    )
  return (
    <Table<Without>
      size="small"
      rowKey="organizationId"
      tableLayout="fixed"
      dataSource={[...found]}
      pagination={false}
      columns={[
        {
          title: '党组织',
          key: 'organization',
          render: (_, row) => <Link to={`/organizations/${row.organizationId}`}>{row.organizationName}</Link>,
        },
        ...(canWrite
          ? [
              {
                title: '办理',
                key: 'new',
                width: '20em',
                render: (_: unknown, { organizationId, organizationName }: Without) => (
                  <span className="responsibility-actions">
                    <LinkButton small to={newAddress(year, organizationId)}>
                      登记
                    </LinkButton>
                    <Button
                      size="small"
                      disabled={copy.isPending}
                      aria-label={`参照上年：${organizationName}`}
                      onClick={() => begin(organizationId)}
                    >
                      参照上年
                    </Button>
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
