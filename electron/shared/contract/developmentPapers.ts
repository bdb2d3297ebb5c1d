import { z } from 'zod'
import type { MaterialNo } from '../domain/development/materials.ts'
import type { StepNo } from '../domain/development/milestones.ts'
import { type DevelopmentPaper, developmentPapers } from '../domain/development/papers.ts'
import { formStatuses } from '../domain/development/records.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import type { ExportedDocument } from './documents.ts'

const id = z.string().min(1).max(64)
const format = z.enum(['docx', 'xlsx'])

/** One paper the program can write for a file, and what it would lack. */
export interface DevelopmentPaperRow {
  readonly paper: DevelopmentPaper
  readonly label: string
  /** As the rule set of its step words it. */
  readonly title: string
  readonly step: StepNo
  readonly material: MaterialNo | null
  /** Of what is written next, of a step that is done, or of a later one. */
  readonly time: 'done' | 'now' | 'later'
  /** Why it is not written for this file, and what to do; null where it is. */
  readonly why: string | null
  /** What would be printed as ＿＿＿＿, by name. */
  readonly missing: readonly string[]
}

/** A person whose step comes due, and the papers of it that are in the file; none where the step has no paper of ours. */
export interface DuePapers {
  readonly fileId: string
  readonly name: string
  readonly step: StepNo
  readonly papers: readonly DevelopmentPaper[]
}

export interface ExportedDuePapers extends ExportedDocument {
  readonly people: readonly DuePapers[]
}

export const developmentPapersRoutes = {
  'documents.developmentPapers': query(z.strictObject({ fileId: id }), 'member.read').output<{
    readonly papers: readonly DevelopmentPaperRow[]
  }>(),
  /** One paper (D06 to D08). CONFLICT with the reason where it is not written for this file. */
  'documents.exportDevelopment': command(
    z.strictObject({ fileId: id, paper: z.enum(developmentPapers) }),
    'document.export',
  ).output<ExportedDocument>(),
  /** The papers of every step that is done, in the order of the archive, with the index at the end. */
  'documents.exportDevelopmentFile': command(
    z.strictObject({ fileId: id }),
    'document.export',
  ).output<ExportedDocument>(),
  /** The papers of what comes due or opens in a month, person after person. CONFLICT where there are none. */
  'documents.exportDevelopmentDue': command(
    z.strictObject({
      /** With everything below it; null for all in reach. */
      organizationId: id.nullable(),
      month: z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, '请写成 2026-11 的样子'),
    }),
    'document.export',
  ).output<ExportedDuePapers>(),
  /** 倒排计划 on one page; null plans without a wished day of the 支部大会. */
  'documents.exportDevelopmentPlan': command(
    z.strictObject({ fileId: id, wishedOn: dateOnlySchema.nullable() }),
    'document.export',
  ).output<ExportedDocument>(),
  /** 《入党志愿书》登记簿. */
  'documents.exportForms': command(
    z.strictObject({ status: z.enum(formStatuses).nullable(), format }),
    'document.export',
  ).output<ExportedDocument>(),
  /** Who sat in a training class. */
  'documents.exportTraining': command(
    z.strictObject({ classId: id, format }),
    'document.export',
  ).output<ExportedDocument>(),
}
