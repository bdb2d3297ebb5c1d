import { Button } from 'antd'
import { Controller, useWatch } from 'react-hook-form'
import { isOverdue } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { problemOwners } from '#shared/domain/meetings/records.ts'
import { problemOwnerLabels } from '#shared/labels/meetings.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { LifeMeetingForm, ProblemDraft } from './lifeMeetingForm.ts'
import { PersonInput } from './PersonInput.tsx'

interface ProblemCardProps {
  readonly form: LifeMeetingForm
  readonly n: number
  readonly disabled: boolean
  readonly onRemove: () => void
}

function stateWords(problem: ProblemDraft): string {
  if (problem.doneOn !== null) return '已完成'
  return isOverdue(problem, today()) ? '逾期' : '未完成'
}

/** One problem found, and what is done about it. */
export function ProblemCard({ form, n, disabled, onRemove }: ProblemCardProps) {
  const { control, setValue } = form
  const organizationId = useWatch({ control, name: 'organizationId' })
  const problem = useWatch({ control, name: `problems.${n}` })
  const state = stateWords(problem)
  return (
    <li className="life-problem" aria-label={`第 ${n + 1} 条问题`}>
      <div className="life-problem-head">
        <strong>第 {n + 1} 条</strong>
        <span className={state === '逾期' ? 'life-late' : 'muted'}>{state}</span>
        {!disabled && (
          <Button size="small" type="link" aria-label={`删去第 ${n + 1} 条问题`} onClick={onRemove}>
            删去
          </Button>
        )}
      </div>
      <div className="form-grid">
        <CodeSelect
          control={control}
          name={`problems.${n}.owner`}
          label="谁的问题"
          required
          disabled={disabled}
          entries={problemOwners.map((code) => ({ code, name: problemOwnerLabels[code] }))}
        />
        {problem.owner === 'person' && (
          <Controller
            control={control}
            name={`problems.${n}.personName`}
            render={({ field, fieldState }) => (
              <FormRow label="姓名" error={fieldState.error?.message}>
                {(ids) => (
                  <PersonInput
                    id={ids.id}
                    describedBy={ids['aria-describedby']}
                    organizationId={organizationId}
                    name={field.value ?? ''}
                    disabled={disabled}
                    onPerson={(name, memberId) => {
                      field.onChange(name === '' ? null : name)
                      setValue(`problems.${n}.memberId`, memberId, { shouldDirty: true })
                    }}
                  />
                )}
              </FormRow>
            )}
          />
        )}
        <TextField
          control={control}
          name={`problems.${n}.problem`}
          label="问题"
          required
          wide
          rows={2}
          maxLength={1000}
          disabled={disabled}
        />
        <TextField
          control={control}
          name={`problems.${n}.measure`}
          label="整改措施"
          wide
          rows={2}
          maxLength={1000}
          disabled={disabled}
        />
        <TextField
          control={control}
          name={`problems.${n}.dutyName`}
          label="责任人"
          maxLength={50}
          disabled={disabled}
        />
        <PartialDateField
          control={control}
          name={`problems.${n}.dueOn`}
          label="期限"
          wholeDay
          disabled={disabled}
        />
        <PartialDateField
          control={control}
          name={`problems.${n}.doneOn`}
          label="完成日期"
          wholeDay
          disabled={disabled}
        />
        <TextField
          control={control}
          name={`problems.${n}.result`}
          label="完成情况"
          wide
          maxLength={1000}
          disabled={disabled}
        />
      </div>
    </li>
  )
}
