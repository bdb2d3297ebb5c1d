import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { goalLevels, isGoalOverdue } from '#shared/domain/reviews/responsibility.ts'
import { goalLevelLabels } from '#shared/labels/reviews.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { today } from '../../lib/today.ts'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { blankGoal, type ResponsibilityDraft, type ResponsibilityForm } from './responsibilityForm.ts'
import { useAskedFor } from './useAskedFor.ts'

interface GoalsSectionProps {
  readonly form: ResponsibilityForm
  readonly disabled: boolean
}

const dayOf = (text: string | null) => (text !== null && isDateOnly(text) ? text : null)

function stateWords({ dueOn, doneOn }: ResponsibilityDraft['goals'][number]): string {
  if (doneOn !== null) return '已完成'
  return isGoalOverdue({ dueOn: dayOf(dueOn), doneOn: null }, today()) ? '逾期' : '未完成'
}

const hints = {
  general: '本年度党建工作要达到的总体要求',
  specific: '把总体目标分解成可检查的事项',
  individual: '每位班子成员负责的事项',
} as const

/** 总体目标, 具体目标, 个人目标, each with person, day and result. */
export function GoalsSection({ form, disabled }: GoalsSectionProps) {
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'goals', keyName: 'key' })
  const goals = useWatch({ control, name: 'goals' })
  const anchor = useAskedFor('goals')
  return (
    <div ref={anchor}>
      <SectionCard title={`责任目标（${fields.length} 条）`}>
        {goalLevels.map((level) => (
          <section key={level} className="responsibility-level" aria-label={goalLevelLabels[level]}>
            <div className="responsibility-level-head">
              <h3>{goalLevelLabels[level]}</h3>
              <span className="muted">{hints[level]}</span>
              {!disabled && (
                <Button
                  size="small"
                  onClick={() => append(blankGoal(level), { focusName: `goals.${fields.length}.content` })}
                >
                  添加{goalLevelLabels[level]}
                </Button>
              )}
            </div>
            <ol className="responsibility-rows">
              {fields.map(({ key, level: own }, n) =>
                own === level ? (
                  <GoalRow
                    key={key}
                    form={form}
                    n={n}
                    no={fields.slice(0, n + 1).filter((each) => each.level === level).length}
                    state={goals[n] === undefined ? '' : stateWords(goals[n])}
                    disabled={disabled}
                    onRemove={() => remove(n)}
                  />
                ) : null,
              )}
            </ol>
          </section>
        ))}
      </SectionCard>
    </div>
  )
}

interface GoalRowProps {
  readonly form: ResponsibilityForm
  readonly n: number
  /** Among those of its level. */
  readonly no: number
  readonly state: string
  readonly disabled: boolean
  readonly onRemove: () => void
}

function GoalRow({ form: { control }, n, no, state, disabled, onRemove }: GoalRowProps) {
  const common = { control, disabled }
  return (
    <li className="responsibility-row form-stacked" aria-label={`第 ${no} 条`}>
      <div className="responsibility-row-head">
        <strong>第 {no} 条</strong>
        <span className={state === '逾期' ? 'responsibility-late' : 'muted'}>{state}</span>
        {!disabled && (
          <Button size="small" type="link" aria-label={`删去第 ${no} 条目标`} onClick={onRemove}>
            删去
          </Button>
        )}
      </div>
      <TextField {...common} name={`goals.${n}.content`} label="目标" required rows={2} maxLength={1000} />
      <div className="responsibility-four">
        <TextField {...common} name={`goals.${n}.ownerName`} label="责任人" maxLength={50} />
        <PartialDateField {...common} name={`goals.${n}.dueOn`} label="时限" wholeDay />
        <PartialDateField {...common} name={`goals.${n}.doneOn`} label="完成日期" wholeDay />
        <TextField {...common} name={`goals.${n}.result`} label="完成情况" maxLength={500} />
      </div>
    </li>
  )
}
