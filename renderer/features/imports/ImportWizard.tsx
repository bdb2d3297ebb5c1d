import { Button } from 'antd'
import { useState } from 'react'
import type { FileRef } from '#shared/contract/files.ts'
import type { ImportReport } from '#shared/contract/imports.ts'
import { newJobId } from '../../lib/jobs.ts'
import { useCommand } from '../../lib/queries.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { CommitBar } from './CommitBar.tsx'
import type { ImportChoices, ImportDraft, ImportStep } from './importDraft.ts'
import { commitSentence, kindWords, modeWords } from './importWords.ts'
import { PeopleStep } from './PeopleStep.tsx'
import { ReadingFile } from './ReadingFile.tsx'
import { ScrollingBody } from './ScrollingBody.tsx'
import { useImportPreview } from './useImportPreview.ts'
import { WizardAlerts } from './WizardAlerts.tsx'

interface ImportWizardProps {
  readonly draft: ImportDraft
  readonly onFile: (file: FileRef) => void
  readonly onChoices: (choices: ImportChoices) => void
  readonly onStep: (step: ImportStep) => void
  readonly onDone: (report: ImportReport, previewId: string) => void
}

function useCommit(onDone: ImportWizardProps['onDone']) {
  const commit = useCommand('imports.commit')
  const [jobId, setJobId] = useState<string | null>(null)
  const write = (previewId: string): void => {
    const id = newJobId()
    setJobId(id)
    commit.mutate(
      { previewId, jobId: id },
      { onSuccess: (report) => onDone(report, previewId), onSettled: () => setJobId(null) },
    )
  }
  return { jobId, error: commit.error, isPending: commit.isPending, write, reset: commit.reset }
}

/** Looks at one file: columns, then people, then the commit. */
export function ImportWizard({ draft, onFile, onChoices, onStep, onDone }: ImportWizardProps) {
  const { choices, step } = draft
  const { shown, isComputing, jobId, error, retry } = useImportPreview(choices)
  const commit = useCommit(onDone)
  const canGo = shown !== null && !isComputing && error === null && shown.preview.report.rows > 0
  useShortcut('Ctrl+Enter', '导入：下一步', () => onStep('people'), canGo && step === 'columns')

  if (shown === null) {
    return (
      <ReadingFile
        kind={choices.kind}
        fileName={draft.fileName}
        {...{ jobId, error, onFile }}
        onRetry={retry}
      />
    )
  }
  const { preview } = shown
  const { review } = kindWords[choices.kind]
  const undo = (): void => onChoices(shown.choices)
  const again = (): void => {
    commit.reset()
    retry()
  }
  return (
    <>
      <ScrollingBody key={step} label={step === 'columns' ? '核对列' : review}>
        <WizardAlerts
          previewError={error}
          commitError={commit.error}
          onRetry={retry}
          onUndo={undo}
          onPreviewAgain={again}
        />
        {step === 'columns' ? (
          <ColumnsStep preview={preview} choices={choices} onChoices={onChoices} />
        ) : (
          <PeopleStep preview={preview} />
        )}
      </ScrollingBody>
      <CommitBar
        words={commitSentence(choices.kind, preview.report)}
        note={`方式：${modeWords[choices.mode].label}。入库后可以整批撤回`}
        computing={isComputing ? { jobId, onCancel: undo } : null}
      >
        {step === 'columns' ? (
          <ToReview canGo={canGo} onStep={onStep} review={review} />
        ) : (
          <ToCommit
            report={preview.report}
            canGo={canGo && !commit.isPending}
            onStep={onStep}
            onCommit={() => commit.write(preview.previewId)}
          />
        )}
      </CommitBar>
      <ProgressDialog jobId={commit.jobId} title="正在入库" canCancel={false} />
    </>
  )
}

interface StepButtonsProps {
  readonly canGo: boolean
  readonly onStep: (step: ImportStep) => void
}

function ToReview({ canGo, onStep, review }: StepButtonsProps & { readonly review: string }) {
  return (
    <>
      <Button onClick={() => onStep('file')}>换一个文件</Button>
      <Button type="primary" disabled={!canGo} onClick={() => onStep('people')}>
        下一步：{review}
      </Button>
    </>
  )
}

interface ToCommitProps extends StepButtonsProps {
  readonly report: ImportReport
  readonly onCommit: () => void
}

// The second half of a double click on 下一步 lands on what stands there afterwards.
function onSingleClick(run: () => void) {
  return ({ detail }: { readonly detail: number }): void => {
    if (detail < 2) run()
  }
}

function ToCommit({ report, canGo, onStep, onCommit }: ToCommitProps) {
  const hasWork = report.counts.new + report.counts.changed > 0
  return (
    <>
      <Button onClick={onSingleClick(() => onStep('columns'))}>上一步</Button>
      <Button
        key="commit"
        type="primary"
        disabled={!canGo || !hasWork}
        title={hasWork ? undefined : '没有要写入的内容'}
        onClick={onSingleClick(onCommit)}
      >
        入库
      </Button>
    </>
  )
}
