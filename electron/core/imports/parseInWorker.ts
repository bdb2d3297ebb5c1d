import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/contract/errors.ts'
import { damaged, tooLarge } from './fileLimits.ts'
import type { ParseAnswer } from './parseWorker.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

export interface ParseLimits {
  readonly timeMs: number
  readonly heapMb: number
}

export const parseLimits: ParseLimits = { timeMs: 60_000, heapMb: 768 }

const tooBigZh =
  '工作簿太大，读取时超过了内存限制，未读取。请删去多余的工作表、图片和空白行，或分成几个文件再导入'
const tooSlowZh = '读取工作簿用时过长，已停止，未读取。请删去多余的工作表和空白行，另存为 .xlsx 后再导入'

function fromWorkerError(error: unknown): AppError {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory ? tooLarge('worker out of memory', tooBigZh) : damaged('worker failed')
}

/** Parses in a thread of its own, with bounded time and memory. `bytes` are copied, not taken. */
export function parseInWorker(
  entry: URL,
  bytes: Uint8Array,
  signal: AbortSignal,
  limits: ParseLimits = parseLimits,
): Promise<WorkbookGrid> {
  const { promise, resolve, reject } = Promise.withResolvers<WorkbookGrid>()
  const worker = new Worker(entry, {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    stdout: true,
    stderr: true,
  })
  const timer = setTimeout(() => reject(tooLarge('worker timed out', tooSlowZh)), limits.timeMs)
  const cancel = () =>
    reject(new AppError('CANCELLED', 'cancelled by the user', { messageZh: '已取消，没有写入任何数据' }))
  signal.addEventListener('abort', cancel)
  if (signal.aborted) cancel()
  worker.on('message', (answer: ParseAnswer) => {
    if (answer.ok) resolve(answer.grid)
    else reject(fromBody(answer))
  })
  worker.on('error', (error) => reject(fromWorkerError(error)))
  worker.on('exit', () => reject(damaged('worker ended without an answer')))
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', cancel)
    void worker.terminate()
  })
}

function fromBody({ error }: Extract<ParseAnswer, { ok: false }>): AppError {
  return new AppError(
    error.code,
    error.detail,
    error.messageZh === undefined ? {} : { messageZh: error.messageZh },
  )
}
