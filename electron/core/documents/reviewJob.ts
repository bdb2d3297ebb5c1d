import type { Database } from '#db/database.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import type { Ports } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import { type deliver, shelve } from './electionExport.ts'
import { officialDocument } from './layout.ts'
import { renderDocument } from './render.ts'

/** People whose papers are set between two looks at whether to go on. */
const atOnce = 20

/** One after the other, with progress. Throws CANCELLED. */
export async function oneByOne<T, U>(
  all: readonly T[],
  label: string,
  job: Job,
  make: (one: T) => U,
): Promise<readonly U[]> {
  const made: U[] = []
  for (const [done, one] of all.entries()) {
    if (done % atOnce === 0) {
      job.report({ label, done, total: all.length })
      await job.breathe()
    }
    made.push(make(one))
  }
  return made
}

/** `deliver` of hundreds of pages: who cancels while they are packed gets no file, and nothing is logged. Throws CANCELLED. */
export async function deliverInJob(
  db: Database,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
  { sections, ...delivered }: Parameters<typeof deliver>[3],
): Promise<ExportedDocument> {
  const { title, label, rows } = delivered
  job.report({ label: '生成文件', done: rows, total: rows })
  await job.breathe()
  const bytes = await renderDocument(officialDocument({ title, subject: label }, sections))
  await job.breathe()
  return shelve(db, account, ports, { ...delivered, bytes, extension: 'docx' })
}
