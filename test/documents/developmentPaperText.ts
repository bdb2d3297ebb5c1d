import type { DevelopmentPaperValues } from '#core/documents/developmentPaper.ts'
import { writeDevelopmentPaper } from '#core/documents/developmentPapers.ts'
import { paperSections } from '#core/documents/developmentSections.ts'
import { officialDocument } from '#core/documents/layout.ts'
import type { DevelopmentPaper } from '#shared/domain/development/papers.ts'
import { docxParts, textOf } from './docxParts.ts'

export const frame = {
  trace: { account: '测试员（admin）', at: '2026-11-21 10:00' },
  privacy: 'masked',
} as const

/** A paper as a reader gets it: packed, taken apart, its text. */
export async function readPaper(paper: DevelopmentPaper, values: DevelopmentPaperValues) {
  const built = writeDevelopmentPaper(paper, values)
  const document = officialDocument({ title: built.title, subject: '' }, paperSections([built], frame))
  const parts = await docxParts(document)
  return {
    parts,
    text: textOf(parts.documentXml),
    title: built.title,
    missing: built.missing.map(({ label }) => label),
  }
}
