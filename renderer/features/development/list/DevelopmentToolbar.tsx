import { Button, Select } from 'antd'
import type { DevelopmentCounts } from '#shared/contract/developmentRows.ts'
import { ChoiceFilter } from '../../../ui/ChoiceFilter.tsx'
import { OrganizationFilter } from '../../../ui/OrganizationFilter.tsx'
import { SearchInput } from '../../../ui/SearchInput.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../../ui/UndoLastButton.tsx'
import { developmentTarget, isNarrowed, listSorts, type ListView } from './listView.ts'

interface DevelopmentToolbarProps {
  readonly view: ListView
  readonly counts: DevelopmentCounts | undefined
  readonly text: string
  readonly onText: (text: string) => void
  readonly onView: (next: Partial<ListView>) => void
  readonly onClear: () => void
}

const sortLabels = {
  due: '按到期先后',
  name: '按姓名',
  organization: '按党支部',
  step: '按办理进度',
} as const

const number = (count: number | undefined) => (count === undefined ? '' : ` ${count.toLocaleString('zh-CN')}`)

export function DevelopmentToolbar(props: DevelopmentToolbarProps) {
  const { view, counts, text, onText, onView, onClear } = props
  const found = counts?.findings ?? []
  const findings = [
    { value: 'any', label: `有提示的${number(counts?.withFindings)}` },
    ...found.map(({ code, title, files }) => ({ value: code, label: `${title}${number(files)}` })),
    // A code that nobody has any more can still stand in the address.
    ...(view.finding === null || view.finding === 'any' || found.some(({ code }) => code === view.finding)
      ? []
      : [{ value: view.finding, label: `${view.finding} 0` }]),
  ]
  return (
    <Toolbar
      label="筛选"
      end={
        <>
          {isNarrowed(view, text) && (
            <Button type="text" onClick={onClear}>
              清除筛选
            </Button>
          )}
          <UndoLastButton target={developmentTarget} />
        </>
      }
    >
      <SearchInput label="姓名、拼音或身份证号" value={text} onChange={onText} />
      <OrganizationFilter
        value={view.organizationId}
        onChoose={(organizationId) => onView({ organizationId })}
      />
      <ChoiceFilter
        label="期限"
        all="不限期限"
        choices={[
          { value: 'month', label: `本月到期${number(counts?.dueThisMonth)}` },
          { value: 'overdue', label: '已逾期' },
        ]}
        value={view.due}
        onChoose={(due) => onView({ due })}
      />
      <ChoiceFilter
        className="dev-finding"
        label="提示"
        all="全部提示"
        choices={findings}
        value={view.finding}
        // A finding counts files that are done as well.
        onChoose={(finding) => onView({ finding, state: finding === null ? 'open' : 'all' })}
      />
      {view.shape === 'table' && (
        <Select
          className="toolbar-select"
          aria-label="排序"
          options={listSorts.map((value) => ({ value, label: sortLabels[value] }))}
          value={view.sort}
          onChange={(sort) => onView({ sort })}
        />
      )}
      {view.approvedIn !== null && <span className="muted">{view.approvedIn}年批准接收的</span>}
    </Toolbar>
  )
}
