import { createHash } from 'node:crypto'
import type { WriteDb } from '#db/database.ts'
import { insertBatch, putMapping } from '#db/queries/imports.ts'
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
import type { Call } from '../call.ts'
import type { StoredFile } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import { commitOrganizations } from './commitOrganizations.ts'
import { type Commit, commitRoster } from './commitRoster.ts'
import { headerWords } from './findHeader.ts'
import { tableKinds } from './importFields.ts'
import { columnNames } from './mapColumns.ts'
import { writeMarkedCopy } from './markedCopy.ts'
import { parseInWorker } from './parseInWorker.ts'
import { type PlannedFile, fingerprint, planFile } from './previewFile.ts'
import { describeSheet } from './readSheets.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

interface Preview {
  readonly id: string
  readonly sessionId: string
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
  commit(previewId: string, call: Call): ImportReport
  markedCopy(previewId: string, call: Call): Promise<FileRef>
}

const keptPreviews = 2
const keptGrids = 1

/** The newest few, so that a clerk who changes a choice does not wait for the parser again. */
function createShelf<T>(size: number) {
  const items = new Map<string, T>()
  return {
    get: (key: string) => items.get(key),
    put: (key: string, item: T) => {
      items.delete(key)
      items.set(key, item)
      for (const oldest of [...items.keys()].slice(0, Math.max(0, items.size - size))) items.delete(oldest)
    },
  }
}

function refuseUnknownFields({ kind, columns }: PreviewInput): void {
  const known = new Set(tableKinds[kind].fields.map(({ key }) => key))
  const wanted = Object.values(columns).flatMap((sheet) => Object.values(sheet))
  if (wanted.every((field) => field === null || known.has(field))) return
  throw new AppError('VALIDATION_FAILED', 'no such field', { fields: { columns: '列的含义请从列表中选择' } })
}

/** Previews live in memory, the newest few, for the session that made them. */
export function createImports(): Imports {
  const previews = createShelf<Preview>(keptPreviews)
  const grids = createShelf<WorkbookGrid>(keptGrids)

  const parse = async (
    handle: string,
    file: StoredFile,
    { ports }: Call,
    job: Job,
  ): Promise<WorkbookGrid> => {
    const known = grids.get(handle)
    if (known !== undefined) return known
    job.report({ label: '读取工作簿', done: 0, total: null })
    const grid = await parseInWorker(ports.resources.parseWorker, file.bytes, job.signal)
    grids.put(handle, grid)
    return grid
  }
  const find = (previewId: string, { session }: Call): Preview => {
    const preview = previews.get(previewId)
    if (preview?.sessionId === session.id) return preview
    throw new AppError('NOT_FOUND', 'no such preview', { messageZh: '这次预览已失效，请重新选择文件预览' })
  }
  return {
    preview: (input, call) =>
      call.jobs.run(input.jobId, async (job) => {
        refuseUnknownFields(input)
        const { ports, db } = call
        const file = ports.files.read(input.file)
        const grid = await parse(input.file, file, call, job)
        const planned = await planFile(db.read, grid, file.name, input, ports.clock.today(), job)
        const preview: Preview = {
          id: ports.ids.next(),
          sessionId: call.session.id,
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
    commit: (previewId, call) => commitPreview(find(previewId, call), call),
    markedCopy: async (previewId, call) => {
      const { planned, fileName } = find(previewId, call)
      const bytes = await writeMarkedCopy(planned.sheets, planned.report.findings)
      const name = `${fileName.replace(/\.[^.]*$/, '')}-问题标注.xlsx`
      return { handle: call.ports.files.put({ name, bytes }), name }
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
  const rows = wanted.slice(offset, offset + limit).map(({ write: _write, ...row }): ImportRow => row)
  return { rows, total: wanted.length }
}

function commitPreview(preview: Preview, { db, ports, account }: Call): ImportReport {
  if (preview.batchId !== null) {
    throw new AppError('CONFLICT', 'preview is written', {
      messageZh: '这次预览已经导入过了，不能再导入一次',
    })
  }
  const { planned, kind, mode, fileName, fileSha256 } = preview
  const { counts } = planned.report
  const moment = { at: ports.clock.now(), today: ports.clock.today() }
  if (planned.plan.rows.length === 0)
    throw new AppError('VALIDATION_FAILED', 'nothing to import', {
      messageZh: '文件里没有读到可以导入的行，没有写入。请检查是否选错了文件，或表头是否完整',
    })
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
    const { plan } = planned
    if (plan.kind === 'roster') commitRoster(tx, plan.rows, plan.branches, commit)
    else commitOrganizations(tx, plan.rows, commit)
    rememberMappings(tx, preview, commit)
  })
  preview.batchId = commit.batchId
  return { ...planned.report, batch: commit.batchId }
}

/** Columns somebody chose by hand are found again by the header's words; withdrawing the batch leaves them known. */
function rememberMappings(tx: WriteDb, { planned, kind }: Preview, { ids, moment }: Commit): void {
  for (const { header, columns } of planned.sheets) {
    if (header === null || !columns.some(({ how }) => how === 'manual')) continue
    const names = columnNames(header.labels)
    const chosen = columns.filter(({ how }) => how === 'manual' || how === 'remembered')
    const remembered = Object.fromEntries(chosen.map(({ index, field }) => [names[index] ?? '', field]))
    putMapping(tx, {
      id: ids.next(),
      kind,
      fingerprint: fingerprint(headerWords(header)),
      columns: JSON.stringify(remembered),
      updatedAt: moment.at,
    })
  }
}
