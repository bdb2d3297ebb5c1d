import { useWatch } from 'react-hook-form'
import { meetingFieldLabels as label } from '#shared/labels/meetings.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { MeetingForm } from './meetingForm.ts'

interface RollCountsProps {
  readonly form: MeetingForm
  /** 应到 by the records of the day; null while the day is not known. */
  readonly expected: number | null
}

/** 应到 and 实到 of an old record that has no names. */
export function RollCounts({ form, expected }: RollCountsProps) {
  const { control, setValue } = form
  const should = useWatch({ control, name: 'should' })
  return (
    <div className="form-grid">
      <NumberField
        control={control}
        name="should"
        label={label.should}
        unit="人"
        {...(expected !== null && expected !== should
          ? {
              hint: (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => setValue('should', expected, { shouldDirty: true })}
                >
                  按花名册应到 {expected} 人，填入
                </button>
              ),
            }
          : {})}
      />
      <NumberField control={control} name="present" label={label.present} unit="人" />
      <TextField control={control} name="shouldReason" label="应到的说明" />
      <TextField control={control} name="absentWords" label={label.absentWords} wide rows={2} />
    </div>
  )
}
