import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { browserCommand } from '../../electron/browser/openBrowser.ts'
import { backupUploadLimitBytes, uploadLimitBytes } from '#shared/contract/files.ts'
import { contentDisposition, plainFileName } from '../../electron/browser/fileTransfer.ts'
import { createLargeUploads, fromSystem } from '../../electron/browser/largeUploads.ts'
import { outcomeOf, startHost, type Answer, type Host } from './browserShellHost.ts'

const uploaded = z.strictObject({ handle: z.string(), name: z.string() })

interface Upload {
  readonly cookie: string
  readonly name: string
  readonly body: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

function upload(host: Host, { cookie, name, body, headers = {} }: Upload): Promise<Answer> {
  const path = `/files?name=${encodeURIComponent(name)}`
  return host.send({ method: 'POST', path, headers: { cookie, origin: host.shell.origin, ...headers }, body })
}

async function exportedHandle(host: Host, cookie: string): Promise<string> {
  const socket = host.connect({ cookie, origin: host.shell.origin })
  await outcomeOf(socket)
  const reply = new Promise<string>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(data.toString('utf8'))),
  )
  socket.send('{"id":1,"route":"export"}')
  return z.object({ result: z.object({ data: z.string() }) }).parse(JSON.parse(await reply)).result.data
}

describe('browser shell, uploads', () => {
  it('keeps an uploaded workbook under a handle and gives it back to the same session byte for byte', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const body = Buffer.from([0x50, 0x4b, 0, 255, 13, 10])
    const { handle, name } = uploaded.parse(
      JSON.parse((await upload(host, { cookie, name: '名册.xlsx', body })).body),
    )
    expect(name).toBe('名册.xlsx')
    expect(Buffer.from(host.files.runAs('session-1', () => host.files.port.read(handle)).bytes)).toEqual(body)
  })

  it('refuses an upload over 50 MB with 413 and a Chinese sentence, announced or not', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const body = Buffer.alloc(uploadLimitBytes + 1)
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await upload(host, { cookie, name: '大.xlsx', body, headers })
      expect(answer.status).toBe(413)
      expect(answer.body).toContain('文件超过 50 MB，请拆分后再上传。')
      expect(answer.body).not.toContain('handle')
    }
  })

  it('gives an upload without the cookie, without Origin or from a foreign Origin nothing', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const body = Buffer.from('x')
    const answers = [
      await upload(host, { cookie: '', name: 'a.csv', body }),
      await host.send({ method: 'POST', path: '/files?name=a.csv', headers: { cookie }, body }),
      await upload(host, { cookie, name: 'a.csv', body, headers: { origin: 'https://evil.example' } }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(403)
      expect(answer.body).not.toContain('handle')
    }
  })

  it('refuses an upload without a file name', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    expect((await upload(host, { cookie, name: ' /', body: Buffer.from('x') })).status).toBe(400)
  })

  it('keeps only the last part of a file name and drops control characters', () => {
    expect(plainFileName('C:\\用户\\名册.xlsx')).toBe('名册.xlsx')
    expect(plainFileName('../../etc/\r\n名册.xlsx\0')).toBe('名册.xlsx')
    expect(plainFileName('x'.repeat(500))).toHaveLength(200)
  })
})

