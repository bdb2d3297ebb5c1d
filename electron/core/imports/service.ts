import { createHash } from 'node:crypto'
import { insertBatch } from '#db/queries/imports.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { FileRef } from '#shared/contract/files.ts'
import type {
  ImportKind,
  ImportMode,
  ImportPreview,
  ImportReport,
  ImportRow,
  Outcome,
  PreviewInput,
} from '#shared/contract/imports.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import type { Call } from '../call.ts'
import type { StoredFile } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import { momentOf } from '../records/moment.ts'
import type { Commit } from './importPlan.ts'
import { tableKinds } from './importFields.ts'
import { writeMarkedCopy } from './markedCopy.ts'
import { parseInWorker } from './parseInWorker.ts'
import { type PlannedFile, planFile } from './previewFile.ts'
import { describeSheet } from './readSheets.ts'
import { rememberMappings } from './rememberMappings.ts'
import { createShelf } from './shelf.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

interface Preview {
  readonly id: string
  readonly sessionId: string
  readonly accountId: string
  readonly kind: ImportKind
  readonly mode: ImportMode
  readonly fileName: string
  readonly fileSha256: string
  readonly planned: PlannedFile
  /** Set once it is written: a preview is written once. */
  batchId: string | null
}

interface RowsWanted {
  readonly previewId: string
  readonly outcome: Outcome | null
  readonly onlyFindings: boolean
  readonly code?: string | undefined
  readonly offset: number
  readonly limit: number
}

export interface Imports {
  preview(input: PreviewInput, call: Call): Promise<ImportPreview>
  rows(wanted: RowsWanted, call: Call): { readonly rows: readonly ImportRow[]; readonly total: number }
  /** The kind of one that can be committed, before a backup is made for it. Throws NOT_FOUND, CONFLICT, VALIDATION_FAILED. */
  writableKind(previewId: string, call: Call): ImportKind
  commit(previewId: string, call: Call): ImportReport
  markedCopy(previewId: string, call: Call): Promise<FileRef>
  /** Drops what a session has read from files: it was signed out, or somebody else sits at it now. */
  forget(sessionId: string): void
}

const keptPreviews = 2
const keptGrids = 1

function refuseUnknownFields({ kind, columns }: PreviewInput): void {
  const known = new Set(tableKinds[kind].fields.map(({ key }) => key))
  const wanted = Object.values(columns).flatMap((sheet) => Object.values(sheet))
  if (wanted.every((field) => field === null || known.has(field))) return
  throw new AppError('VALIDATION_FAILED', 'no such field', { fields: { columns: '列的含义请从列表中选择' } })
}

interface ReadWorkbook {
  readonly sessionId: string
  readonly grid: WorkbookGrid
}

