import { describe, expect, it } from 'vitest'
import { officialDocument, pagesOf, section } from '#core/documents/layout.ts'
import { ballotEach, type BallotValues } from '#core/documents/reviewBallot.ts'
import { ballotSheet } from '#core/documents/reviewBallotSheet.ts'
import { schemePaper } from '#core/documents/reviewScheme.ts'
import { tallyRecord } from '#core/documents/reviewTally.ts'
import { blankTally } from '#core/documents/reviewTallyBlank.ts'
import { flowSteps } from '#shared/domain/reviews/flow.ts'
import { docxParts, textOf } from './docxParts.ts'
import {
  aBatch,
  agency,
  campaignFields,
  ratedOf,
  scheme,
  scoreOf,
  tallyOf,
  thirteen,
  vectorBatches,
} from './reviewSample.ts'
import { selfCheck } from './selfCheck.ts'

const long = {
  name: '买买提江·吾拉依木江',
  duty: '党委书记、居民委员会主任、党群服务中心主任',
  organizationName: '东环社区第三网格综合党委（含两新组织联合党支部）',
}
const people = [{ name: '赵小明', duty: '书记', organizationName: '东环社区党委' }, long]

function values(direction: 'up' | 'down', of = scheme): BallotValues {
  const { name: componentName, form } = ratedOf(of, direction)
  return { agency, year: 2026, componentName, scheme: of, form, people }
}

async function read(sections: readonly ReturnType<typeof section>[]) {
  const parts = await docxParts(officialDocument({ title: '', subject: '' }, sections))
  expect(selfCheck(parts.bytes)).toEqual([])
  return { parts, text: textOf(parts.documentXml) }
}

/** Nobody cancels. */
const job = { signal: new AbortController().signal, report: () => undefined, breathe: async () => undefined }

const sheets = {
  each: (of: BallotValues) => ballotEach(of, job),
  sheet: async (of: BallotValues) => ballotSheet(of),
} as const

describe.each(['each', 'sheet'] as const)('D12: a ballot, %s', (layout) => {
  it.each(['up', 'down'] as const)(
    '%s: nothing on it tells one sheet from another, and it says what makes it void (REV-05)',
    async (direction) => {
      const { parts, text } = await read((await sheets[layout](values(direction))).sections)
      expect(text).toContain('赵小明')
      expect(text).toContain('总体评价')
      expect(text).toContain('不了解的项目可以不填，该项按弃权计')
      expect(text).toMatch(/明显涂改无法辨认的/)
      expect(text).toContain('本票不编号、不署名')
      expect(text.replaceAll('本票不编号、不署名', '')).not.toMatch(
        /编号|署名|签名|签字|票号|No\.|第 ?\d+ ?张/,
      )
      // 非红头, and no page number either: all sheets are alike.
      expect(parts.documentXml).not.toContain('FF0000')
      expect(
        parts.names
          .filter((name) => name.includes('footer'))
          .map(parts.read)
          .join(''),
      ).not.toContain('PAGE')
    },
  )
})

it('D12: a person is a page, also with thirteen indicators and the longest name', async () => {
  const { sections } = await ballotEach(values('up', thirteen), job)
  expect(sections.map(pagesOf)).toEqual([1, 1])
})

it('D12: twenty indicators with long names to tick are a page too', async () => {
  const indicators = Array.from({ length: 5 }, (_, n) => ({
    id: `part${n}`,
    name: `第${n + 1}部分`,
    points: 20_00,
    children: Array.from({ length: 4 }, (__, k) => ({
      id: `part${n}${k}`,
      name: '落实意识形态工作责任制和网络舆情处置机制',
      points: 5_00,
    })),
  }))
  const { sections } = await ballotEach(values('down', { ...scheme, indicators }), job)
  expect(sections.map(pagesOf)).toEqual([1, 1])
})

it('D12: a duty nobody wrote down is a blank, listed', async () => {
  const one = {
    ...values('down'),
    people: [{ name: '赵小明', duty: null, organizationName: '东环社区党委' }],
  }
  expect((await ballotEach(one, job)).missing.map(({ label }) => label)).toEqual(['赵小明的职务'])
})

const [first] = people
const of = (direction: 'up' | 'down', batches: readonly ReturnType<typeof aBatch>[]) => {
  const component = ratedOf(scheme, direction)
  const found = scoreOf(batches, 90_00).components.find(({ componentId }) => componentId === direction)
  const papers = { issued: 65, returned: 64, several: 1, illegible: 0, blank: 0 }
  const person = first ?? long
  return tallyRecord(
    { agency, year: 2026, person, scheme, component },
    { papers, groups: found?.groups ?? [] },
  )
}

it('唱票计票记录: a page for each rater group, with room for everything on it', () => {
  const component = ratedOf(thirteen, 'down')
  const { sections } = blankTally({ agency, year: 2026, person: long, scheme: thirteen, component })
  expect(sections.map(pagesOf)).toEqual([1, 1])
})

it('REV-06: sums of a group under five stand with those it is counted with, never by themselves', async () => {
  const small = [...vectorBatches, aBatch('public', tallyOf(1, 1, 1), 3)]
  const { text } = await read(of('down', small).sections)
  expect(text).toContain('党员、群众：有效票63张。')
  expect(text).toContain('总体评价4116600')
  expect(text).not.toContain('群众：有效票3张')
  const alone = await read(of('up', [aBatch('superiors', tallyOf(2, 1, 0), 3)]).sections)
  expect(alone.text).toContain('有效票不足5张，只计分，不列票数')
  expect(alone.text).not.toContain('总体评价')
})

describe('述职方案', () => {
  const plan = (problems: readonly string[]) =>
    schemePaper({
      agency,
      year: 2026,
      fields: campaignFields,
      steps: flowSteps,
      issuedOn: null,
      isOwn: true,
      schemes: [{ name: '书记方案', scheme, problems, people }],
    })
  const pages = ({ children }: ReturnType<typeof plan>) => [
    section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children }),
  ]

  it('says what the scheme says, and leaves days nobody set blank', async () => {
    const built = plan([])
    const { text } = await read(pages(built))
    expect(text).toContain('综合分＝上级评议×30%＋党员、群众测评×30%＋日常考核×40%')
    expect(text).toContain('党员、群众测评＝党员×70%＋群众×30%')
    expect(text).toContain('好95分，较好80分，一般65分，差40分')
    expect(text).toContain('收回率（收回票÷发出票）不足50%的不计分，不足80%的计分并注明')
    expect(text).toContain('换届超期未报的，建议不高于“一般”')
    expect(text).toContain('13.整改清单公示、跟踪')
    expect(text).not.toContain('草案')
    expect(built.missing.map(({ label }) => label)).toEqual(['印发日期', '开始日期', '结束日期'])
  })

  it('REV-01: with a fault in it, it is a draft and says why', async () => {
    const built = plan(['权重合计 90%，应为 100%'])
    expect((await read(pages(built))).text).toContain('（草案）')
    expect(built.missing.map(({ label }) => label)).toContain('方案须先改正：权重合计 90%，应为 100%')
  })
})
