import { z } from 'zod'
import type { TransferDirection } from '#shared/domain/transferStates.ts'
import { transferFieldLabels } from '#shared/labels/transfers.ts'
import type { TransferValues } from './transferForm.ts'

/** What was typed of a new transfer and not saved. */
export type TransferDraft = Partial<TransferValues>

/** One for each person who leaves, one for an activist, one for whoever comes. */
export function draftKey(direction: TransferDirection, memberId: string | null): `draft:${string}` {
  return direction === 'in' ? 'draft:transfer:in' : `draft:transfer:out:${memberId ?? 'materials'}`
}

const isField = (key: string): key is keyof typeof transferFieldLabels =>
  Object.hasOwn(transferFieldLabels, key)

const stored = z.record(z.string(), z.unknown())

function isDraft(value: Readonly<Record<string, unknown>>): value is TransferDraft {
  return Object.keys(value).every(isField)
}

/** Null when it does not fit the form any more. */
export function parseDraft(value: unknown): TransferDraft | null {
  const parsed = stored.safeParse(value)
  if (!parsed.success || !isDraft(parsed.data) || Object.keys(parsed.data).length === 0) return null
  return parsed.data
}

/** What a draft has filled in, in the order of the form, for the notice that offers it. */
export function draftText(draft: TransferDraft): string {
  const labels = Object.entries(transferFieldLabels).flatMap(([key, label]) =>
    Object.hasOwn(draft, key) ? label : [],
  )
  return labels.length > 8 ? `${labels.slice(0, 8).join('、')}等 ${labels.length} 项` : labels.join('、')
}
