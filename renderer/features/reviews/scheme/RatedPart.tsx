import { useWatch } from 'react-hook-form'
import { directions } from '#shared/domain/reviews/words.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { BooleanField } from '../../../ui/BooleanField.tsx'
import type { PartProps } from './DailyParts.tsx'
import { RaterGroups } from './RaterGroups.tsx'
import { directionLabels, itemsLabels, scaleLabels, scoredByLabels } from './schemeWords.ts'

const entriesOf = <T extends string>(labels: Readonly<Record<T, string>>, codes: readonly T[]) =>
  codes.map((code) => ({ code, name: labels[code] }))

/** One direction: what its ballot asks, what its score is made of, and who rates. */
export function RatedPart({ control, index, of, disabled }: PartProps) {
  const form = `scheme.components.${index}.form` as const
  const items = useWatch({ control, name: `${form}.items` })
  const direction = useWatch({ control, name: `scheme.components.${index}.direction` })
  return (
    <>
      <div className="form-grid scheme-form">
        <CodeSelect
          control={control}
          name={`scheme.components.${index}.direction`}
          label="方向"
          required
          disabled={disabled}
          entries={entriesOf(directionLabels, directions)}
          {...(direction === 'other' ? { hint: '如社区测评街道科室' } : {})}
        />
        <CodeSelect
          control={control}
          name={`${form}.items`}
          label="各项指标"
          required
          disabled={disabled}
          entries={entriesOf(itemsLabels, ['points', 'grades', 'none'])}
        />
        {items === 'points' && (
          <CodeSelect
            control={control}
            name={`${form}.scale`}
            label="每项满分"
            required
            disabled={disabled}
            entries={entriesOf(scaleLabels, ['own', 'hundred'])}
          />
        )}
        <BooleanField
          control={control}
          name={`${form}.hasOverall`}
          label="票上有总体评价"
          decided
          disabled={disabled}
        />
        <CodeSelect
          control={control}
          name={`${form}.scoredBy`}
          label="按什么计分"
          required
          disabled={disabled}
          entries={entriesOf(scoredByLabels, ['overall', 'items'])}
        />
      </div>
      <RaterGroups control={control} index={index} of={of} disabled={disabled} />
    </>
  )
}
