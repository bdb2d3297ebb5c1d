import { expect, it } from 'vitest'
import { buildLedger, ledgerXlsx } from '#core/documents/ledger.ts'
import { committeeLedger, type CommitteePerson, contactLedger } from '#core/documents/postLedgers.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { strFromU8, unzipSync } from 'fflate'
import { docxParts, tag, textOf } from './docxParts.ts'

const frame = {
  organizationName: '中共云溪街道工作委员会',
  asOf: dateOnly('2026-11-21'),
  compiledBy: '中共云溪街道工作委员会',
  trace: { account: '党务干事（admin）', at: '2026-11-21 10:00' },
} as const

function aPerson(fields: Partial<CommitteePerson> = {}): CommitteePerson {
  return {
    organizationName: '第一党支部',
    termNo: 3,
    termDays: '2022.03—2027.03',
    name: '王明',
    gender: '男',
    birth: partialDate('1970-05-04'),
    education: '大学',
    partyAgeYears: 20,
    position: 'SJ',
    isPartTime: false,
    isOnePersonTwoPosts: true,
    fromOn: partialDate('2022-03-20'),
    howChosen: 'elected',
    approvedDoc: '云街党〔2022〕15号',
    unitDuty: '',
    phone: '139****1234',
    isMember: true,
    ...fields,
  }
}

it('names every post of the committee with its term, and one who came by 一肩挑 as such', async () => {
  const { document, missing } = buildLedger(committeeLedger([aPerson()], frame))
  const text = textOf((await docxParts(document)).documentXml)
  for (const words of [
    '班子成员名册',
    '第3届2022.03—2027.03',
    '王明',
    '书记',
    '2022.03.20',
    '选举',
    '一肩挑',
  ])
    expect(text).toContain(words)
  expect(missing).toEqual([])
})

it('leaves blanks for what the ledger does not know, and lists them', async () => {
  const { document, missing } = buildLedger(committeeLedger([aPerson({ fromOn: '', phone: null })], frame))
  expect(textOf((await docxParts(document)).documentXml)).toContain('＿＿＿＿')
  expect(missing.map(({ label, where }) => `${label} ${where}`)).toEqual([
    '任职日期 第一党支部王明',
    '联系电话 第一党支部王明',
  ])
})

it('does not miss the birth month of a 兼职委员, who is nobody’s member', () => {
  const partTime = aPerson({
    position: 'JZWY',
    isMember: false,
    birth: null,
    isPartTime: true,
    unitDuty: '学校校长',
  })
  expect(buildLedger(committeeLedger([partTime], frame)).missing).toEqual([])
})

it('stands on A4 across, every column with its width', async () => {
  const { documentXml, sections } = await docxParts(buildLedger(committeeLedger([aPerson()], frame)).document)
  expect(tag(sections[0] ?? '', 'pgSz')).toMatchObject({ w: '16838', h: '11906', orient: 'landscape' })
  const widths = [...documentXml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
  expect(widths).toHaveLength(14)
  expect(Math.min(...widths)).toBeGreaterThan(300)
})

it('has the secretary of every organisation to call, and says who is not known', async () => {
  const line = {
    organizationName: '第一党支部',
    secretary: ['王明', '139****1234'] as const,
    deputy: null,
    organizer: ['李华', null] as const,
    contactName: null,
    contactPhone: null,
    address: null,
  }
  const none = { ...line, organizationName: '第二党支部', secretary: null, organizer: null }
  const { bytes, missing } = await ledgerXlsx(contactLedger([line, none], { ...frame, privacy: 'full' }))
  const sheet = strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())
  expect(sheet).toContain('139****1234')
  expect(missing.map(({ label, where }) => `${label} ${where}`)).toEqual([
    '李华的电话 第一党支部',
    '书记 第二党支部',
  ])
})

it('says at its foot that whole numbers are inside', async () => {
  const { document } = buildLedger(contactLedger([], { ...frame, privacy: 'full' }))
  const parts = await docxParts(document)
  const foot = parts.names.filter((name) => name.startsWith('word/footer')).map(parts.read)
  expect(foot.join('')).toContain('含个人信息')
})
