import { Alert, Input, Radio } from 'antd'
import { useState } from 'react'
import type { Severity } from '#shared/domain/finding.ts'
import { type CheckState, checkStates } from '#shared/domain/meetings/records.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { useUndo } from '../../ui/undo.ts'
import { meetingTarget } from './meetingTarget.ts'

interface CheckedMeeting {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly worst: Severity | null
}

interface CheckDialogProps {
  readonly meetings: readonly CheckedMeeting[]
  readonly onClose: () => void
  readonly onDone?: () => void
}

const choiceLabels: Readonly<Record<CheckState, string>> = { passed: '检查通过', returned: '退回修改' }

/** The street's word on final records: passed, or returned with what is to be mended. */
export function CheckDialog({ meetings, onClose, onDone }: CheckDialogProps) {
  const check = useCommand('meetings.check')
  const undo = useUndo()
  const [state, setState] = useState<CheckState>('passed')
  const [words, setWords] = useState('')
  const isReturned = state === 'returned'
  const wrong = meetings.filter(({ worst }) => worst === 'red' || worst === 'block').length
  const what = meetings.length === 1 ? `“${meetings[0]?.title ?? ''}”` : `所选的 ${meetings.length} 条记录`
  return (
    <Dialog title={`检查${what}`} onClose={onClose} width={520}>
      <form
        className="dialog-stack form-stacked"
        aria-label="检查会议记录"
        onSubmit={(event) => {
          event.preventDefault()
          // As a promise: by the time it is kept the rows may be others.
          check
            .mutateAsync({
              meetings: meetings.map(({ id, version }) => ({ id, version })),
              state,
              words: words.trim() === '' ? null : words,
            })
            .then(
              ({ checked }) => {
                undo.done(`已检查 ${checked} 条：${choiceLabels[state]}`, meetingTarget)
                onClose()
                onDone?.()
              },
              () => undefined,
            )
        }}
      >
        <FormRow label="检查结果" as="group">
          {() => (
            <Radio.Group
              options={checkStates.map((value) => ({ value, label: choiceLabels[value] }))}
              value={state}
              onChange={({ target }) =>
                setState(checkStates.find((each) => each === target.value) ?? 'passed')
              }
            />
          )}
        </FormRow>
        <FormRow
          label={isReturned ? '哪里要改' : '检查意见'}
          required={isReturned}
          hint={isReturned ? '支部打开记录时，这句话显示在最上面' : '可以不填'}
        >
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={3}
              maxLength={300}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          )}
        </FormRow>
        {!isReturned && wrong > 0 && (
          <Alert
            type="warning"
            showIcon
            title={
              meetings.length === 1
                ? '这份记录有红色提示，请核对以后再通过'
                : `所选记录中有 ${wrong} 条有红色提示，请核对以后再通过`
            }
          />
        )}
        {check.error !== null && <Alert type="error" showIcon role="alert" title={errorText(check.error)} />}
        <DialogButtons
          confirmText={choiceLabels[state]}
          busy={check.isPending}
          disabled={isReturned && words.trim() === ''}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  )
}
