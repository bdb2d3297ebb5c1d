import { Alert, Button } from 'antd'
import { useState } from 'react'
import { noVoteLabels } from '#shared/labels/memberships.ts'
import { formatPartialDate, isDateOnly } from '#shared/lib/dates.ts'
import { useCall } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { useDebounced } from '../../../lib/useDebounced.ts'

interface RosterShouldProps {
  readonly branchId: string
  readonly on: string
  readonly should: number
  readonly onTake: (should: number) => void
}

const typingPauseMs = 300

/** 应到 is the number a vote stands or falls by: where it is not the roster's of that day, both are said, and by whom the roster's is made up. */
export function RosterShould({ branchId, on, should, onTake }: RosterShouldProps) {
  const [showsNames, setShowsNames] = useState(false)
  const asked = useDebounced(on, typingPauseMs)
  const now = today()
  const day = isDateOnly(asked) && asked <= now ? asked : null
  const list = useCall(
    'memberships.voters',
    { organizationId: branchId, on: day ?? now },
    { enabled: day !== null },
  )
  if (day === null || list.data === undefined || list.data.voters.length === should) return null
  const { voters, others } = list.data
  return (
    <Alert
      className="dev-should"
      type="warning"
      showIcon
      title={`应到填的是 ${should} 人，按花名册 ${formatPartialDate(day)}应到 ${voters.length} 人`}
      description={
        <>
          应到多一人少一人，结果就可能不同。请对照名单核对：花名册不对的先更正，当日确实如此的照实填写。
          {showsNames && (
            <div>
              <p>
                当日有表决权的正式党员：
                {voters.length === 0 ? '没有' : voters.map(({ name }) => name).join('、')}
              </p>
              {others.length > 0 && (
                <p>不计入：{others.map(({ name, why }) => `${name}（${noVoteLabels[why]}）`).join('、')}</p>
              )}
            </div>
          )}
          <div className="dev-buttons">
            <Button size="small" onClick={() => onTake(voters.length)}>
              填入 {voters.length}
            </Button>
            <Button
              size="small"
              type="text"
              aria-expanded={showsNames}
              onClick={() => setShowsNames(!showsNames)}
            >
              {showsNames ? '收起名单' : '看名单'}
            </Button>
          </div>
        </>
      }
    />
  )
}
