import { fileURLToPath } from 'node:url'
import { AppError } from '#shared/contract/errors.ts'
import type { FileShelf, Ports } from '#core/ports.ts'
import { randomIds, systemClock } from '#core/system/systemPorts.ts'

function unsupported(): never {
  throw new AppError('UNSUPPORTED', 'no dialogs on the command line', { messageZh: '命令行没有文件对话框' })
}

export function cliPorts(shelf: FileShelf): Ports {
  return {
    clock: systemClock,
    ids: randomIds,
    logger: { info: () => undefined, warn: () => undefined, error: writeError },
    files: { ...shelf, choose: unsupported, chooseFolder: unsupported, deliver: unsupported },
    resources: resources(),
  }
}

/** The build puts every entry into one folder and compiles it; in the source tree the worker is TypeScript in its slice. */
function resources(): Ports['resources'] {
  const isSource = import.meta.url.endsWith('.ts')
  const worker = isSource ? '../core/imports/parseWorker.ts' : './parseWorker.js'
  return {
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
    parseWorker: new URL(worker, import.meta.url),
  }
}

function writeError(message: string, fields?: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`)
}
