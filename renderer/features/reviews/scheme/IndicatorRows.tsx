import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { HundredthsCell, TextCell } from './cells.tsx'
import { blankLeaf, type SchemeControl } from './schemeForm.ts'
import { SchemeFindings, Sum } from './SchemeSums.tsx'

interface IndicatorRowsProps {
  readonly control: SchemeControl
  readonly index: number
  readonly disabled: boolean
  readonly onRemove: () => void
}

/** One 一级 indicator with its 二级 ones below. */
export function IndicatorRows({ control, index, disabled, onRemove }: IndicatorRowsProps) {
  const name = `scheme.indicators.${index}` as const
  const list = useFieldArray({ control, name: `${name}.children`, keyName: 'key' })
  const indicator = useWatch({ control, name })
  const of = indicator.name || `第 ${index + 1} 项`
  const { children, points } = indicator
  return (
    <tbody className="scheme-indicator" aria-label={of}>
      <tr>
        <td>
          <TextCell
            control={control}
            name={`${name}.name`}
            label={`第 ${index + 1} 项一级指标`}
            disabled={disabled}
          />
        </td>
        <td>
          <HundredthsCell
            control={control}
            name={`${name}.points`}
            label={`${of}的分值`}
            unit="分"
            disabled={disabled}
          />
        </td>
        <td>
          {children.length > 0 && (
            <Sum what="" unit=" 分" should={points} values={children.map((child) => child.points)} />
          )}
        </td>
        {!disabled && (
          <td className="nowrap">
            <Button
              size="small"
              type="link"
              aria-label={`给${of}增加二级指标`}
              onClick={() => list.append(blankLeaf())}
            >
              增加二级
            </Button>
            <Button size="small" type="link" aria-label={`删去${of}`} onClick={onRemove}>
              删去
            </Button>
          </td>
        )}
      </tr>
      {list.fields.map(({ key }, n) => {
        const child = children[n]?.name || `第 ${n + 1} 项`
        return (
          <tr key={key}>
            <td className="scheme-second">
              <TextCell
                control={control}
                name={`${name}.children.${n}.name`}
                label={`${of}的第 ${n + 1} 项二级指标`}
                disabled={disabled}
              />
            </td>
            <td>
              <HundredthsCell
                control={control}
                name={`${name}.children.${n}.points`}
                label={`${child}的分值`}
                unit="分"
                disabled={disabled}
              />
            </td>
            <td className="muted">二级</td>
            {!disabled && (
              <td>
                <Button size="small" type="link" aria-label={`删去${child}`} onClick={() => list.remove(n)}>
                  删去
                </Button>
              </td>
            )}
          </tr>
        )
      })}
      <tr className="scheme-indicator-findings">
        <td colSpan={disabled ? 3 : 4}>
          <SchemeFindings control={control} field={`indicators.${index}`} />
        </td>
      </tr>
    </tbody>
  )
}
