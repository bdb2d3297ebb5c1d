import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { rectifyStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { rectificationsAddress } from '../../lib/reviewAddresses.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { PreviewTable } from './PreviewTable.tsx'

interface ItemsPreviewProps {
  readonly campaignId: string
  /** Null for everybody. */
  readonly person: ScoreRow | null
}

/** This year's items as they stand. */
export function ItemsPreview({ campaignId, person }: ItemsPreviewProps) {
  const query = useCall('rectifications.list', {
    campaignId,
    year: null,
    organizationId: null,
    state: null,
    offset: 0,
    limit: 500,
  })
  return (
    <QueryBoundary query={query} what="查看整改清单" lines={4}>
      {({ rows }) => {
        const own = rows.filter(({ subjectId }) => person === null || subjectId === person.subjectId)
        if (own.length === 0)
          return (
            <EmptyState
              inline
              title="本年还没有整改事项"
              text="根据点评和测评意见登记问题、措施、责任人和时限，再导出清单。"
              actions={<LinkButton to={rectificationsAddress({ campaignId })}>去登记整改</LinkButton>}
            />
          )
        return (
          <PreviewTable
            label="整改事项"
            heads={['述职人', '问题', '责任人', '时限', '状态']}
            rows={own.map(({ subjectName, fields: { problem, dutyName, dueOn }, state }) => [
              subjectName,
              problem,
              dutyName ?? '',
              dueOn === null ? '' : formatDots(dueOn),
              rectifyStateLabels[state],
            ])}
          />
        )
      }}
    </QueryBoundary>
  )
}
