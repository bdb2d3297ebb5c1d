import { Button } from 'antd'
import { useFieldArray, useWatch } from 'react-hook-form'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { ComponentPart } from './ComponentPart.tsx'
import { blankDaily, blankRated, formulaText, type SchemeControl } from './schemeForm.ts'
import { SchemeFindings, Sum } from './SchemeSums.tsx'

interface ComponentsSectionProps {
  readonly control: SchemeControl
  readonly disabled: boolean
}

/** What the total is made of: both directions, further ones, daily work, with their weights. */
export function ComponentsSection({ control, disabled }: ComponentsSectionProps) {
  const list = useFieldArray({ control, name: 'scheme.components', keyName: 'key' })
  const components = useWatch({ control, name: 'scheme.components' })
  return (
    <SectionCard
      title="综合分的来源和权重"
      extra={<Sum what="权重" unit="%" values={components.map(({ weight }) => weight)} />}
    >
      <p className="scheme-formula">综合分＝{formulaText(components)}</p>
      <SchemeFindings control={control} field="components" />
      <ul className="scheme-parts">
        {list.fields.map(({ key, kind }, index) => (
          <ComponentPart
            key={key}
            control={control}
            index={index}
            kind={kind}
            disabled={disabled}
            {...(list.fields.length > 1 ? { onRemove: () => list.remove(index) } : {})}
          />
        ))}
      </ul>
      {!disabled && (
        <div className="scheme-add">
          <Button onClick={() => list.append(blankRated())}>增加一个测评方向</Button>
          <Button onClick={() => list.append(blankDaily())}>增加一项日常考核</Button>
        </div>
      )}
    </SectionCard>
  )
}
