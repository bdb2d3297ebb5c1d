import { expect, it } from 'vitest'
import { decodeText, findDelimiter, parseCsv } from '#core/imports/csvText.ts'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import { AppError } from '#shared/contract/errors.ts'
import { readPeople } from './readPeople.ts'
import { anIdNo } from '../../api/samples.ts'
import { fixture } from './workbooks.ts'

const idNo = anIdNo('1970-05-04', 1)
const text = `姓名,身份证号,入党时间\r\n张三,${idNo},1998.07\r\n`

function utf16(content: string, isBig: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + content, 'utf16le')
  return Uint8Array.from(isBig ? bytes.swap16() : bytes)
}

it.each<readonly [string, Uint8Array]>([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 little-endian with a mark', utf16(text, false, true)],
  ['UTF-16 big-endian with a mark', utf16(text, true, true)],
  ['UTF-16 little-endian without a mark', utf16(text, false, false)],
])('reads %s', (_, bytes) => {
  expect(readPeople(Uint8Array.from(bytes), '名册.csv').people[0]).toMatchObject({
    name: '张三',
    idNo,
    row: 2,
  })
})

it('reads GB18030, the signs beyond GBK too', () => {
  const { people } = readPeople(fixture('roster-gb18030.csv'), 'a.csv')
  expect(people).toHaveLength(300)
  expect(people.map(({ name }) => name).filter((name) => name.includes('㛃')).length).toBeGreaterThan(3)
  expect(people.flatMap(({ findings }) => findings)).toEqual([])
})

it.each([';', '\t', ','])('finds the delimiter %j by itself', (sign) => {
  const rows = text.replaceAll(',', sign)
  expect(findDelimiter(rows)).toBe(sign)
  expect(readPeople(Buffer.from(rows), 'a.csv').people).toHaveLength(1)
  expect(readPeople(Buffer.from(`sep=${sign}\r\n${rows}`), 'a.csv').people).toHaveLength(1)
})

it('keeps digits, leading noughts, quotes, delimiters and line breaks as they are written', () => {
  const rows = parseCsv(`00123,"a,b","说""好""","一\n二",5"管,\t${idNo}\n="0011",=1+1,\n`, ',')
  expect(rows).toEqual([
    ['00123', 'a,b', '说"好"', '一\n二', '5"管', `\t${idNo}`],
    ['0011', { kind: 'unread', text: '=1+1', isFormula: true }, null],
  ])
})

it('refuses a formula that calls out and says which quote is not closed', () => {
  expect(() => parseCsv(`张三,=cmd|' /C calc'!A0`, ',')).toThrow(AppError)
  expect(() => parseCsv(`a,b\n"没有结束,b\n`, ',')).toThrow(
    expect.objectContaining({ messageZh: expect.stringContaining('第 2 行') }),
  )
})

it('does not take a binary file for text', () => {
  expect(() => decodeText(Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256))).toThrow(
    AppError,
  )
})

it('reads 20,000 lines in well under two seconds', () => {
  const many = `姓名,身份证号\n${`张三,${idNo}\n`.repeat(20_000)}`
  const started = performance.now()
  expect(readWorkbook(Buffer.from(many)).sheets[0]?.rows).toHaveLength(20_001)
  expect(performance.now() - started).toBeLessThan(2000)
})
