import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { buildMemberRoster } from '#core/documents/memberRoster.ts'
import { renderDocument } from '#core/documents/render.ts'
import { selfCheck } from './selfCheck.ts'
import { aRoster } from './rosterSample.ts'

const good = await renderDocument(buildMemberRoster(aRoster()).document)

function damaged(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(good)
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  const changed = change(xml)
  expect(changed).not.toBe(xml)
  return zipSync({ ...parts, [part]: strToU8(changed) })
}

const body = 'word/document.xml'

it('passes a document that keeps the standard', () => {
  expect(selfCheck(good)).toEqual([])
})

it.each([
  ['MARGINS', body, (xml: string) => xml.replace('w:top="2098"', 'w:top="1440"')],
  ['FONT_SIZE', 'word/styles.xml', (xml: string) => xml.replace('<w:sz w:val="44"/>', '<w:sz w:val="36"/>')],
  [
    'FONT_SIZE',
    body,
    (xml: string) => xml.replace('<w:r><w:t', '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t'),
  ],
  [
    'WIDOW',
    'word/styles.xml',
    (xml: string) => xml.replace('<w:widowControl/>', '<w:widowControl w:val="0"/>'),
  ],
  ['TABLE_WIDTH', body, (xml: string) => xml.replace('<w:gridCol w:w="500"', '<w:gridCol w:w="5000"')],
  ['TABLE_WIDTH', body, (xml: string) => xml.replace(/<w:tcW w:type="dxa" w:w="\d+"\/>/, '')],
  ['PLACEHOLDER', body, (xml: string) => xml.replace('编制说明', '{{姓名}}')],
  [
    'EMPTY_PAGE',
    body,
    (xml: string) => xml.replace('<w:body>', '<w:body><w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
  ],
])('reports %s when %s breaks the standard', (code, part, change) => {
  expect(selfCheck(damaged(part, change)).map((problem) => problem.code)).toContain(code)
})
