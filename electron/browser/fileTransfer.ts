import type { IncomingMessage } from 'node:http'
import { AppError } from '#shared/contract/errors.ts'
import type { Files, StoredFile } from '#core/ports.ts'
import { errorReply, jsonReply, type Reply } from './reply.ts'

export const uploadLimitBytes = 50 * 1024 * 1024

const tooLarge: Reply = errorReply(413, {
  code: 'FILE_TOO_LARGE',
  detail: 'upload over 50 MB',
  messageZh: '文件超过 50 MB，请拆分后再上传。',
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

export async function receiveUpload(request: IncomingMessage, url: URL, put: Files['put']): Promise<Reply> {
  const name = plainFileName(url.searchParams.get('name') ?? '')
  if (name === '') return nameMissing
  if (Number(request.headers['content-length'] ?? 0) > uploadLimitBytes) return tooLarge
  const bytes = await readBody(request)
  if (bytes === undefined) return tooLarge
  return jsonReply(200, { handle: put({ name, bytes }), name })
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

export function sendDownload(handle: string, read: Files['read']): Reply {
  let file: StoredFile
  try {
    file = read(handle)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'FILE_GONE') throw error
    return errorReply(404, error.toBody())
  }
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition(file.name),
    },
    body: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
  }
}
