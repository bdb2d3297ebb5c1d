import { useWatch } from 'react-hook-form'
import { transferFieldLabels } from '#shared/labels/transfers.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { FormParts } from './formParts.ts'
import { materialChoices } from './transferForm.ts'

/** What the letter says, the papers that go along, and the rest. */
export function LetterFields({ form: { control }, subject, notesOf }: FormParts) {
  const personType = useWatch({ control, name: 'personType' })
  // Our own letter gets its number and day when it is issued.
  const hasLetter = subject.direction === 'in' || subject.status !== 'waiting'
  const isProbationary = (subject.isMember ? subject.personType : personType) === '2'
  return (
    <>
      <h3 className="transfer-section">介绍信</h3>
      <div className="form-grid">
        {hasLetter && (
          <>
            <TextField
              control={control}
              name="letterNo"
              label={transferFieldLabels.letterNo}
              findings={notesOf('letterNo')}
            />
            <PartialDateField
              control={control}
              name="issuedOn"
              label={transferFieldLabels.issuedOn}
              wholeDay
            />
          </>
        )}
        <NumberField
          control={control}
          name="validDays"
          label={transferFieldLabels.validDays}
          min={1}
          unit="天"
          hint="市内 10 天，市外 30 天，最长 90 天"
          findings={notesOf('validDays')}
        />
        <PartialDateField
          control={control}
          name="feePaidTo"
          label={transferFieldLabels.feePaidTo}
          hint="年月，如 2026.06；介绍信上自动写成大写"
          findings={notesOf('feePaidTo')}
        />
      </div>
      <h3 className="transfer-section">材料与其他</h3>
      <div className="form-grid">
        {isProbationary && (
          <>
            <CodeSelect
              control={control}
              name="materials"
              label={subject.direction === 'out' ? '随附材料' : '已核验材料'}
              entries={materialChoices}
              multiple
              wide
              findings={notesOf('materials')}
            />
            <TextField
              control={control}
              name="materialsNote"
              label={transferFieldLabels.materialsNote}
              wide
            />
          </>
        )}
        <PartialDateField control={control} name="archiveOn" label={transferFieldLabels.archiveOn} wholeDay />
        <TextField
          control={control}
          name="archiveHow"
          label={transferFieldLabels.archiveHow}
          hint="如机要、专人送达"
        />
        <TextField control={control} name="handledBy" label={transferFieldLabels.handledBy} />
        <TextField control={control} name="remark" label={transferFieldLabels.remark} rows={2} wide />
      </div>
    </>
  )
}