describe('browser shell, backups', () => {
  const large = Buffer.alloc(uploadLimitBytes + 1, 7)

  it('keeps an uploaded backup on disk, beyond the limit of other files, and gives it back byte for byte', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const answer = await upload(host, { cookie, name: '移交.zip', body: large })
    const { handle } = uploaded.parse(JSON.parse(answer.body))
    const place = host.files.runAs('session-1', () => host.files.port.onDisk(handle))
    expect(place?.name).toBe('移交.zip')
    expect(dirname(place?.path ?? '')).toBe(host.uploadsDir)
    const download = await host.send({ path: `/files/${handle}`, headers: { cookie } })
    expect(download.headers['content-length']).toBe(String(large.length))
    expect(download.body).toBe(large.toString('utf8'))
  })

  it('gives another session’s uploaded backup nothing', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const other = await host.signIn(host.shell.newLaunchUrl())
    const answer = await upload(host, { cookie, name: '移交.zip', body: Buffer.from('x') })
    const { handle } = uploaded.parse(JSON.parse(answer.body))
    expect((await host.send({ path: `/files/${handle}`, headers: { cookie: other } })).status).toBe(404)
    expect(() => host.files.runAs('session-2', () => host.files.port.onDisk(handle))).toThrow(
      'unknown to this session',
    )
  })

  it('keeps one uploaded backup a session, and none once the shell has stopped', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    for (const name of ['一.zip', '二.zip']) await upload(host, { cookie, name, body: Buffer.from(name) })
    expect(readdirSync(host.uploadsDir)).toHaveLength(1)
    await host.shell.close()
    expect(existsSync(host.uploadsDir)).toBe(false)
  })

  it('refuses a backup that says it is over 1 GB, and says how it can be restored all the same', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const headers = { 'content-length': String(backupUploadLimitBytes + 1) }
    const answer = await upload(host, { cookie, name: '大.zip', body: Buffer.alloc(0), headers })
    expect(answer.status).toBe(413)
    expect(answer.body).toContain('复制到数据文件夹的 backups 文件夹里')
  })

  it('stops at the limit when no size was announced, and leaves nothing behind', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'uploads-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const uploads = createLargeUploads(dir)
    const body = () => Readable.from([Buffer.alloc(6), Buffer.alloc(6)])
    expect(await uploads.receive('a', body(), 11, 0)).toBeUndefined()
    expect(readdirSync(dir)).toEqual([])
    const path = await uploads.receive('a', body(), 12, 0)
    expect(readFileSync(path ?? '')).toHaveLength(12)
  })

  it('takes one upload of a session at a time, and the next one after it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'uploads-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const uploads = createLargeUploads(dir)
    const slow = new PassThrough()
    const first = uploads.receive('a', slow, 100, 0)
    const body = () => Readable.from([Buffer.alloc(6)])
    await expect(uploads.receive('a', body(), 100, 6)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await uploads.receive('b', body(), 100, 6)).toBeDefined()
    slow.end(Buffer.alloc(3))
    expect(readFileSync((await first) ?? '')).toHaveLength(3)
    expect(await uploads.receive('a', body(), 100, 6)).toBeDefined()
  })

  it('leaves the room to the database, whether the size was announced or not', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'uploads-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    let room = 2 ** 27
    const uploads = createLargeUploads(dir, () => room)
    await expect(uploads.receive('a', Readable.from([]), 2 ** 30, 2 ** 27)).rejects.toMatchObject({
      code: 'DISK_FULL',
    })
    const growing = async function* () {
      yield Buffer.alloc(1)
      room = 2 ** 20
      yield Buffer.alloc(2 ** 23)
      yield Buffer.alloc(1)
    }
    await expect(uploads.receive('a', Readable.from(growing()), 2 ** 30, 0)).rejects.toMatchObject({
      code: 'DISK_FULL',
      messageZh: expect.stringContaining('磁盘空间不足'),
    })
    expect(readdirSync(dir)).toEqual([])
  })

  it('says in Chinese that the disk is full or the folder read-only', () => {
    const failure = (code: string) => Object.assign(new Error('no'), { code })
    expect(fromSystem(failure('ENOSPC'))).toMatchObject({ code: 'DISK_FULL' })
    expect(fromSystem(failure('EROFS'))).toMatchObject({ code: 'FOLDER_READ_ONLY' })
    expect(fromSystem(failure('EPIPE'))).toBeUndefined()
  })
})

describe('browser shell, downloads', () => {
  it('downloads what the core made as an attachment under its Chinese name, never cached', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const handle = await exportedHandle(host, cookie)
    const answer = await host.send({ path: `/files/${handle}`, headers: { cookie } })
    expect(answer).toMatchObject({ status: 200, body: 'docx' })
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="___ ___.docx"; filename*=UTF-8''%E8%8A%B1%E5%90%8D%E5%86%8C%20%E2%80%9C%E4%B8%80%E2%80%9D.docx`,
    )
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/octet-stream',
    })
  })

  it('gives nothing while the screen is locked, and the file again after', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const path = `/files/${await exportedHandle(host, cookie)}`
    host.answers.set('accounts.status', { state: 'idle' })
    const locked = await host.send({ path, headers: { cookie } })
    expect([locked.status, locked.body]).toEqual([403, expect.stringContaining('屏幕已锁定')])
    host.answers.set('accounts.status', { state: 'open' })
    expect((await host.send({ path, headers: { cookie } })).status).toBe(200)
  })

  it('gives nobody what was made before the account left the session', async () => {
    const host = await startHost()
    const cookie = await host.signIn()
    const path = `/files/${await exportedHandle(host, cookie)}`
    host.leave('session-1')
    expect((await host.send({ path, headers: { cookie } })).status).toBe(404)
  })

  it('gives the handle of another session nothing, by download or through the core', async () => {
    const host = await startHost()
    const mine = await host.signIn()
    const other = await host.signIn(host.shell.newLaunchUrl())
    const handle = await exportedHandle(host, mine)
    const answer = await host.send({ path: `/files/${handle}`, headers: { cookie: other } })
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('FILE_GONE')
    expect(() => host.files.runAs('session-2', () => host.files.port.read(handle))).toThrow(
      'unknown to this session',
    )
  })

  it('gives an unknown handle nothing and says what to do', async () => {
    const host = await startHost()
    const answer = await host.send({ path: '/files/00000000-0000', headers: { cookie: await host.signIn() } })
    expect(answer.status).toBe(404)
    expect(answer.body).toContain('请重新选择或重新导出')
  })

  it('quotes no character of a file name out of the header', () => {
    const header = contentDisposition(`a"\r\nSet-Cookie: x='1'(2)*\ud800.docx`)
    expect(header).not.toMatch(/[\r\n]/)
    expect(header).toBe(
      `attachment; filename="a___Set-Cookie: x='1'(2)*_.docx"; filename*=UTF-8''a%22%0D%0ASet-Cookie%3A%20x%3D%271%27%282%29%2A%EF%BF%BD.docx`,
    )
  })
})

describe('opening the system browser', () => {
  const url = 'http://127.0.0.1:1/launch?token=a&b'

  it('opens nothing on Linux without a display', () => {
    expect(browserCommand(url, 'linux', {})).toBeUndefined()
  })

  it('passes the address as one argument and never through a shell', () => {
    expect(browserCommand(url, 'linux', { DISPLAY: ':0' })).toEqual({ file: 'xdg-open', args: [url] })
    expect(browserCommand(url, 'win32', {})?.args.at(-1)).toBe(url)
  })
})
