import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { ChoiceCell, TextCell } from './cells.tsx'
import { blankVeto, type SchemeControl } from './schemeForm.ts'
import { SchemeFindings } from './SchemeSums.tsx'

interface LimitsSectionProps {
  readonly control: SchemeControl
  readonly disabled: boolean
}

/** Return rates, anonymity, the share of 差, the limit of the top grade, and what rules a grade out. */
export function LimitsSection({ control, disabled }: LimitsSectionProps) {
  const set = useWatch({ control, name: 'scheme.gradeSet' })
  const names = gradeNames[set]
  const vetoes = useFieldArray({ control, name: 'scheme.vetoes', keyName: 'key' })
  return (
    <SectionCard title="有效性和限制">
      <div className="form-grid">
        <NumberField
          control={control}
          name="scheme.returns.lowBelow"
          label="收回率偏低"
          required
          max={100}
          unit="%"
          disabled={disabled}
          hint="低于这个比例给黄色提示，仍计分"
        />
        <NumberField
          control={control}
          name="scheme.returns.voidBelow"
          label="收回率不计分"
          required
          max={100}
          unit="%"
          disabled={disabled}
          hint="低于这个比例的票不计分"
        />
        <NumberField
          control={control}
          name="scheme.hideBelow"
          label="少于几票不单列"
          required
          min={5}
          max={50}
          unit="张"
          disabled={disabled}
          hint="保证无记名，不能少于 5 张"
        />
        <NumberField
          control={control}
          name="scheme.bestLimit"
          label={`“${names.best}”的比例上限`}
          max={100}
          unit="%"
          disabled={disabled}
          hint="空着就是不限"
        />
        <NumberField
          control={control}
          name="scheme.poorShare.above"
          label={`党员“${names.poor}”票超过`}
          required
          max={100}
          unit="%"
          disabled={disabled}
        />
        <CodeSelect
          control={control}
          name="scheme.poorShare.atMost"
          label="这时建议不高于"
          required
          disabled={disabled}
          entries={grades.map((code) => ({ code, name: names[code] }))}
        />
      </div>
      <SchemeFindings control={control} field="returns" />
      <table className="scheme-table">
        <caption className="scheme-caption">一票否决</caption>
        <thead>
          <tr>
            <th scope="col">情形</th>
            <th scope="col" className="scheme-wide">
              建议不高于
            </th>
            {!disabled && (
              <th scope="col" className="scheme-tools">
                <span className="visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {vetoes.fields.map(({ key }, n) => (
            <tr key={key}>
              <td>
                <TextCell
                  control={control}
                  name={`scheme.vetoes.${n}.name`}
                  label={`第 ${n + 1} 种情形`}
                  disabled={disabled}
                />
              </td>
              <td>
                <ChoiceCell
                  control={control}
                  name={`scheme.vetoes.${n}.atMost`}
                  label={`第 ${n + 1} 种情形建议不高于`}
                  choices={grades.map((grade) => ({ value: grade, label: names[grade] }))}
                  disabled={disabled}
                />
              </td>
              {!disabled && (
                <td>
                  <Button
                    size="small"
                    type="link"
                    aria-label={`删去第 ${n + 1} 种情形`}
                    onClick={() => vetoes.remove(n)}
                  >
                    删去
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!disabled && (
        <div className="scheme-add">
          <Button size="small" onClick={() => vetoes.append(blankVeto())}>
            增加一票否决情形
          </Button>
        </div>
      )}
    </SectionCard>
  )
}
