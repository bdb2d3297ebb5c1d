import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { dailyInput } from '#shared/contract/reviewInputs.ts'
import type { DailyRow, SubjectDetail } from '#shared/contract/reviewRows.ts'
import { zhResolver } from '../../../lib/forms.ts'
import { today } from '../../../lib/today.ts'
import { HundredthsField } from '../../../ui/HundredthsField.tsx'
import { PartialDateField } from '../../../ui/PartialDateField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { PartDialog } from './PartDialog.tsx'
import { usePart } from './usePart.ts'

const schema = z.strictObject({ scores: z.array(dailyInput) })
type Form = z.input<typeof schema>
type Kept = z.output<typeof schema>

/** Words without a score would be lost; where one stood, emptying it takes it back with its words. */
const schemaOf = (daily: readonly DailyRow[]) =>
  schema.superRefine(({ scores }, context) => {
    scores.forEach(({ hundredths, basis, scoredBy }, index) => {
      const isNew = (daily[index]?.hundredths ?? null) === null
      if (hundredths === null && isNew && (basis !== null || scoredBy !== null))
        context.addIssue({
          code: 'custom',
          path: ['scores', index, 'hundredths'],
          message: '请填写得分；暂不评分的，清空评分人和说明',
        })
    })
  })

interface DailyDialogProps {
  readonly detail: SubjectDetail
  readonly onClose: () => void
}

/** 日常考核: a score for each part beside what the records say; they are kept together. */
export function DailyDialog({ detail, onClose }: DailyDialogProps) {
  const { daily, evidence } = detail
  const saved: Form = {
    scores: daily.map(({ partId, hundredths, basis, scoredOn, scoredBy }) => ({
      partId,
      hundredths,
      basis,
      scoredOn: scoredOn ?? today(),
      scoredBy,
    })),
  }
  const form = useForm<Form, unknown, Kept>({ resolver: zhResolver(schemaOf(daily)), defaultValues: saved })
  const { control } = form
  const part = usePart({
    route: 'reviews.saveDaily',
    form,
    detail,
    saved,
    said: '已保存日常考核分',
    input: (head, kept) => ({ ...head, ...kept }),
    onClose,
  })
  return (
    <PartDialog title={`${detail.fields.name}：日常考核`} width={860} part={part}>
      <EvidenceTable lines={evidence} caption="台账记录（现在）" />
      {daily.map(({ partId, name }, index) => (
        <fieldset key={partId} className="person-comment">
          <legend>{name}</legend>
          <div className="person-three">
            <HundredthsField
              control={control}
              name={`scores.${index}.hundredths`}
              label="得分（百分制）"
              unit="分"
            />
            <PartialDateField control={control} name={`scores.${index}.scoredOn`} label="评分日期" wholeDay />
            <TextField control={control} name={`scores.${index}.scoredBy`} label="评分人" maxLength={50} />
          </div>
          <TextField
            control={control}
            name={`scores.${index}.basis`}
            label="评分说明"
            rows={2}
            maxLength={500}
          />
        </fieldset>
      ))}
    </PartDialog>
  )
}
