import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import type { LogFilter } from '../lib/logFilter.ts'
import { ChoiceFilter } from './ChoiceFilter.tsx'
import { PeriodFilter } from './PeriodFilter.tsx'
import { Toolbar } from './Toolbar.tsx'

interface LogToolbarProps {
  readonly filter: LogFilter
  readonly onFilter: (part: Partial<LogFilter>) => void
  /** Who appears in the log. */
  readonly accounts: readonly { readonly id: string; readonly displayName: string }[]
  /** What is wrong with the dates typed. */
  readonly problem: string | null
  /** Absent while nothing is narrowed. */
  readonly onClear: (() => void) | null
  /** The list's own choice. */
  readonly children: ReactNode
}

/** Record, person, the list's own choice, days. */
export function LogToolbar({ filter, onFilter, accounts, problem, onClear, children }: LogToolbarProps) {
  return (
    <Toolbar
      label="筛选"
      end={
        onClear !== null && (
          <Button type="text" onClick={onClear}>
            清除筛选
          </Button>
        )
      }
    >
      <Input
        className="toolbar-text"
        type="search"
        aria-label="记录名称"
        placeholder="姓名或党组织名称"
        allowClear
        maxLength={50}
        value={filter.text}
        onChange={(event) => onFilter({ text: event.target.value })}
      />
      <ChoiceFilter
        label="操作人"
        all="全部操作人"
        choices={accounts.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        value={filter.accountId}
        onChoose={(accountId) => onFilter({ accountId })}
      />
      {children}
      <PeriodFilter value={filter.period} onChange={(period) => onFilter({ period })} problem={problem} />
    </Toolbar>
  )
}
