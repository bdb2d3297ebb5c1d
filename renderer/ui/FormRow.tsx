import { type ReactNode, useId } from 'react'
import './form.css'

export interface ControlIds {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

interface FormRowProps {
  readonly label: string
  readonly required?: boolean
  readonly error?: string | undefined
  readonly hint?: ReactNode
  /** FindingNotes of this field. */
  readonly findings?: ReactNode
  /** Takes the whole width of the grid. */
  readonly wide?: boolean
  /** `group`: the control is several inputs (radio buttons), named by the label. */
  readonly as?: 'input' | 'group'
  readonly children: (ids: ControlIds) => ReactNode
}

/** Label, control, error, hint and findings of one field, tied together for readers and tests. */
export function FormRow(props: FormRowProps) {
  const { label, required = false, error, hint, findings, wide = false, as = 'input', children } = props
  const id = useId()
  const helpId = `${id}-help`
  const ids = {
    id,
    'aria-describedby': helpId,
    'aria-invalid': error !== undefined,
    'aria-required': required,
  }
  return (
    <div className={wide ? 'form-row form-row-wide' : 'form-row'}>
      <div className="form-label">
        {required && (
          <span className="form-required" aria-hidden="true">
            *
          </span>
        )}
        {as === 'input' ? <label htmlFor={id}>{label}</label> : <span id={`${id}-label`}>{label}</span>}
      </div>
      <div className="form-control">
        {as === 'input' ? (
          children(ids)
        ) : (
          <fieldset className="form-group" aria-labelledby={`${id}-label`} aria-describedby={helpId}>
            {children(ids)}
          </fieldset>
        )}
        <div id={helpId}>
          {error !== undefined && (
            <div className="form-error" role="alert">
              {error}
            </div>
          )}
          {hint !== undefined && <div className="form-hint">{hint}</div>}
        </div>
        {findings !== undefined && <div className="form-findings">{findings}</div>}
      </div>
    </div>
  )
}
