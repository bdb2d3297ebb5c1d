import { useWatch } from 'react-hook-form'
import { rectifyProgress, rectifySources } from '#shared/domain/reviews/rectification.ts'
import { rectifyProgressLabels, rectifySourceLabels } from '#shared/labels/reviews.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { RectificationForm } from './rectificationForm.ts'

interface RectificationFieldsProps {
  readonly form: RectificationForm
  readonly disabled: boolean
  /** 通报 is a matter of the next year's meeting. */
  readonly hasReport: boolean
}

const progressEntries = rectifyProgress.map((code) => ({ code, name: rectifyProgressLabels[code] }))
const sourceEntries = rectifySources.map((code) => ({ code, name: rectifySourceLabels[code] }))

/** 问题、措施、责任人、时限 first; then how far it is, who accepted it and what was reported of it. */
export function RectificationFields({ form, disabled, hasReport }: RectificationFieldsProps) {
  const { control } = form
  const [progress, doneOn, acceptedOn] = useWatch({ control, name: ['progress', 'doneOn', 'acceptedOn'] })
  // What was typed before the progress was set back stays in sight: its refusal stands beside it.
  const isDone = progress === 'done' || doneOn !== null || acceptedOn !== null
  const common = { control, disabled }
  return (
    <>
      <TextField {...common} name="problem" label="问题" required rows={2} maxLength={1000} />
      <TextField {...common} name="measure" label="整改措施" rows={2} maxLength={1000} />
      <div className="rectify-three">
        <CodeSelect {...common} name="source" label="来源" required entries={sourceEntries} />
        <TextField {...common} name="dutyName" label="责任人" maxLength={50} />
        <PartialDateField {...common} name="dueOn" label="时限" wholeDay />
      </div>
      <div className="rectify-three">
        <CodeSelect {...common} name="progress" label="进度" required entries={progressEntries} />
        {isDone && <PartialDateField {...common} name="doneOn" label="完成日期" wholeDay />}
      </div>
      {progress !== 'notStarted' && (
        <TextField {...common} name="progressWords" label="进展情况" rows={2} maxLength={1000} />
      )}
      {isDone && (
        <>
          <TextField {...common} name="result" label="完成情况" rows={2} maxLength={1000} />
          <div className="rectify-three">
            <TextField {...common} name="acceptedBy" label="验收人" maxLength={50} />
            <PartialDateField {...common} name="acceptedOn" label="验收日期" wholeDay />
          </div>
        </>
      )}
      {hasReport && (
        <>
          <div className="rectify-three">
            <PartialDateField
              {...common}
              name="reportedOn"
              label="通报日期"
              hint="在下一年度述职会上通报的日期"
              wholeDay
            />
          </div>
          <TextField {...common} name="reportedWords" label="通报情况" rows={2} maxLength={1000} />
        </>
      )}
    </>
  )
}
