import type { Database, ReadDb } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { DevelopmentPaperRow } from '#shared/contract/developmentPapers.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import {
  type DevelopmentPaper,
  developmentPapers,
  developmentPaperTable,
  personalPapers,
} from '#shared/domain/development/papers.ts'
import { developmentPaperLabels } from '#shared/labels/developmentPapers.ts'
import { type DateOnly, formatInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import type { BuiltDevelopmentPaper } from './developmentPaper.ts'
import { papersOfFile, paperTime, whyNoPaper, writeDevelopmentPaper } from './developmentPapers.ts'
import { type PaperFrame, paperSections } from './developmentSections.ts'
import { type PaperSource, readPaperSource } from './developmentValues.ts'
import { deliver } from './electionExport.ts'

/** With the person's own numbers where the form asks for them. */
export function writePaper(paper: DevelopmentPaper, source: PaperSource): BuiltDevelopmentPaper {
  return writeDevelopmentPaper(paper, personalPapers.has(paper) ? source.personal : source.values)
}

/** Whole numbers are in it where the caller may see them and a form asks for them; the log says so. */
export function unmaskedFor(papers: readonly DevelopmentPaper[], { privacy }: Pick<PaperSource, 'privacy'>) {
  return privacy === 'full' && papers.some((paper) => personalPapers.has(paper)) ? '填写发展党员登记表' : null
}

export function frameOf(account: SignedInAccount, ports: Ports, privacy: PaperFrame['privacy']): PaperFrame {
  const at = formatInShanghai(ports.clock.now())
  return { trace: { account: `${account.displayName}（${account.user}）`, at }, privacy }
}

/** Every paper with what it would lack. Throws NOT_FOUND. */
export function listDevelopmentPapers(
  db: ReadDb,
  fileId: string,
  account: SignedInAccount,
  today: DateOnly,
): readonly DevelopmentPaperRow[] {
  const source = readPaperSource(db, fileId, account, today)
  return developmentPapers.map((paper) => {
    const { title, missing } = writePaper(paper, source)
    const { step, material } = developmentPaperTable[paper]
    const why = whyNoPaper(paper, source.values)
    return {
      paper,
      label: developmentPaperLabels[paper],
      title,
      step,
      material,
      time: paperTime(paper, source.values),
      why,
      missing: why === null ? missing.map(({ label }) => label) : [],
    }
  })
}

/** The one paper that is called otherwise by each rule set. */
function fileTitle(paper: DevelopmentPaper, { kind }: BuiltDevelopmentPaper): string {
  if (paper !== 'targetRequest') return developmentPaperLabels[paper]
  return kind === '请示' ? '确定发展对象的请示' : '发展对象备案报告'
}

/** One paper of a file. Throws NOT_FOUND, or CONFLICT with the reason where it is not written for it. */
export async function exportDevelopment(
  db: Database,
  { fileId, paper }: { readonly fileId: string; readonly paper: DevelopmentPaper },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const source = readPaperSource(db.read, fileId, account, ports.clock.today())
  const why = whyNoPaper(paper, source.values)
  if (why !== null) throw new AppError('CONFLICT', 'paper not written for this file', { messageZh: why })
  const built = writePaper(paper, source)
  return deliver(db, account, ports, {
    sections: paperSections([built], frameOf(account, ports, source.privacy)),
    missing: built.missing,
    label: developmentPaperLabels[paper],
    unit: source.unit,
    kind: built.kind,
    title: fileTitle(paper, built),
    personName: source.name,
    rows: 1,
    unmaskedFor: unmaskedFor([paper], source),
  })
}

/** The whole file of one person as one document, in the order of the archive. */
export async function exportDevelopmentFile(
  db: Database,
  { fileId }: { readonly fileId: string },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const source = readPaperSource(db.read, fileId, account, ports.clock.today())
  const papers = papersOfFile(source.values)
  const built = papers.map((paper) => writePaper(paper, source))
  return deliver(db, account, ports, {
    sections: paperSections(built, frameOf(account, ports, source.privacy)),
    missing: built.flatMap(({ missing }) => missing),
    label: '发展党员全套材料',
    unit: source.unit,
    kind: '材料',
    title: '发展党员全套材料',
    personName: source.name,
    rows: papers.length,
    unmaskedFor: unmaskedFor(papers, source),
  })
}
