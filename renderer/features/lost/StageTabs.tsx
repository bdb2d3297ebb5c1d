import { type LostStage, lostStages } from '#shared/domain/lostCases.ts'
import { lostStageLabels } from '#shared/labels/lostCases.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { addressOf, type LostView } from './lostView.ts'

interface StageTabsProps {
  readonly view: LostView
  /** Undefined until they are counted. */
  readonly stages: Readonly<Record<LostStage, number>> | undefined
}

export function StageTabs({ view, stages }: StageTabsProps) {
  const all = stages === undefined ? undefined : lostStages.reduce((sum, stage) => sum + stages[stage], 0)
  const tabOf = (stage: LostStage | null) => ({
    to: addressOf({ ...view, stage, page: 1 }),
    label: stage === null ? '全部' : lostStageLabels[stage],
    count: stage === null ? all : stages?.[stage],
    isCurrent: view.stage === stage,
  })
  return (
    <div className="toolbar">
      <LinkTabs label="办理阶段" tabs={[tabOf(null), ...lostStages.map(tabOf)]} />
    </div>
  )
}
