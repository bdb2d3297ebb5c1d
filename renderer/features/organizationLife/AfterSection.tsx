import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useFieldArray } from 'react-hook-form'
import { useSearchParams } from 'react-router'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { blankProblem, type LifeMeetingForm } from './lifeMeetingForm.ts'
import { ProblemCard } from './ProblemCard.tsx'

interface AfterSectionProps {
  readonly form: LifeMeetingForm
  readonly disabled: boolean
}

/** 整改清单: each problem with measure, person and day, open until it is done. */
export function AfterSection({ form, disabled }: AfterSectionProps) {
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'problems', keyName: 'key' })
  const [params] = useSearchParams()
  const anchor = useRef<HTMLDivElement>(null)
  const isAskedFor = params.get('part') === 'problems'
  useEffect(() => {
    if (isAskedFor) anchor.current?.scrollIntoView()
  }, [isAskedFor])
  const add = () => append(blankProblem, { focusName: `problems.${fields.length}.problem` })
  return (
    <div ref={anchor}>
      <SectionCard
        title={`会后：查摆问题和整改清单（${fields.length} 条）`}
        id="life-after"
        extra={!disabled && <Button onClick={add}>添加问题</Button>}
      >
        {fields.length === 0 && (
          <p className="muted">
            还没有登记问题。班子和个人查摆出的问题逐条登记，写明整改措施、责任人和期限，完成后填完成日期。
          </p>
        )}
        <ol className="life-problems">
          {fields.map(({ key }, n) => (
            <ProblemCard key={key} form={form} n={n} disabled={disabled} onRemove={() => remove(n)} />
          ))}
        </ol>
        <div className="form-grid life-after-fields">
          <PartialDateField
            control={control}
            name="publishedOn"
            label="清单公布日期"
            wholeDay
            disabled={disabled}
          />
          <TextField control={control} name="effect" label="成效" wide rows={3} disabled={disabled} />
          <TextField control={control} name="remark" label="备注" wide maxLength={500} disabled={disabled} />
        </div>
      </SectionCard>
    </div>
  )
}
