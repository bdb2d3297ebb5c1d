import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import { memberFieldKeys } from '../domain/memberFields.ts'
import { command } from './define.ts'
import type { FileRef } from './files.ts'
import { jobId } from './jobs.ts'

export interface MissingFact {
  /** Chinese name of what is missing. */
  readonly label: string
  /** Where it is missing: a member's name, an organisation. */
  readonly where: string
}

export interface ExportedDocument {
  readonly file: FileRef
  readonly rows: number
  readonly missing: readonly MissingFact[]
}

export const exportRosterInput = z.strictObject({
  /** Subtree; null for everything in reach. */
  organizationId: z.string().min(1).max(64).nullable(),
  format: z.enum(['docx', 'xlsx']),
  /** ID numbers, phones and addresses in the clear; needs a purpose. */
  unmasked: z.boolean(),
  purpose: z.string().overwrite(plainText).min(1, '请写明用途').max(100, '最多 100 个字').nullable(),
  /** Null for the standard columns. */
  columns: z.array(z.enum(memberFieldKeys)).min(1).max(60).nullable(),
  jobId: jobId.nullable(),
})

export const documentsRoutes = {
  'documents.exportRoster': command(exportRosterInput, 'document.export').output<ExportedDocument>(),
}
