import { Button } from 'antd'
import { Link } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'

interface TalksWithoutProps {
  readonly organizationId: string | null
  readonly year: number
  /** Begins a talk with one of them; null for who may not write. */
  readonly onTalk: ((memberId: string | null, name: string) => void) | null
}

/** LIFE-07: 委员 and members of one branch who have no talk in the year. */
export function TalksWithout({ organizationId, year, onTalk }: TalksWithoutProps) {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const isBranch = tree.data?.nodes.find(({ id }) => id === organizationId)?.type === 'ZB'
  if (organizationId === null || (tree.isSuccess && !isBranch))
    return (
      <EmptyState
        title="请选一个党支部"
        text="在上面“党组织”里选一个党支部，这里列出这一年还没有谈心谈话记录的委员和党员。"
      />
    )
  return <OfBranch organizationId={organizationId} year={year} onTalk={onTalk} />
}

function OfBranch({ organizationId, year, onTalk }: TalksWithoutProps & { readonly organizationId: string }) {
  const found = useCall('talks.without', { organizationId, year }, { keepPrevious: true })
  return (
    <QueryBoundary query={found} what="查看谈心谈话" lines={8}>
      {({ of, people }) =>
        people.length === 0 ? (
          <EmptyState
            title={`${year}年都谈过了`}
            text={`本支部委员和党员共 ${of} 人，每人至少有一次谈心谈话记录。`}
          />
        ) : (
          <section aria-label="还没有谈的人">
            <p className="muted">
              共 {of} 人，{people.length} 人还没有谈心谈话记录（按谈话人、被谈人都算）。
            </p>
            <ul className="life-without">
              {people.map(({ memberId, name, isCommittee }) => (
                <li key={memberId ?? name}>
                  {memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>}
                  {isCommittee && <span className="life-mark">委员</span>}
                  {onTalk !== null && (
                    <Button
                      size="small"
                      type="link"
                      aria-label={`登记谈话：${name}`}
                      onClick={() => onTalk(memberId, name)}
                    >
                      登记谈话
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </QueryBoundary>
  )
}
