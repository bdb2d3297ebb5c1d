import { parentPort, workerData } from 'node:worker_threads'
import { AppError, type ErrorBody } from '#shared/contract/errors.ts'
import { damaged } from './fileLimits.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

export type ParseAnswer =
  | { readonly ok: true; readonly grid: WorkbookGrid }
  | { readonly ok: false; readonly error: ErrorBody }

function answer(bytes: Uint8Array): ParseAnswer {
  try {
    return { ok: true, grid: readWorkbook(bytes) }
  } catch (error) {
    return { ok: false, error: (error instanceof AppError ? error : damaged('unexpected failure')).toBody() }
  }
}

const bytes: unknown = workerData
if (parentPort && bytes instanceof Uint8Array) parentPort.postMessage(answer(bytes))
