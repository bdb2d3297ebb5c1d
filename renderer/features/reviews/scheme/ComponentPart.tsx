import { Button } from 'antd'
import { useWatch } from 'react-hook-form'
import { HundredthsField } from '../../../ui/HundredthsField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { DailyParts } from './DailyParts.tsx'
import { RatedPart } from './RatedPart.tsx'
import type { SchemeControl } from './schemeForm.ts'
import { SchemeFindings } from './SchemeSums.tsx'

interface ComponentPartProps {
  readonly control: SchemeControl
  readonly index: number
  readonly kind: 'rated' | 'daily'
  readonly disabled: boolean
  readonly onRemove?: () => void
}

/** One source of the total with its weight. */
export function ComponentPart({ control, index, kind, disabled, onRemove }: ComponentPartProps) {
  const name = useWatch({ control, name: `scheme.components.${index}.name` })
  const of = name || `第 ${index + 1} 个来源`
  return (
    <li className="scheme-part" aria-label={of}>
      <div className="scheme-part-head">
        <strong>{of}</strong>
        <span className="muted">{kind === 'rated' ? '测评' : '日常考核'}</span>
        {!disabled && onRemove !== undefined && (
          <Button size="small" type="link" aria-label={`删去${of}`} onClick={onRemove}>
            删去
          </Button>
        )}
      </div>
      <div className="form-grid">
        <TextField
          control={control}
          name={`scheme.components.${index}.name`}
          label="名称"
          required
          maxLength={60}
          disabled={disabled}
        />
        <HundredthsField
          control={control}
          name={`scheme.components.${index}.weight`}
          label="占综合分"
          required
          unit="%"
          disabled={disabled}
        />
      </div>
      {kind === 'rated' ? (
        <RatedPart control={control} index={index} of={of} disabled={disabled} />
      ) : (
        <DailyParts control={control} index={index} of={of} disabled={disabled} />
      )}
      <SchemeFindings control={control} field={`components.${index}`} />
    </li>
  )
}
