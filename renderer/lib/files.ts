import type { FileRef } from '#shared/contract/files.ts'
import { call, isElectron } from './api.ts'
import { CallError, isErrorCode } from './callError.ts'
import { refuseOtherKinds, refuseTooLarge } from './fileKinds.ts'

export interface SavedFile {
  readonly name: string
  /** Where it went; null where the browser decides. */
  readonly path: string | null
}

async function failureOf(response: Response): Promise<CallError> {
  const body: unknown = await response.json().catch(() => null)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (typeof error !== 'object' || error === null || !('code' in error) || !isErrorCode(error.code)) {
    return new CallError({ code: 'INTERNAL', detail: `file transfer answered ${response.status}` })
  }
  const messageZh = 'messageZh' in error && typeof error.messageZh === 'string' ? error.messageZh : undefined
  return new CallError({
    code: error.code,
    detail: 'file transfer',
    ...(messageZh === undefined ? {} : { messageZh }),
  })
}

async function request(url: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch {
    throw new CallError({ code: 'CONNECTION_LOST', detail: 'file transfer failed' })
  }
  if (!response.ok) throw await failureOf(response)
  return response
}

/** Electron reads files through its own dialog only, so nothing can be dropped onto the page there. */
export const canUpload = !isElectron

/** Sends a file picked or dropped in the browser to the shell. */
export async function uploadFile(file: File, extensions: readonly string[]): Promise<FileRef> {
  refuseOtherKinds(file.name, extensions)
  refuseTooLarge(file)
  const response = await request(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  })
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'handle' in body && typeof body.handle === 'string') {
    return { handle: body.handle, name: file.name }
  }
  throw new CallError({ code: 'INTERNAL', detail: 'upload without a handle' })
}

function askBrowserForFiles(extensions: readonly string[], multiple: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = extensions.map((extension) => `.${extension}`).join(',')
  input.hidden = true
  document.body.append(input)
  return new Promise((resolve) => {
    const settle = (): void => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('change', settle)
    input.addEventListener('cancel', settle)
    input.click()
  })
}

/** Asks for a file of these kinds (`['xlsx','xls','csv']`); null when the user thinks better of it. */
export async function pickFile(extensions: readonly string[]): Promise<FileRef | null> {
  if (isElectron) return call('files.choose', { extensions: [...extensions] })
  const [file] = await askBrowserForFiles(extensions, false)
  return file === undefined ? null : uploadFile(file, extensions)
}

/** Several files of these kinds, in the order of their names, each made ready by `prepare` before it is sent. Electron's own dialog gives one, which the page has not read. */
export async function pickFiles(
  extensions: readonly string[],
  prepare: (file: File) => Promise<File>,
): Promise<readonly FileRef[]> {
  if (isElectron) {
    const chosen = await pickFile(extensions)
    return chosen === null ? [] : [chosen]
  }
  const files = await askBrowserForFiles(extensions, true)
  const sent: FileRef[] = []
  for (const file of files.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))) {
    refuseOtherKinds(file.name, extensions)
    sent.push(await uploadFile(await prepare(file), extensions))
  }
  return sent
}

/** Hands a file of the core to the user; null when the save dialog was cancelled. */
export async function saveFile(file: FileRef): Promise<SavedFile | null> {
  if (isElectron) {
    const saved = await call('files.deliver', { handle: file.handle })
    return saved === null ? null : { name: file.name, path: saved.path }
  }
  const response = await request(`/files/${encodeURIComponent(file.handle)}`)
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { name: file.name, path: null }
}
