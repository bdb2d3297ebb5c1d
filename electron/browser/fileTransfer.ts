import { statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { AppError } from '#shared/contract/errors.ts'
import { backupExtension } from '#shared/contract/backup.ts'
import { backupUploadLimitBytes, uploadLimitBytes } from '#shared/contract/files.ts'
import type { Files } from '#core/ports.ts'
import { fromSystem } from './largeUploads.ts'
import { errorReply, jsonReply, type Reply } from './reply.ts'

const tooLarge: Reply = errorReply(413, {
  code: 'FILE_TOO_LARGE',
  detail: 'upload over 50 MB',
  messageZh: '文件超过 50 MB，请拆分后再上传。',
})

const backupTooLarge: Reply = errorReply(413, {
  code: 'FILE_TOO_LARGE',
  detail: 'backup over 1 GB',
  messageZh:
    '备份文件超过 1 GB，不能这样选择。请把它复制到数据文件夹的 backups 文件夹里（不要改名），再从备份列表中选它。',
})

const nameMissing: Reply = errorReply(400, {
  code: 'VALIDATION_FAILED',
  detail: 'upload without a usable file name',
  messageZh: '文件名为空，请改名后再上传。',
})

/** Undefined when over the limit. The rest is read and dropped: a browser shows our answer only after it has sent everything. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= uploadLimitBytes) {
        chunks.push(chunk)
        return
      }
      chunks.length = 0
      resolve(undefined)
    })
    request.on('end', () => resolve(Buffer.concat(chunks, size)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('upload ended early')))
  })
}

export function plainFileName(raw: string): string {
  const last = raw.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return last
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200)
}

export interface UploadPlaces extends Pick<Files, 'put' | 'putOnDisk'> {
  /** Path of what was written; undefined when it was more. */
  readonly receiveLarge: (body: IncomingMessage, limitBytes: number) => Promise<string | undefined>
}

async function receiveBackup(request: IncomingMessage, name: string, places: UploadPlaces): Promise<Reply> {
  if (Number(request.headers['content-length'] ?? 0) > backupUploadLimitBytes) return backupTooLarge
  try {
    const path = await places.receiveLarge(request, backupUploadLimitBytes)
    if (path === undefined) return backupTooLarge
    return jsonReply(200, { handle: places.putOnDisk({ name, path }), name })
  } catch (error) {
    const known = fromSystem(error)
    if (known === undefined) throw error
    return errorReply(known.code === 'CONFLICT' ? 409 : 507, known.toBody())
  }
}

/** A backup goes to a file in the data folder, everything else to memory. */
export async function receiveUpload(
  request: IncomingMessage,
  url: URL,
  places: UploadPlaces,
): Promise<Reply> {
  const name = plainFileName(url.searchParams.get('name') ?? '')
  if (name === '') return nameMissing
  if (name.toLowerCase().endsWith(`.${backupExtension}`)) return receiveBackup(request, name, places)
  if (Number(request.headers['content-length'] ?? 0) > uploadLimitBytes) return tooLarge
  const bytes = await readBody(request)
  if (bytes === undefined) return tooLarge
  return jsonReply(200, { handle: places.put({ name, bytes }), name })
}

/** RFC 5987 for the real name, plain ASCII for whatever cannot read it. */
export function contentDisposition(name: string): string {
  const wellFormed = name.toWellFormed()
  const ascii = wellFormed.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(wellFormed).replaceAll(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

type Served = Pick<Files, 'read' | 'onDisk'>

function attachment(handle: string, { onDisk, read }: Served): { name: string; body: Reply['body'] } {
  const place = onDisk(handle)
  if (place !== null) {
    return { name: place.name, body: { path: place.path, bytes: statSync(place.path).size } }
  }
  const { name, bytes } = read(handle)
  return { name, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

export function sendDownload(handle: string, files: Served): Reply {
  try {
    const { name, body } = attachment(handle, files)
    return {
      status: 200,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': contentDisposition(name),
      },
      body,
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FILE_GONE') throw error
    return errorReply(404, error.toBody())
  }
}
