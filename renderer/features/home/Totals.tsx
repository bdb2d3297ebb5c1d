import { Link } from 'react-router'
import type { LedgerTotals } from './ledgerTotals.ts'

export function Totals({ totals }: { readonly totals: LedgerTotals }) {
  const cells = [
    { label: '党员', value: totals.full + totals.probationary, to: '/members' },
    { label: '正式党员', value: totals.full, to: '/members?type=1' },
    { label: '预备党员', value: totals.probationary, to: '/members?type=2' },
    { label: '党组织', value: totals.organizations, to: '/organizations?kind=level' },
    { label: '其中党支部', value: totals.branches, to: '/organizations?kind=ZB' },
    { label: '党小组', value: totals.groups, to: '/organizations?kind=XZ' },
  ]
  return (
    <dl className="totals">
      {cells.map(({ label, value, to }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Link to={to}>{value.toLocaleString('zh-CN')}</Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}
