import { useWatch } from 'react-hook-form'
import type { AppraisalDetail } from '#shared/contract/organizationLife.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { SheetForm } from './appraisalForm.ts'
import { BranchField } from './BranchField.tsx'
import { MeetingField } from './MeetingField.tsx'

interface AppraisalSheetProps {
  readonly form: SheetForm
  readonly stored: AppraisalDetail['meeting']
  readonly disabled: boolean
}

/** When and where, how many ballots, when grades were decided. */
export function AppraisalSheet({ form, stored, disabled }: AppraisalSheetProps) {
  const { control, setValue, getValues } = form
  const [organizationId, year] = useWatch({ control, name: ['organizationId', 'year'] })
  return (
    <SectionCard title="评议和测评票">
      <div className="form-grid">
        <BranchField control={control} name="organizationId" label="党支部" required disabled={disabled} />
        <NumberField
          control={control}
          name="year"
          label="所属年度"
          required
          min={1949}
          max={2199}
          disabled={disabled}
        />
        <PartialDateField control={control} name="heldOn" label="评议日期" wholeDay disabled={disabled} />
        <PartialDateField
          control={control}
          name="decidedOn"
          label="定等次日期"
          wholeDay
          disabled={disabled}
          hint="支委会或党员大会定等次之日"
        />
        <NumberField control={control} name="ballotsIssued" label="发出票" unit="张" disabled={disabled} />
        <NumberField control={control} name="ballotsReturned" label="收回票" unit="张" disabled={disabled} />
        <NumberField control={control} name="ballotsValid" label="有效票" unit="张" disabled={disabled} />
        <TextField
          control={control}
          name="tellers"
          label="监票人、计票人"
          maxLength={100}
          disabled={disabled}
        />
        <MeetingField
          control={control}
          name="meetingId"
          kind="appraisal"
          organizationId={organizationId}
          year={year}
          stored={stored}
          disabled={disabled}
          onChosen={(heldOn) => {
            if (heldOn !== null && getValues('heldOn') === null)
              setValue('heldOn', heldOn, { shouldDirty: true })
          }}
        />
        <TextField control={control} name="demands" label="整改要求" wide rows={2} disabled={disabled} />
        <TextField control={control} name="remark" label="备注" wide maxLength={500} disabled={disabled} />
      </div>
    </SectionCard>
  )
}
