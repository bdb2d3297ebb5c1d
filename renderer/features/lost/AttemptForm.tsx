import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { attemptInput, type LostAttempt } from '#shared/contract/lostCases.ts'
import { lostResults, lostWays } from '#shared/domain/lostCases.ts'
import { attemptFieldLabels as label, lostResultLabels, lostWayLabels } from '#shared/labels/lostCases.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { lostTarget } from './lostView.ts'

interface AttemptFormProps {
  readonly caseId: string
  /** What a new attempt most likely belongs to. */
  readonly lastRound: number
  /** Null for a new one. */
  readonly editing: LostAttempt | null
  readonly onDone: () => void
}

type Draft = z.input<typeof attemptInput>

function initial(editing: LostAttempt | null, lastRound: number): Draft {
  if (editing === null)
    return { round: lastRound, triedOn: today(), way: 'phone', result: 'none', byWhom: null, content: null }
  const { round, triedOn, way, result, byWhom, content } = editing
  return { round, triedOn, way, result, byWhom, content }
}

/** One line to fill in with the keyboard alone: Enter goes on, at the last field it saves. */
export function AttemptForm({ caseId, lastRound, editing, onDone }: AttemptFormProps) {
  const add = useCommand('lost.addAttempt')
  const update = useCommand('lost.updateAttempt')
  const undo = useUndo()
  const form = useForm<Draft, unknown, z.output<typeof attemptInput>>({
    resolver: zhResolver(attemptInput),
    defaultValues: initial(editing, lastRound),
  })
  const { control } = form
  const error = editing === null ? add.error : update.error
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const done = (text: string) => {
    undo.done(text, lostTarget)
    onDone()
  }
  const submit = form.handleSubmit((fields) => {
    if (editing === null) add.mutate({ caseId, fields }, { onSuccess: () => done('已登记一次查找') })
    else
      update.mutate(
        { id: editing.id, version: editing.version, fields },
        { onSuccess: () => done('已修改查找记录') },
      )
  })
  return (
    <EnterMovesOn
      label={editing === null ? '登记查找' : '修改查找记录'}
      onSubmit={(event) => void submit(event)}
    >
      <div className="lost-attempt-form">
        <NumberField control={control} name="round" label={label.round} min={1} max={99} required />
        <PartialDateField control={control} name="triedOn" label={label.triedOn} wholeDay required />
        <CodeSelect
          control={control}
          name="way"
          label={label.way}
          required
          entries={lostWays.map((code) => ({ code, name: lostWayLabels[code] }))}
        />
        <CodeSelect
          control={control}
          name="result"
          label={label.result}
          required
          entries={lostResults.map((code) => ({ code, name: lostResultLabels[code] }))}
        />
        <TextField control={control} name="byWhom" label={label.byWhom} maxLength={50} />
        <div className="lost-attempt-content">
          <TextField
            control={control}
            name="content"
            label={label.content}
            maxLength={500}
            placeholder="如：电话停机；家属称外出未归；户籍已迁出"
          />
        </div>
        <div className="lost-attempt-submit">
          <Button htmlType="submit" type="primary" loading={add.isPending || update.isPending}>
            {editing === null ? '记一次' : '保存'}
          </Button>
          {editing !== null && (
            <Button type="link" onClick={onDone}>
              取消
            </Button>
          )}
        </div>
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
    </EnterMovesOn>
  )
}
