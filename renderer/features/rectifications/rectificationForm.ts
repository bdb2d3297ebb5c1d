import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { type RectificationFields, rectificationInput } from '#shared/contract/reviewInputs.ts'

export const rectificationSchema = rectificationInput

export type RectificationDraft = z.input<typeof rectificationInput>

export type RectificationForm = UseFormReturn<RectificationDraft, unknown, RectificationFields>

export const blankRectification: RectificationDraft = {
  problem: '',
  source: 'comment',
  measure: null,
  dutyName: null,
  dueOn: null,
  progress: 'notStarted',
  progressWords: null,
  doneOn: null,
  result: null,
  acceptedBy: null,
  acceptedOn: null,
  reportedOn: null,
  reportedWords: null,
}
