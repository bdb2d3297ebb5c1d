import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { bridgeKindLabels, bridgeKinds } from '#shared/domain/bridgeTable.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { formatDots, lastDay, parseWrittenDate } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { addressOf, type BridgeView, presetDays, presetLabels, presets } from './bridgeView.ts'

/** Which days, whose people, which kind. */
export function BridgeToolbar({ view }: { readonly view: BridgeView }) {
  const navigate = useNavigate()
  const tree = useCall('organizations.tree', { includeEnded: true })
  const go = (change: Partial<BridgeView>) => void navigate(addressOf({ ...view, open: null, ...change }))
  return (
    <Toolbar label="筛选">
      <Select
        className="toolbar-select"
        aria-label="时间"
        options={presets.map((preset) => ({ value: preset, label: presetLabels[preset] }))}
        value={view.preset}
        onChange={(preset) => go({ preset, ...(preset === 'own' ? {} : presetDays(preset, today())) })}
      />
      {view.preset === 'own' && <OwnDays key={`${view.from} ${view.to}`} view={view} onDays={go} />}
      <div className="bridge-organization">
        <TreePicker
          label="党组织"
          placeholder="全部党组织"
          allowClear
          items={(tree.data?.nodes ?? [])
            .filter(({ type }) => isOrganizationLevel(type))
            .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
          value={view.organizationId}
          onChange={(organizationId) => go({ organizationId })}
        />
      </div>
      <Select
        className="toolbar-select"
        aria-label="人员类别"
        options={bridgeKinds.map((kind) => ({ value: kind, label: bridgeKindLabels[kind] }))}
        value={view.kind}
        onChange={(kind) => go({ kind, open: view.open === null ? null : { ...view.open, page: 1 } })}
      />
    </Toolbar>
  )
}

interface OwnDaysProps {
  readonly view: BridgeView
  readonly onDays: (days: Pick<BridgeView, 'from' | 'to'>) => void
}

/** Two days as clerks write them; both are meant at their end. */
function OwnDays({ view, onDays }: OwnDaysProps) {
  const [from, setFrom] = useState<string>(formatDots(view.from))
  const [to, setTo] = useState<string>(formatDots(view.to))
  const [start, end] = [parseWrittenDate(from), parseWrittenDate(to)]
  const problem =
    start === null || end === null
      ? '日期读不出来，可写 2026.5.8 或 2026年5月'
      : lastDay(start) >= lastDay(end)
        ? '期末应晚于期初'
        : null
  return (
    <form
      className="bridge-days"
      onSubmit={(event) => {
        event.preventDefault()
        if (start !== null && end !== null && problem === null)
          onDays({ from: lastDay(start), to: lastDay(end) })
      }}
    >
      <Input
        className="toolbar-date"
        aria-label="期初（截至这一天）"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <span>至</span>
      <Input
        className="toolbar-date"
        aria-label="期末（截至这一天）"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button htmlType="submit" disabled={problem !== null}>
        计算
      </Button>
      {problem !== null && (
        <span className="form-error" role="alert">
          {problem}
        </span>
      )}
    </form>
  )
}
