import type { RouteOutput } from '#shared/contract/routes.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LogToolbar } from '../../ui/LogToolbar.tsx'
import { type AuditFilter, isNarrowed, noFilter } from './auditFilter.ts'

interface AuditToolbarProps {
  readonly filter: AuditFilter
  readonly onFilter: (filter: AuditFilter) => void
  readonly choices: Pick<RouteOutput<'audit.list'>, 'accounts' | 'routes'>
  readonly problem: string | null
}

export function AuditToolbar({ filter, onFilter, choices, problem }: AuditToolbarProps) {
  return (
    <LogToolbar
      filter={filter}
      onFilter={(part) => onFilter({ ...filter, ...part })}
      accounts={choices.accounts}
      problem={problem}
      onClear={isNarrowed(filter) ? () => onFilter(noFilter) : null}
    >
      <ChoiceFilter
        className="audit-route"
        label="操作"
        all="全部操作"
        choices={choices.routes.map(({ route, title }) => ({ value: route, label: title }))}
        value={filter.route}
        onChoose={(route) => onFilter({ ...filter, route })}
      />
    </LogToolbar>
  )
}
