import { Link } from 'react-router'
import type { LostStage } from '#shared/domain/lostCases.ts'
import { lostStageLabels } from '#shared/labels/lostCases.ts'
import { useCall } from '../../lib/queries.ts'
import { SectionCard } from '../../ui/SectionCard.tsx'

const shown: readonly LostStage[] = ['twoYears', 'sixMonths', 'searching']

/** Whom to look for and what to decide; nothing where nobody is lost. */
export function LostCard() {
  const list = useCall('lost.list', {
    organizationId: null,
    stage: null,
    text: null,
    offset: 0,
    limit: 1,
  })
  const marked = useCall('lost.unregistered', { organizationId: null, limit: 1 })
  const stages = list.data?.stages
  const unregistered = marked.data?.total ?? 0
  if (stages === undefined || (unregistered === 0 && shown.every((stage) => stages[stage] === 0))) return null
  return (
    <SectionCard title="失联党员" extra={<Link to="/mobility/lost">失联台账</Link>}>
      <ul className="todo">
        {shown
          .filter((stage) => stages[stage] > 0)
          .map((stage) => (
            <li key={stage}>
              <Link className="ellipsis" to={`/mobility/lost?stage=${stage}`}>
                {lostStageLabels[stage]}
              </Link>
              <span className="todo-count">{stages[stage].toLocaleString('zh-CN')} 人</span>
            </li>
          ))}
        {unregistered > 0 && (
          <li>
            <Link className="ellipsis" to="/mobility/lost">
              花名册标为失联、还没有登记
            </Link>
            <span className="todo-count">{unregistered.toLocaleString('zh-CN')} 人</span>
          </li>
        )}
      </ul>
    </SectionCard>
  )
}
