import type { Control, UseFormSetValue } from 'react-hook-form'
import { useFormState, useWatch } from 'react-hook-form'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { developmentFieldLabels } from '#shared/labels/developmentRecords.ts'
import { checkIdNo, normaliseIdNo } from '#shared/lib/idNumber.ts'
import { today } from '../../../lib/today.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import type { FileField } from './fieldTexts.ts'
import { FileFieldInput } from './FileFieldInput.tsx'
import type { FileValues, FormSection } from './fileForm.ts'
import { MaskedField } from './MaskedField.tsx'

interface FileFormProps {
  readonly control: Control<FileValues, unknown, DevelopmentFields>
  readonly setValue: UseFormSetValue<FileValues>
  readonly sections: readonly FormSection[]
  readonly organizations: readonly OrganizationNode[]
  /** Null where numbers stand there in the clear: a new file, or after somebody asked. */
  readonly onReveal: (() => Promise<unknown>) | null
  readonly isNew: boolean
}

const branchHint = '这里只改登错的；真的换了党支部，用“变动”里的“转移”，经过会保留'

const secrets: ReadonlySet<FileField> = new Set(['idNo', 'phone'])

/** The fields of a file, section by section. */
export function FileForm({ control, setValue, sections, organizations, onReveal, isNew }: FileFormProps) {
  const [idNo, gender, birthDate] = useWatch({
    control,
    name: ['idNo', 'gender', 'birthDate'],
  })
  const { touchedFields, errors, defaultValues } = useFormState({ control })
  // What the record holds stands there masked; where it holds nothing, somebody types.
  const maskedOf = (field: FileField) => (field === 'idNo' ? defaultValues?.idNo : defaultValues?.phone) ?? ''
  // A whole number tells sex and birth date; what somebody has filled in stays.
  const follow = (typed: string): void => {
    const facts = checkIdNo(normaliseIdNo(typed), today())
    if (!facts.ok) return
    if (gender === null) setValue('gender', facts.gender, { shouldDirty: true })
    if (birthDate === null) setValue('birthDate', facts.birthDate, { shouldDirty: true })
  }
  // Said once the field was left or the number is whole; what the core says of it stands there instead.
  const isAsked = touchedFields.idNo === true || normaliseIdNo(idNo ?? '').length >= wholeIdNo
  const isMasked = onReveal !== null && maskedOf('idNo') !== ''
  const problem = isAsked && !isMasked && errors.idNo === undefined ? idProblem(idNo) : null
  return sections.map((section) => (
    <SectionCard key={section.title} title={section.title}>
      <div className="form-grid">
        {section.fields.map((field) =>
          secrets.has(field) && onReveal !== null && maskedOf(field) !== '' ? (
            <MaskedField
              key={field}
              label={developmentFieldLabels[field]}
              masked={maskedOf(field)}
              onReveal={onReveal}
            />
          ) : (
            <FileFieldInput
              key={field}
              control={control}
              field={field}
              organizations={organizations}
              {...(field === 'idNo' ? { onTyped: follow } : {})}
              {...(field === 'idNo' && problem !== null ? { problem } : {})}
              {...(field === 'organizationId' && !isNew ? { hint: branchHint } : {})}
            />
          ),
        )}
      </div>
    </SectionCard>
  ))
}

const wholeIdNo = 18

/** What is wrong with a number that was written, in a sentence. */
function idProblem(idNo: string | null | undefined): string | null {
  const written = normaliseIdNo(idNo ?? '')
  if (written === '') return null
  const facts = checkIdNo(written, today())
  return facts.ok ? null : facts.messageZh
}
