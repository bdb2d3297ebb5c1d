import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { HundredthsCell, TextCell } from './cells.tsx'
import { blankPart, type SchemeControl } from './schemeForm.ts'
import { Sum } from './SchemeSums.tsx'

export interface PartProps {
  readonly control: SchemeControl
  readonly index: number
  /** What the component is called. */
  readonly of: string
  readonly disabled: boolean
}

/** What daily work is scored by: 实地考核、台账考核, each out of 100. */
export function DailyParts({ control, index, of, disabled }: PartProps) {
  const name = `scheme.components.${index}.parts` as const
  const list = useFieldArray({ control, name, keyName: 'key' })
  const parts = useWatch({ control, name })
  return (
    <>
      <table className="scheme-table">
        <caption className="scheme-caption">
          考核内容，各按 100 分打分
          <Sum what="权重" unit="%" values={parts.map(({ weight }) => weight)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col" className="scheme-number">
              权重
            </th>
            {!disabled && (
              <th scope="col" className="scheme-tools">
                <span className="visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.fields.map(({ key }, n) => (
            <tr key={key}>
              <td>
                <TextCell
                  control={control}
                  name={`${name}.${n}.name`}
                  label={`${of}第 ${n + 1} 项名称`}
                  disabled={disabled}
                />
              </td>
              <td>
                <HundredthsCell
                  control={control}
                  name={`${name}.${n}.weight`}
                  label={`${of}第 ${n + 1} 项权重`}
                  unit="%"
                  disabled={disabled}
                />
              </td>
              {!disabled && (
                <td>
                  {list.fields.length > 1 && (
                    <Button
                      size="small"
                      type="link"
                      aria-label={`删去${of}第 ${n + 1} 项`}
                      onClick={() => list.remove(n)}
                    >
                      删去
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {!disabled && (
        <div className="scheme-add">
          <Button size="small" onClick={() => list.append(blankPart())}>
            增加考核内容
          </Button>
        </div>
      )}
    </>
  )
}
