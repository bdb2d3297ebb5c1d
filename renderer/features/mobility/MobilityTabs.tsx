import { useCall } from '../../lib/queries.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'

export type MobilityTab = 'LC' | 'LR' | 'due' | 'places'

/** The two ledgers, the board of the week, the chart, and who is looked for. */
export function MobilityTabs({ current }: { readonly current: MobilityTab }) {
  const due = useCall('mobility.due', { organizationId: null, limit: 1 })
  const tabs = [
    { to: '/mobility', label: '流出党员', isCurrent: current === 'LC' },
    { to: '/mobility?direction=LR', label: '流入党员', isCurrent: current === 'LR' },
    { to: '/mobility/due', label: '本周应联系', count: due.data?.total, isCurrent: current === 'due' },
    { to: '/mobility/places', label: '去向分布', isCurrent: current === 'places' },
    { to: '/mobility/lost', label: '失联党员', isCurrent: false },
  ]
  return (
    <div className="toolbar">
      <LinkTabs label="流动党员" tabs={tabs} />
    </div>
  )
}
