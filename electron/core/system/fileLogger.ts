import { join } from 'node:path'
import { inspect } from 'node:util'
import log from 'electron-log/node'
import type { Logger } from '../ports.ts'
import { redact } from './redact.ts'

/** Beside the database, so that whoever looks after it finds it. Holds no personal data. */
export function logFileIn(dataDir: string): string {
  return join(dataDir, 'logs', 'main.log')
}

const maxLogBytes = 5 * 1024 * 1024

/** One file and one older one (main.old.log). electron-log's node entry opens no channel to the page. */
export function createFileLogger(logFile: string): Logger {
  const file = log.create({ logId: 'main' })
  file.transports.console.level = false
  file.transports.file.resolvePathFn = () => logFile
  file.transports.file.maxSize = maxLogBytes
  file.transports.file.format = '[{iso}] [{level}] {text}'
  file.hooks.push((message) => ({
    ...message,
    data: message.data.map((item: unknown) => redact(typeof item === 'string' ? item : inspect(item))),
  }))
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields?: Parameters<Logger['info']>[1]): void =>
      file[level](fields === undefined ? message : `${message} ${JSON.stringify(fields)}`)
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
