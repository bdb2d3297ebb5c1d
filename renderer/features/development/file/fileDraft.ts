import { z } from 'zod'
import { developmentFieldLabels } from '#shared/labels/developmentRecords.ts'
import { type FileValues, isFileField } from './fileForm.ts'

/** What was typed and not saved; `appliedOn` of a new file only. */
export interface FileDraft {
  readonly changes: Partial<FileValues>
  readonly appliedOn: string | null
}

const stored = z.object({
  changes: z.record(z.string(), z.unknown()),
  appliedOn: z.string().nullable(),
})

function isChanges(value: Readonly<Record<string, unknown>>): value is Partial<FileValues> {
  return Object.keys(value).every(isFileField)
}

/** Null when it does not fit the form any more, or holds nothing. */
export function parseFileDraft(value: unknown): FileDraft | null {
  const parsed = stored.safeParse(value)
  if (!parsed.success || !isChanges(parsed.data.changes)) return null
  const { changes, appliedOn } = parsed.data
  return Object.keys(changes).length === 0 && appliedOn === null ? null : { changes, appliedOn }
}

const mostNamed = 8

/** What a draft has filled in, for the notice that offers it. */
export function draftText({ changes, appliedOn }: FileDraft): string {
  const labels = [
    ...(appliedOn === null ? [] : ['申请日期']),
    ...Object.keys(changes)
      .filter(isFileField)
      .map((field) => developmentFieldLabels[field]),
  ]
  return labels.length > mostNamed
    ? `${labels.slice(0, mostNamed).join('、')}等 ${labels.length} 项`
    : labels.join('、')
}
