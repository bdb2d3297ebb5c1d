import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import {
  checkKinds,
  quarters,
  type QuarterState,
  quarterStates,
} from '#shared/domain/reviews/responsibility.ts'
import { checkKindLabels } from '#shared/labels/reviews.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { blankCheck, type ResponsibilityForm } from './responsibilityForm.ts'
import { useAskedFor } from './useAskedFor.ts'

interface ChecksSectionProps {
  readonly form: ResponsibilityForm
  readonly disabled: boolean
}

const kindEntries = checkKinds.map((code) => ({ code, name: checkKindLabels[code] }))

const quarterWords: Readonly<Record<QuarterState, string>> = {
  met: '已开',
  missed: '没有登记',
  running: '本季度还没有登记',
  notYet: '未到',
}

const marks = { met: 'good', missed: 'bad', running: 'warning', notYet: 'none' } as const

/** What shows that the list is lived by: 工作例会 quarter by quarter, and inspections with what they found. */
export function ChecksSection({ form, disabled }: ChecksSectionProps) {
  const { control } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'checks', keyName: 'key' })
  const [checks, year] = useWatch({ control, name: ['checks', 'year'] })
  const anchor = useAskedFor('checks')
  const held = checks.flatMap(({ kind, heldOn }) => (isDateOnly(heldOn) ? [{ kind, heldOn }] : []))
  const states =
    Number.isInteger(year) && year >= 1949 && year <= 2199 ? quarterStates(year, held, today()) : null
  return (
    <div ref={anchor}>
      <SectionCard
        title={`季度工作例会和督查（${fields.length} 次）`}
        extra={
          !disabled && (
            <Button onClick={() => append(blankCheck, { focusName: `checks.${fields.length}.heldOn` })}>
              添加一次
            </Button>
          )
        }
      >
        {states !== null && (
          <ul className="responsibility-quarters" aria-label="各季度工作例会">
            {quarters.map((quarter) => (
              <li key={quarter}>
                <span>第 {quarter} 季度</span>
                <StateMark state={marks[states[quarter]]}>{quarterWords[states[quarter]]}</StateMark>
              </li>
            ))}
          </ul>
        )}
        <ol className="responsibility-rows">
          {fields.map(({ key }, n) => (
            <CheckRow key={key} form={form} n={n} disabled={disabled} onRemove={() => remove(n)} />
          ))}
        </ol>
      </SectionCard>
    </div>
  )
}

interface CheckRowProps {
  readonly form: ResponsibilityForm
  readonly n: number
  readonly disabled: boolean
  readonly onRemove: () => void
}

function CheckRow({ form: { control }, n, disabled, onRemove }: CheckRowProps) {
  const [kind, closedOn] = useWatch({ control, name: [`checks.${n}.kind`, `checks.${n}.closedOn`] })
  const common = { control, disabled }
  const isInspection = kind === 'inspection'
  return (
    <li className="responsibility-row form-stacked" aria-label={`第 ${n + 1} 次`}>
      <div className="responsibility-row-head">
        <strong>第 {n + 1} 次</strong>
        {!disabled && (
          <Button size="small" type="link" aria-label={`删去第 ${n + 1} 次`} onClick={onRemove}>
            删去
          </Button>
        )}
      </div>
      <div className="responsibility-four">
        <CodeSelect {...common} name={`checks.${n}.kind`} label="类别" required entries={kindEntries} />
        <PartialDateField {...common} name={`checks.${n}.heldOn`} label="日期" required wholeDay />
        <TextField
          {...common}
          name={`checks.${n}.byName`}
          label={isInspection ? '督查人' : '主持人'}
          maxLength={50}
        />
        {(isInspection || closedOn !== null) && (
          <PartialDateField {...common} name={`checks.${n}.closedOn`} label="整改完成日期" wholeDay />
        )}
      </div>
      <TextField
        {...common}
        name={`checks.${n}.found`}
        label={isInspection ? '发现的问题' : '研究事项'}
        rows={2}
        maxLength={1000}
      />
      <TextField {...common} name={`checks.${n}.result`} label="结果" maxLength={500} />
    </li>
  )
}
