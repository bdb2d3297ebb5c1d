import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { transferReaches, usualValidDays } from '#shared/domain/transferDates.ts'
import { transferFieldLabels } from '#shared/labels/transfers.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FormParts } from './formParts.ts'
import { modeChoices, reachChoices } from './transferForm.ts'

const ownHint = '全称；不填的按党支部自动填写'

/** From where to where, how and why. */
export function RouteFields({ form, subject, notesOf }: FormParts) {
  const { control } = form
  const { dirtyFields } = form.formState
  const isOut = subject.direction === 'out'
  const setUsualDays = (code: string | null): void => {
    const reach = transferReaches.find((each) => each === code)
    if (reach !== undefined && dirtyFields.validDays !== true)
      form.setValue('validDays', usualValidDays(reach, defaultRuleSettings))
  }
  return (
    <>
      <h3 className="transfer-section">{isOut ? '转往哪里' : '从哪里来'}</h3>
      <div className="form-grid">
        <CodeSelect
          control={control}
          name="mode"
          label={transferFieldLabels.mode}
          entries={modeChoices}
          required
        />
        <CodeSelect
          control={control}
          name="reach"
          label={transferFieldLabels.reach}
          entries={reachChoices}
          required
          onChosen={setUsualDays}
        />
        <TextField
          control={control}
          name="fromOrg"
          label={transferFieldLabels.fromOrg}
          hint={isOut ? ownHint : '全称'}
          findings={notesOf('fromOrg')}
        />
        <TextField
          control={control}
          name="toOrg"
          label={transferFieldLabels.toOrg}
          hint={isOut ? '全称' : ownHint}
          findings={notesOf('toOrg')}
        />
        <TextField control={control} name="fromUnit" label="由（原支部）" />
        <TextField control={control} name="toUnit" label="去（新支部）" />
        <TextField control={control} name="reason" label={transferFieldLabels.reason} />
        {isOut && (
          <>
            <NumberField
              control={control}
              name="plannedMonths"
              label={transferFieldLabels.plannedMonths}
              unit="个月"
              hint="长期的不填"
              findings={notesOf('plannedMonths')}
            />
            <BooleanField
              control={control}
              name="isSettled"
              label={transferFieldLabels.isSettled}
              findings={notesOf('isSettled')}
            />
          </>
        )}
      </div>
    </>
  )
}
