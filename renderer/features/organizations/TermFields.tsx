import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { addYears, formatDots, isDateOnly } from '#shared/lib/dates.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { fieldLabels as label } from './fields.ts'
import type { OrganizationFormState } from './formParts.ts'
import { termDefault } from './term.ts'

interface TermFieldsProps {
  readonly form: OrganizationFormState
  readonly isNew: boolean
}

/** Years follow from the kind and the end follows from the start, until somebody writes another value. */
export function TermFields({ form, isNew }: TermFieldsProps) {
  const { control, setValue, getFieldState } = form
  const [type, branchKind, unitNature, from, to, termYears] = useWatch({
    control,
    name: ['type', 'branchKind', 'unitNature', 'currentTermFrom', 'currentTermTo', 'termYears'],
  })
  const { years, explanation } = termDefault({ type, branchKind, unitNature })
  // What was filled in by mistake must stay in sight to be cleared.
  const showsDates = years !== null || from !== null || to !== null
  useEffect(() => {
    if (isNew && !getFieldState('termYears').isDirty) setValue('termYears', years ?? null)
  }, [years, isNew, setValue, getFieldState])
  const onFrom = (date: string | null): void => {
    if (date === null || !isDateOnly(date) || termYears === null || getFieldState('currentTermTo').isDirty)
      return
    setValue('currentTermTo', addYears(date, termYears))
  }
  const expectedTo =
    termYears !== null && from !== null && isDateOnly(from) ? addYears(from, termYears) : null
  return (
    <div className="form-grid">
      <NumberField
        control={control}
        name="termYears"
        label={label.termYears}
        unit="年"
        min={1}
        max={5}
        hint={explanation}
      />
      <NumberField control={control} name="committeeSeats" label={label.committeeSeats} unit="名" max={31} />
      {showsDates && (
        <>
          <PartialDateField
            control={control}
            name="currentTermFrom"
            label={label.currentTermFrom}
            wholeDay
            onParsed={onFrom}
          />
          <PartialDateField
            control={control}
            name="currentTermTo"
            label={label.currentTermTo}
            wholeDay
            {...(expectedTo === null ? {} : { hint: `按任期推算为 ${formatDots(expectedTo)}` })}
          />
        </>
      )}
    </div>
  )
}
