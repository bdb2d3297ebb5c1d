import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { raterKinds } from '#shared/domain/reviews/words.ts'
import { raterKindLabels } from '#shared/labels/reviews.ts'
import { ChoiceCell, HundredthsCell, TextCell, YesNoCell } from './cells.tsx'
import type { PartProps } from './DailyParts.tsx'
import { blankGroup } from './schemeForm.ts'
import { Sum } from './SchemeSums.tsx'

const kinds = raterKinds.map((kind) => ({ value: kind, label: raterKindLabels[kind] }))

/** Who rates in one direction, with what weight, and what becomes of few ballots (REV-06) or none. */
export function RaterGroups({ control, index, of, disabled }: PartProps) {
  const name = `scheme.components.${index}.groups` as const
  const list = useFieldArray({ control, name, keyName: 'key' })
  const groups = useWatch({ control, name })
  return (
    <>
      <table className="scheme-table">
        <caption className="scheme-caption">
          谁来测评
          <Sum what="权重" unit="%" values={groups.map(({ weight }) => weight)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">测评群体</th>
            <th scope="col" className="scheme-kind">
              类别
            </th>
            <th scope="col" className="scheme-number">
              权重
            </th>
            <th scope="col" className="scheme-wide" title="没有这一群体的票时，权重让给其他群体，照样计分">
              可以没有票
            </th>
            <th scope="col" className="scheme-wide" title="有效票不足规定张数时，并入另一群体计票（REV-06）">
              票少时并入
            </th>
            {!disabled && (
              <th scope="col" className="scheme-tools">
                <span className="visually-hidden">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.fields.map(({ key, id }, n) => {
            const group = groups[n]?.name || `第 ${n + 1} 个群体`
            const cell = { control, disabled }
            return (
              <tr key={key}>
                <td>
                  <TextCell {...cell} name={`${name}.${n}.name`} label={`${of}第 ${n + 1} 个群体名称`} />
                </td>
                <td>
                  <ChoiceCell {...cell} name={`${name}.${n}.kind`} label={`${group}的类别`} choices={kinds} />
                </td>
                <td>
                  <HundredthsCell {...cell} name={`${name}.${n}.weight`} label={`${group}的权重`} unit="%" />
                </td>
                <td>
                  <YesNoCell {...cell} name={`${name}.${n}.isOptional`} label={`${group}可以没有票`} />
                </td>
                <td>
                  <ChoiceCell
                    {...cell}
                    name={`${name}.${n}.mergesInto`}
                    label={`${group}票少时并入`}
                    none="票最少的群体"
                    choices={groups
                      .filter((other) => other.id !== id)
                      .map((other) => ({ value: other.id, label: other.name || '（未写名称）' }))}
                  />
                </td>
                {!disabled && (
                  <td>
                    {list.fields.length > 1 && (
                      <Button
                        size="small"
                        type="link"
                        aria-label={`删去${group}`}
                        onClick={() => list.remove(n)}
                      >
                        删去
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      {!disabled && (
        <div className="scheme-add">
          <Button size="small" onClick={() => list.append(blankGroup())}>
            增加测评群体
          </Button>
        </div>
      )}
    </>
  )
}
