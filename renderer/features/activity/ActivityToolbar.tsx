import { Select } from 'antd'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { LogToolbar } from '../../ui/LogToolbar.tsx'
import { type ActivityFilter, filterKinds, isNarrowed, noFilter } from './activityFilter.ts'

interface ActivityToolbarProps {
  readonly filter: ActivityFilter
  readonly onFilter: (filter: ActivityFilter) => void
  readonly accounts: readonly { readonly id: string; readonly displayName: string }[]
  readonly problem: string | null
}

const everything = ''

export function ActivityToolbar({ filter, onFilter, accounts, problem }: ActivityToolbarProps) {
  return (
    <LogToolbar
      filter={filter}
      onFilter={(part) => onFilter({ ...filter, ...part })}
      accounts={accounts}
      problem={problem}
      onClear={isNarrowed(filter) ? () => onFilter(noFilter) : null}
    >
      <Select
        className="toolbar-select"
        aria-label="记录种类"
        options={[
          { value: everything, label: '全部种类' },
          ...filterKinds.map((kind) => ({ value: kind, label: recordKindLabels[kind] })),
        ]}
        value={filter.kind ?? everything}
        onChange={(chosen: string) =>
          onFilter({ ...filter, kind: filterKinds.find((kind) => kind === chosen) ?? null })
        }
      />
    </LogToolbar>
  )
}
