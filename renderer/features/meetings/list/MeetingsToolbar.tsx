import { Button, Checkbox } from 'antd'
import { meetingStatuses } from '#shared/domain/meetings/records.ts'
import { checkStateLabels, meetingStatusLabels } from '#shared/labels/meetings.ts'
import { today } from '../../../lib/today.ts'
import { ChoiceFilter } from '../../../ui/ChoiceFilter.tsx'
import { OrganizationFilter } from '../../../ui/OrganizationFilter.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { checkChoices, isNarrowed, type ListView, ownDaysText, spans } from './listView.ts'

interface MeetingsToolbarProps {
  readonly view: ListView
  readonly text: string
  readonly onText: (text: string) => void
  readonly onView: (next: Partial<ListView>) => void
  readonly onClear: () => void
}

const yearsBack = 10
const checkLabels = { ...checkStateLabels, unchecked: '还没有检查' } as const

export function MeetingsToolbar({ view, text, onText, onView, onClear }: MeetingsToolbarProps) {
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: yearsBack }, (_, n) => thisYear - n)
  const shown = view.year === null || years.includes(view.year) ? years : [view.year, ...years]
  const ownDays = ownDaysText(view)
  return (
    <Toolbar
      label="筛选"
      end={
        isNarrowed(view, text) && (
          <Button type="text" onClick={onClear}>
            清除筛选
          </Button>
        )
      }
    >
      <SearchInput label="会议主题" value={text} onChange={onText} />
      <OrganizationFilter
        value={view.organizationId}
        onChoose={(organizationId) => onView({ organizationId })}
      />
      <ChoiceFilter
        className="meeting-filter"
        label="年度"
        all="全部年度"
        choices={shown.map((year) => ({ value: String(year), label: `${year}年` }))}
        value={view.year === null ? null : String(view.year)}
        onChoose={(year) =>
          onView({ year: year === null ? null : Number(year), span: null, from: null, to: null })
        }
      />
      {view.year !== null && (
        <ChoiceFilter
          className="meeting-filter"
          label="月份或季度"
          all="全年"
          choices={spans}
          value={view.span}
          onChoose={(span) => onView({ span })}
        />
      )}
      {ownDays !== null && <span className="muted number">{ownDays}</span>}
      <ChoiceFilter
        className="meeting-filter"
        label="状态"
        all="全部状态"
        choices={meetingStatuses.map((value) => ({ value, label: meetingStatusLabels[value] }))}
        value={view.status}
        onChoose={(status) => onView({ status })}
      />
      <ChoiceFilter
        className="meeting-filter"
        label="街道检查"
        all="不限检查"
        choices={checkChoices.map((value) => ({ value, label: checkLabels[value] }))}
        value={view.check}
        onChoose={(check) => onView({ check })}
      />
      <Checkbox checked={view.onlyLate} onChange={({ target }) => onView({ onlyLate: target.checked })}>
        只看补录
      </Checkbox>
    </Toolbar>
  )
}
