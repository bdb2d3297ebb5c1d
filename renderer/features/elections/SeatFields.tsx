import { type FieldPath, type FieldValues, type UseFormReturn, useWatch } from 'react-hook-form'
import { candidatesNeeded } from '#shared/domain/electionCandidates.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'

interface SeatFieldsProps<T extends FieldValues, O> {
  readonly form: UseFormReturn<T, unknown, O>
  readonly names: {
    readonly isDirect: FieldPath<T>
    readonly committee: FieldPath<T>
    readonly secretary: FieldPath<T>
    readonly deputy: FieldPath<T>
  }
  readonly hint?: string | undefined
}

/** The fields as both forms call them. */
export const seatNames = {
  isDirect: 'isDirect',
  committee: 'committeeSeats',
  secretary: 'secretarySeats',
  deputy: 'deputySeats',
} as const

/** How the election is held and how many are to be elected. */
export function SeatFields<T extends FieldValues, O>({ form, names, hint }: SeatFieldsProps<T, O>) {
  const { control } = form
  const isDirect: unknown = useWatch({ control, name: names.isDirect })
  const seats: unknown = useWatch({ control, name: names.committee })
  const needed = typeof seats === 'number' && seats > 0 ? candidatesNeeded(seats, defaultRuleSettings) : null
  return (
    <>
      <BooleanField
        control={control}
        name={names.isDirect}
        label="不设委员会，由党员大会直接选举书记、副书记"
        decided
        hint={`正式党员不足 7 名的党支部不设委员会${hint === undefined ? '' : `；${hint}`}`}
      />
      <div className="election-three">
        {isDirect !== true && (
          <NumberField
            control={control}
            name={names.committee}
            label="应选委员"
            max={31}
            unit="名"
            {...(needed === null ? {} : { hint: `候选人不少于 ${needed} 名` })}
          />
        )}
        <NumberField control={control} name={names.secretary} label="应选书记" max={1} unit="名" />
        <NumberField control={control} name={names.deputy} label="应选副书记" max={5} unit="名" />
      </div>
    </>
  )
}