/** Previews live in memory, the newest few, for the account and session that made them. */
export function createImports(): Imports {
  const previews = createShelf<Preview>(keptPreviews)
  const grids = createShelf<ReadWorkbook>(keptGrids)
  /** One for as long as somebody sits at a session. */
  const sittings = new Map<string, object>()
  const sittingAt = ({ session }: Call): object => {
    const sitting = sittings.get(session.id) ?? {}
    sittings.set(session.id, sitting)
    return sitting
  }

  const parse = async (
    handle: string,
    file: StoredFile,
    { ports, session }: Call,
    job: Job,
  ): Promise<WorkbookGrid> => {
    const known = grids.get(handle)
    if (known?.sessionId === session.id) return known.grid
    job.report({ label: '读取工作簿', done: 0, total: null })
    const grid = await parseInWorker(ports.resources.parseWorker, file.bytes, job.signal)
    grids.put(handle, { sessionId: session.id, grid })
    return grid
  }
  const find = (previewId: string, { session, account }: Call): Preview => {
    const preview = previews.get(previewId)
    if (preview?.sessionId === session.id && preview.accountId === account.id) return preview
    throw new AppError('NOT_FOUND', 'no such preview', { messageZh: '这次预览已失效，请重新选择文件预览' })
  }
  return {
    preview: (input, call) =>
      call.jobs.run(input.jobId, async (job) => {
        refuseUnknownFields(input)
        const { ports, db, account } = call
        const sitting = sittingAt(call)
        const file = ports.files.read(input.file)
        const grid = await parse(input.file, file, call, job)
        const planned = await planFile(db.read, grid, file.name, input, ports.clock.today(), job)
        if (sittings.get(call.session.id) !== sitting)
          throw new AppError('SIGN_IN_REQUIRED', 'signed out meanwhile', { messageZh: '请先登录' })
        const preview: Preview = {
          id: ports.ids.next(),
          sessionId: call.session.id,
          accountId: account.id,
          kind: input.kind,
          mode: input.mode,
          fileName: file.name,
          fileSha256: createHash('sha256').update(file.bytes).digest('hex'),
          // The rows as read are not needed any more, and are half of what a preview weighs.
          planned: { ...planned, sheets: planned.sheets.map((sheet) => ({ ...sheet, rows: [] })) },
          batchId: null,
        }
        previews.put(preview.id, preview)
        return answerOf(preview)
      }),
    rows: (wanted, call) => pageOf(find(wanted.previewId, call), wanted),
    writableKind: (previewId, call) => {
      const preview = find(previewId, call)
      refuseUnwritable(preview)
      return preview.kind
    },
    commit: (previewId, call) => commitPreview(find(previewId, call), call),
    markedCopy: async (previewId, call) => {
      const { planned, fileName } = find(previewId, call)
      const bytes = await writeMarkedCopy(planned.sheets, planned.report.findings)
      const name = `${fileName.replace(/\.[^.]*$/, '')}-问题标注.xlsx`
      return { handle: call.ports.files.put({ name, bytes }), name }
    },
    forget: (sessionId) => {
      sittings.delete(sessionId)
      previews.drop((preview) => preview.sessionId === sessionId)
      grids.drop((workbook) => workbook.sessionId === sessionId)
    },
  }
}

function answerOf({ id, kind, fileName, planned }: Preview): ImportPreview {
  return {
    previewId: id,
    kind,
    fileName,
    sheets: planned.sheets.map((sheet) => describeSheet(sheet, kind)),
    unknownBranches: planned.unknownBranches,
    report: planned.report,
  }
}

function pageOf({ planned }: Preview, { outcome, onlyFindings, code, offset, limit }: RowsWanted) {
  const wanted = planned.plan.rows.filter(
    (row) =>
      (outcome === null || row.outcome === outcome) &&
      (!onlyFindings || row.findings.length > 0) &&
      (code === undefined || row.findings.some((found) => found.code === code)),
  )
  // A column taken for names may hold numbers.
  const rows = wanted
    .slice(offset, offset + limit)
    .map(({ sheet, row, name, outcome, matchId, changes, findings }): ImportRow => ({
      sheet,
      row,
      name: maskNumbers(name),
      outcome,
      matchId,
      changes,
      findings,
    }))
  return { rows, total: wanted.length }
}

function refuseUnwritable({ batchId, planned }: Preview): void {
  if (batchId !== null) {
    throw new AppError('CONFLICT', 'preview is written', {
      messageZh: '这次预览已经导入过了，不能再导入一次',
    })
  }
  if (planned.plan.rows.length === 0)
    throw new AppError('VALIDATION_FAILED', 'nothing to import', {
      messageZh: '文件里没有读到可以导入的行，没有写入。请检查是否选错了文件，或表头是否完整',
    })
}

function commitPreview(preview: Preview, { db, ports, account }: Call): ImportReport {
  refuseUnwritable(preview)
  const { planned, kind, mode, fileName, fileSha256 } = preview
  const { counts } = planned.report
  const moment = momentOf(ports)
  const commit: Commit = { batchId: ports.ids.next(), moment, ids: ports.ids }
  db.write((tx) => {
    insertBatch(tx, {
      id: commit.batchId,
      kind,
      fileName,
      fileSha256,
      mode,
      accountId: account.id,
      createdAt: moment.at,
      newCount: counts.new,
      changedCount: counts.changed,
      unchangedCount: counts.unchanged,
      duplicateCount: counts.duplicate,
      blockedCount: counts.blocked,
    })
    planned.plan.write(tx, commit)
    rememberMappings(tx, kind, planned.sheets, commit)
  })
  preview.batchId = commit.batchId
  return { ...planned.report, batch: commit.batchId }
}
