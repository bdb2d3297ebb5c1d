import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { TransferDetail } from '#shared/contract/transfers.ts'
import type { TransferStep } from '#shared/domain/transferStates.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { StepValues } from './useStep.ts'

interface StepFieldsProps {
  readonly form: UseFormReturn<StepValues, unknown, StepValues>
  readonly step: TransferStep
  readonly detail: TransferDetail
}

const dayLabels: Readonly<Record<TransferStep, string>> = {
  issue: '开具日期',
  send: '带走或寄出日期',
  accept: '接收日期',
  receipt: '回执日期',
  return: '退回日期',
  void: '作废日期',
}

/** What a step asks for. */
export function StepFields({ form, step, detail }: StepFieldsProps) {
  const { control } = form
  const isIn = detail.direction === 'in'
  return (
    <>
      {step === 'issue' && detail.fields.mode === 'letter' && <LetterNumber form={form} />}
      <PartialDateField control={control} name="on" label={dayLabels[step]} required wholeDay />
      {step === 'issue' && (
        <>
          <NumberField
            control={control}
            name="validDays"
            label="有效期（天）"
            min={1}
            unit="天"
            hint="市内 10 天，市外 30 天，最长 90 天"
          />
          <PartialDateField
            control={control}
            name="feePaidTo"
            label="党费交至"
            hint="年月，如 2026.06；介绍信上自动写成大写"
          />
        </>
      )}
      {step === 'accept' && isIn && detail.fields.mode !== 'materials' && detail.known === null && (
        <>
          <PartialDateField
            control={control}
            name="joinedOn"
            label="入党日期"
            hint="按档案填写；暂不清楚可以不填，花名册会提示补填"
          />
          {detail.fields.personType !== '2' && (
            <PartialDateField control={control} name="regularOn" label="转正日期" />
          )}
        </>
      )}
      {step === 'receipt' && !isIn && (
        <PartialDateField
          control={control}
          name="receivedOn"
          label="对方接收日期"
          hint="按回执填写；没有写明的，按回执日期转出"
          wholeDay
        />
      )}
      {(step === 'return' || step === 'void') && (
        <TextField
          control={control}
          name="reason"
          label={step === 'return' ? '理由' : '原因'}
          required
          rows={2}
          maxLength={200}
        />
      )}
      {step === 'return' && (
        <TextField
          control={control}
          name="reportedTo"
          label="已报告的上级"
          {...(isIn ? { required: true, blank: 'null' as const } : {})}
        />
      )}
    </>
  )
}

/** The next number of the year, to be changed where the book says otherwise; gaps are told. */
function LetterNumber({ form }: Pick<StepFieldsProps, 'form'>) {
  const numbers = useCall('transfers.numbers', { year: Number(today().slice(0, 4)) }, { fresh: true })
  const next = numbers.data?.next
  useEffect(() => {
    if (next !== undefined && form.getValues('letterNo') === null) form.setValue('letterNo', next)
  }, [next, form])
  const gaps = numbers.data?.gaps ?? []
  const duplicates = numbers.data?.duplicates ?? []
  const gapText =
    gaps.length === 0 ? '' : `；本年缺号：${gaps.slice(0, 5).join('、')}${gaps.length > 5 ? ' 等' : ''}`
  const doubleText = duplicates.length === 0 ? '' : `；重号：${duplicates.join('、')}`
  return (
    <TextField
      control={form.control}
      name="letterNo"
      label="介绍信编号"
      hint={`按年编号，可以修改；三联同号${gapText}${doubleText}`}
    />
  )
}
