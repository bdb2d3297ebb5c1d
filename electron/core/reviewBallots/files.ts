import type { WriteDb } from '#db/database.ts'
import { listBatches, papersOf } from '#db/queries/reviewBallots.ts'
import { putLine } from '#db/queries/reviewKeyings.ts'
import { subjectsWithPlaces } from '#db/queries/reviewBallotFiles.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { BallotFilePreview } from '#shared/contract/reviewBallots.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Call } from '../call.ts'
import { momentOf } from '../records/moment.ts'
import { getCampaign, getScheme, schemeOf } from '../records/reviewCampaign.ts'
import type { BallotBook } from './ballotTable.ts'
import { addBatch } from './batches.ts'
import { type FileBatch, readBallots } from './readFile.ts'
import { refuse } from './refusals.ts'

interface PreviewInput {
  readonly handle: string
  readonly campaignId: string
  readonly schemeId: string
}

interface ImportInput {
  readonly previewId: string
  readonly organizationId: string
  readonly heldOn: DateOnly
}

interface Kept extends PreviewInput {
  readonly id: string
  readonly sessionId: string
  readonly accountId: string
  readonly whyNot: readonly string[]
  readonly batches: readonly FileBatch[]
}

export interface BallotFiles {
  preview(input: PreviewInput, call: Call): Promise<BallotFilePreview>
  take(input: ImportInput, call: Call): Promise<RouteOutput<'reviewBallots.import'>>
  /** Drops what a session has read: it was signed out, or somebody else sits at it now. */
  forget(sessionId: string): void
}

/** Reads a workbook nobody vouches for, in bounded time and memory. */
export type OpenBook = (bytes: Uint8Array, call: Call) => Promise<BallotBook>

/** A text file has no sheets: its own name says whose ballots it holds. */
function named({ sheets }: BallotBook, fileName: string): BallotBook {
  const own = fileName.replace(/\.[^.]*$/, '')
  return { sheets: sheets.map((sheet) => (sheet.name === '' ? { ...sheet, name: own } : sheet)) }
}

function refuseTwice(
  tx: WriteDb,
  campaignId: string,
  input: ImportInput,
  { groupId, groupName, lines }: FileBatch,
): void {
  const same = listBatches(tx, campaignId).filter(
    (batch) =>
      batch.method === 'file' &&
      batch.state !== 'void' &&
      batch.groupId === groupId &&
      batch.heldOn === input.heldOn &&
      batch.organizationId === input.organizationId,
  )
  const papers = papersOf(
    tx,
    same.map(({ id }) => id),
  )
  if (papers.some(({ subjectId }) => lines.some((line) => line.subjectId === subjectId)))
    throw new AppError('CONFLICT', 'read before', {
      messageZh: `“${groupName}”${input.heldOn} 的测评票已经从文件读入过，再读入会计两遍。要重新读入的，请先取消那一批；是另一次测评的，请改测评日期`,
    })
}

/** One sheet as an open batch: all that is in it was handed out and came back. */
function writeBatch(tx: WriteDb, kept: Kept, input: ImportInput, batch: FileBatch, call: Call): string {
  refuseTwice(tx, kept.campaignId, input, batch)
  const people = Map.groupBy(batch.lines, ({ subjectId }) => subjectId)
  const id = addBatch(
    tx,
    {
      campaignId: kept.campaignId,
      schemeId: kept.schemeId,
      componentId: batch.componentId,
      groupId: batch.groupId,
      organizationId: input.organizationId,
      heldOn: input.heldOn,
      should: null,
      present: null,
      method: 'file',
      supervisors: null,
      tellers: null,
      subjects: [...people].map(([subjectId, lines]) => ({
        subjectId,
        issued: lines.length,
        returned: lines.length,
      })),
    },
    momentOf(call.ports),
  )
  for (const line of batch.lines) putLine(tx, id, 1, line)
  return id
}

/** What was read stays in memory, one file for each session, until it is imported or somebody leaves (REV-06). */
export function createBallotFiles(open: OpenBook): BallotFiles {
  const kept = new Map<string, Kept>()
  const find = (previewId: string, { session, account }: Call): Kept => {
    const found = kept.get(session.id)
    if (found?.id === previewId && found.accountId === account.id) return found
    throw new AppError('NOT_FOUND', 'no such preview', { messageZh: '这次预览已失效，请重新选择文件预览' })
  }
  return {
    preview: async (input, call) => {
      const { db, ports, session, account } = call
      const scheme = schemeOf(getScheme(db.read, input.schemeId))
      getCampaign(db.read, input.campaignId)
      const file = ports.files.read(input.handle)
      const book = named(await open(file.bytes, call), file.name)
      const subjects = subjectsWithPlaces(db.read, input.campaignId, input.schemeId)
      const { preview, batches } = readBallots(book, scheme, subjects)
      const id = ports.ids.next()
      const { whyNot } = preview
      kept.set(session.id, { ...input, id, sessionId: session.id, accountId: account.id, whyNot, batches })
      return { previewId: id, fileName: file.name, ...preview }
    },
    take: async (input, call) => {
      const found = find(input.previewId, call)
      if (found.whyNot.length > 0) throw refuse('previewId', found.whyNot.join('；'))
      await call.backups.before('beforeImport')
      const batchIds = call.db.write((tx) =>
        found.batches.map((batch) => writeBatch(tx, found, input, batch, call)),
      )
      kept.delete(call.session.id)
      call.ports.files.drop(found.handle)
      return { batchIds, taken: found.batches.reduce((sum, { lines }) => sum + lines.length, 0) }
    },
    forget: (sessionId) => {
      kept.delete(sessionId)
    },
  }
}
