import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import { lostStages } from '../domain/lostCases.ts'
import { electionDocuments, reminderKinds } from '../domain/electionDocuments.ts'
import { memberFieldKeys } from '../domain/memberFields.ts'
import { dateOnlySchema } from './dates.ts'
import { command } from './define.ts'
import type { FileRef } from './files.ts'
import { jobId } from './jobs.ts'
import { exportPostsInput } from './posts.ts'

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
  /** People where they were at the end of this day; null for today. */
  asOf: dateOnlySchema.nullable(),
  /** Null for the standard columns. */
  columns: z.array(z.enum(memberFieldKeys)).min(1).max(60).nullable(),
  jobId: jobId.nullable(),
})

const ledgerInput = {
  /** Subtree; null for everything in reach. */
  organizationId: z.string().min(1).max(64).nullable(),
  format: z.enum(['docx', 'xlsx']),
}

export const exportBridgeInput = z.strictObject({
  ...ledgerInput,
  /** Opening: the end of this day. */
  from: dateOnlySchema,
  /** Closing: the end of this day; later than `from`. */
  to: dateOnlySchema,
})

export const exportMobilityInput = z.strictObject({
  ...ledgerInput,
  /** Two books, never one; `summary` counts both. */
  document: z.enum(['LC', 'LR', 'summary']),
  /** Stays that are over, too. */
  withClosed: z.boolean(),
  /** ID numbers and phones in the clear; needs a purpose. */
  unmasked: z.boolean(),
  purpose: z.string().overwrite(plainText).min(1, '请写明用途').max(100, '最多 100 个字').nullable(),
})

export interface ExportedBridge extends ExportedDocument {
  readonly opening: number
  readonly closing: number
  readonly balanced: boolean
}

export const documentsRoutes = {
  /** One paper of an election (D13). */
  'documents.exportElection': command(
    z.strictObject({ electionId: z.string().min(1).max(64), document: z.enum(electionDocuments) }),
    'document.export',
  ).output<ExportedDocument>(),
  /** 换届提醒函 or 督办函 (D18), one letter for each organisation, all in one file. */
  'documents.exportReminder': command(
    z.strictObject({
      organizationIds: z.array(z.string().min(1).max(64)).min(1, '请选择党组织').max(200, '一次最多 200 份'),
      kind: z.enum(reminderKinds),
      replyBy: dateOnlySchema.nullable(),
    }),
    'document.export',
  ).output<ExportedDocument>(),
  /** 党员增减对账单 between the ends of two days. */
  'documents.exportBridge': command(exportBridgeInput, 'document.export').output<ExportedBridge>(),
  /** 班子成员名册 or 通讯录. */
  'documents.exportPosts': command(exportPostsInput, 'document.export').output<ExportedDocument>(),
  'documents.exportRoster': command(exportRosterInput, 'document.export').output<ExportedDocument>(),
  /** 流动党员台账 of one direction, or 流动党员情况表 of both. */
  'documents.exportMobility': command(exportMobilityInput, 'document.export').output<ExportedDocument>(),
  /** 失联党员处置台账. */
  'documents.exportLostCases': command(
    z.strictObject({ ...ledgerInput, stage: z.enum(lostStages).nullable() }),
    'document.export',
  ).output<ExportedDocument>(),
  /** 两新组织覆盖情况表. */
  'documents.exportEnterprises': command(
    z.strictObject(ledgerInput),
    'document.export',
  ).output<ExportedDocument>(),
}
