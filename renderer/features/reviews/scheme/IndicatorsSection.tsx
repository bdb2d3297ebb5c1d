import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { IndicatorRows } from './IndicatorRows.tsx'
import { blankIndicator, type SchemeControl } from './schemeForm.ts'
import { SchemeFindings, Sum } from './SchemeSums.tsx'

interface IndicatorsSectionProps {
  readonly control: SchemeControl
  readonly disabled: boolean
}

/** 一级 and 二级 indicators with their points. */
export function IndicatorsSection({ control, disabled }: IndicatorsSectionProps) {
  const list = useFieldArray({ control, name: 'scheme.indicators', keyName: 'key' })
  const indicators = useWatch({ control, name: 'scheme.indicators' })
  return (
    <SectionCard
      title="评价指标"
      {...(indicators.length === 0
        ? {}
        : { extra: <Sum what="一级分值" unit=" 分" values={indicators.map(({ points }) => points)} /> })}
    >
      <SchemeFindings control={control} field="indicators" />
      {indicators.length === 0 ? (
        <p className="muted">没有指标，测评票上只有总体评价。</p>
      ) : (
        <table className="scheme-table">
          <thead>
            <tr>
              <th scope="col">一级指标、二级指标</th>
              <th scope="col" className="scheme-number">
                分值
              </th>
              <th scope="col" className="scheme-indicator-sum">
                二级合计
              </th>
              {!disabled && (
                <th scope="col" className="scheme-indicator-tools">
                  <span className="visually-hidden">操作</span>
                </th>
              )}
            </tr>
          </thead>
          {list.fields.map(({ key }, index) => (
            <IndicatorRows
              key={key}
              control={control}
              index={index}
              disabled={disabled}
              onRemove={() => list.remove(index)}
            />
          ))}
        </table>
      )}
      {!disabled && (
        <div className="scheme-add">
          <Button onClick={() => list.append(blankIndicator())}>增加一级指标</Button>
        </div>
      )}
    </SectionCard>
  )
}
