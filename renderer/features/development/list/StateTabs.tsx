import type { DevelopmentCounts } from '#shared/contract/developmentRows.ts'
import { type CourseState, courseStates } from '#shared/domain/development/states.ts'
import { courseStateLabels, stageLabels } from '#shared/labels/development.ts'
import { openStates } from '../../../lib/developmentWords.ts'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import { addressOf, closedStates, type ListView, statesOf } from './listView.ts'

interface StateTabsProps {
  readonly view: ListView
  /** Undefined until they are counted. */
  readonly counts: DevelopmentCounts | undefined
}

/** How many stand where; each count leads to its names, whatever else was filtered. */
export function StateTabs({ view, counts }: StateTabsProps) {
  const sum = (states: readonly CourseState[]) =>
    counts === undefined ? undefined : states.reduce((all, state) => all + counts.byState[state], 0)
  const isPlain = view.finding === null && view.due === null && view.approvedIn === null
  const { organizationId, sort } = view
  const tab = (state: ListView['state'], label: string, count: number | undefined) => ({
    to: addressOf({ organizationId, sort, state }),
    label,
    count,
    isCurrent: isPlain && view.state === state,
  })
  const tabs = [
    tab('open', '在办', sum(openStates)),
    ...openStates
      .filter((state) => state !== 'extended' || view.state === state || (sum([state]) ?? 0) > 0)
      .map((state) => tab(state, courseStateLabels[state], sum([state]))),
    ...(view.state === 'admission' || view.state === 'probation'
      ? [tab(view.state, stageLabels[view.state], sum(statesOf(view.state)))]
      : []),
    tab('closed', '已办结', sum(closedStates)),
    tab('all', '全部', sum(courseStates)),
  ]
  return (
    <div className="toolbar">
      <LinkTabs label="阶段" tabs={tabs} />
    </div>
  )
}
