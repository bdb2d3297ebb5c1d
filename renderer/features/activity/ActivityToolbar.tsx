import { recordKindLabels } from '#shared/labels/activities.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { LogToolbar } from '../../ui/LogToolbar.tsx'
import { type ActivityFilter, filterKinds, isNarrowed, noFilter } from './activityFilter.ts'

interface ActivityToolbarProps {
  readonly filter: ActivityFilter
  readonly onFilter: (filter: ActivityFilter) => void
  readonly accounts: readonly { readonly id: string; readonly displayName: string }[]
  readonly problem: string | null
}

export function ActivityToolbar({ filter, onFilter, accounts, problem }: ActivityToolbarProps) {
  return (
    <LogToolbar
      filter={filter}
      onFilter={(part) => onFilter({ ...filter, ...part })}
      accounts={accounts}
      problem={problem}
      onClear={isNarrowed(filter) ? () => onFilter(noFilter) : null}
    >
      <ChoiceFilter
        label="记录种类"
        all="全部种类"
        choices={filterKinds.map((kind) => ({ value: kind, label: recordKindLabels[kind] }))}
        value={filter.kind}
        onChoose={(kind) => onFilter({ ...filter, kind })}
      />
    </LogToolbar>
  )
}
