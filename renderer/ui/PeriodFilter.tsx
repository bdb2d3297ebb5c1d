import { Input, Select } from 'antd'
import { type Period, type PeriodKind, periodKinds } from '../lib/period.ts'
import './page.css'

const labels: Readonly<Record<PeriodKind, string>> = {
  all: '全部时间',
  today: '今天',
  week: '近 7 天',
  month: '近 30 天',
  own: '自选日期',
}

interface PeriodFilterProps {
  readonly value: Period
  readonly onChange: (period: Period) => void
  /** From daysOf. */
  readonly problem: string | null
}

/** A stretch of days in a toolbar: the usual ones, or two dates as clerks write them. */
export function PeriodFilter({ value, onChange, problem }: PeriodFilterProps) {
  return (
    <>
      <Select
        className="toolbar-select"
        aria-label="时间"
        options={periodKinds.map((kind) => ({ value: kind, label: labels[kind] }))}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'own' && (
        <>
          <Input
            className="toolbar-date"
            aria-label="从哪天"
            placeholder="如 2026.5.8"
            value={value.from}
            onChange={(event) => onChange({ ...value, from: event.target.value })}
          />
          <span>至</span>
          <Input
            className="toolbar-date"
            aria-label="到哪天"
            placeholder="不限"
            value={value.to}
            onChange={(event) => onChange({ ...value, to: event.target.value })}
          />
          {problem !== null && (
            <span className="form-error" role="alert">
              {problem}
            </span>
          )}
        </>
      )}
    </>
  )
}
