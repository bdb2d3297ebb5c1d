import { Button } from 'antd'
import type { DevelopmentPaper } from '#shared/domain/development/papers.ts'
import type { StepNo } from '#shared/domain/development/milestones.ts'
import { call } from '../../../lib/api.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useExport } from '../../../ui/useExport.ts'

/** 延长, 取消资格: among the step's papers once it came to that; before, in the menu of all papers. */
const isForEvent = (paper: DevelopmentPaper) =>
  paper.startsWith('extension') || paper.startsWith('disqualification')

/** The papers the program writes for a step, each by a button; what it would leave blank stands in its title. */
export function StepPapers({ fileId, no }: { readonly fileId: string; readonly no: StepNo }) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  const papers = useCall('documents.developmentPapers', { fileId }, { enabled: canExport })
  const own = (papers.data?.papers ?? []).filter(
    ({ paper, step, why, time }) => step === no && why === null && (time === 'done' || !isForEvent(paper)),
  )
  if (!canExport || own.length === 0) return null
  return (
    <div className="dev-step-papers">
      {own.map(({ paper, title, missing }) => (
        <Button
          key={paper}
          size="small"
          loading={isBusy}
          title={missing.length === 0 ? `导出${title}` : `缺：${missing.join('、')}`}
          onClick={() => void run(() => call('documents.exportDevelopment', { fileId, paper }))}
        >
          导出{title}
        </Button>
      ))}
    </div>
  )
}
