import { Button } from 'antd'
import { useWatch } from 'react-hook-form'
import { isOverdue } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { problemOwners } from '#shared/domain/meetings/records.ts'
import { problemOwnerLabels } from '#shared/labels/meetings.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { LifeMeetingForm, ProblemDraft } from './lifeMeetingForm.ts'
import { PersonField } from './PersonField.tsx'

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
  const field = <K extends keyof ProblemDraft>(name: K, label: string) =>
    ({ control, name: `problems.${n}.${name}`, label, disabled }) as const
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
          {...field('owner', '谁的问题')}
          required
          entries={problemOwners.map((code) => ({ code, name: problemOwnerLabels[code] }))}
        />
        {problem.owner === 'person' && (
          <PersonField
            {...field('personName', '姓名')}
            organizationId={organizationId}
            onMember={(memberId) => setValue(`problems.${n}.memberId`, memberId, { shouldDirty: true })}
          />
        )}
        <TextField {...field('problem', '问题')} required wide rows={2} maxLength={1000} />
        <TextField {...field('measure', '整改措施')} wide rows={2} maxLength={1000} />
        <TextField {...field('dutyName', '责任人')} maxLength={50} />
        <PartialDateField {...field('dueOn', '期限')} wholeDay />
        <PartialDateField {...field('doneOn', '完成日期')} wholeDay />
        <TextField {...field('result', '完成情况')} wide maxLength={1000} />
      </div>
    </li>
  )
}
