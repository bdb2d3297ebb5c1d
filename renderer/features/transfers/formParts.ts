import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { TransferFields } from '#shared/contract/transfers.ts'
import type { FormSubject, TransferValues } from './transferForm.ts'

/** What each section of the form takes. */
export interface FormParts {
  readonly form: UseFormReturn<TransferValues, unknown, TransferFields>
  readonly subject: FormSubject
  readonly isNew: boolean
  /** What the rules say beside a field. */
  readonly notesOf: (field: string) => ReactNode
}
