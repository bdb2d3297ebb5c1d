import { Select } from 'antd'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { LogToolbar } from '../../ui/LogToolbar.tsx'
import { type AuditFilter, isNarrowed, noFilter } from './auditFilter.ts'

interface AuditToolbarProps {
  readonly filter: AuditFilter
  readonly onFilter: (filter: AuditFilter) => void
  readonly choices: Pick<RouteOutput<'audit.list'>, 'accounts' | 'routes'>
  readonly problem: string | null
}

const everything = ''

export function AuditToolbar({ filter, onFilter, choices, problem }: AuditToolbarProps) {
  return (
    <LogToolbar
      filter={filter}
      onFilter={(part) => onFilter({ ...filter, ...part })}
      accounts={choices.accounts}
      problem={problem}
      onClear={isNarrowed(filter) ? () => onFilter(noFilter) : null}
    >
      <Select
        className="audit-route"
        aria-label="操作"
        popupMatchSelectWidth={false}
        options={[
          { value: everything, label: '全部操作' },
          ...choices.routes.map(({ route, title }) => ({ value: route, label: title })),
        ]}
        value={filter.route ?? everything}
        onChange={(route: string) => onFilter({ ...filter, route: route === everything ? null : route })}
      />
    </LogToolbar>
  )
}
