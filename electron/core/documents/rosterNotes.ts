import type { Paragraph } from 'docx'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { blank } from './missing.ts'
import type { MissingItem } from './missing.ts'
import { bodyParagraph, headingParagraph, ordinal, titleParagraph } from './paragraphs.ts'
import type { MemberRosterValues, RosterGroup, StatTable } from './values.ts'

/** How a roster of all members in good standing is counted (STA-01, STA-04, STA-05, MEM-20). */
export const standardCountingRules: readonly string[] = [
  '收录组织关系在本组织、党籍正常（含留党察看、限期改正、中止党员权利）的正式党员和预备党员；停止党籍、已转出、已故、出党的党员和流入党员不计入。',
  '年龄按截至日足岁计算。',
  '党龄自转正之日起按整月计算，扣除不计党龄的时间；预备期不计党龄。',
  '日期只记到年或月的照实列出；计算年龄、党龄时按当年1月1日或当月1日起算。',
  '民族未填写的不计为少数民族。',
]

/** Said beside the rules of counting when the roster is of a day that has passed. */
export function pastDayRule(asOf: DateOnly): string {
  return `本名册按${formatPartialDate(asOf)}的组织关系编列：所在支部、党小组、人员类别、党籍状态、年龄和党龄为当日情况，其他项目为编制时登记的内容；党组织的名称和隶属关系为编制时的情况。`
}

export const noPeople = '无在册党员。'

export interface RosterCounts {
  readonly total: number
  readonly formal: number
  readonly probationary: number
  readonly unknown: number
}

export function countPeople(groups: readonly RosterGroup[]): RosterCounts {
  const people = groups.flatMap((group) => group.people)
  const formal = people.filter((person) => person.isFormal === true).length
  const probationary = people.filter((person) => person.isFormal === false).length
  return { total: people.length, formal, probationary, unknown: people.length - formal - probationary }
}

export function describeCounts({ total, formal, probationary, unknown }: RosterCounts): string {
  if (total === 0) return '共0名'
  const rest = unknown === 0 ? '' : `，人员类别未填的${unknown}名`
  return `共${total}名，其中正式党员${formal}名、预备党员${probationary}名${rest}`
}

/** Nobody to count: tables of zeros say nothing. */
export function shownStatistics({ groups, statistics }: MemberRosterValues): readonly StatTable[] {
  return countPeople(groups).total === 0 ? [] : statistics
}

const namesShown = 20

/** 第一党支部张三、李四；第二党支部王五 */
function listPlaces(items: readonly MissingItem[]): string {
  const byPlace = Map.groupBy(items.slice(0, namesShown), (item) => item.place)
  const places = [...byPlace].map(([place, same]) => `${place}${same.map((item) => item.subject).join('、')}`)
  return `${places.join('；')}${items.length > namesShown ? '等' : ''}`
}

function missingSentences(items: readonly MissingItem[]): readonly string[] {
  const byLabel = Map.groupBy(items, (item) => item.label)
  return [...byLabel].map(([label, same]) => `${label}（缺${same.length}项）：${listPlaces(same)}。`)
}

function scopeSentence({ organizationName, groups, asOf }: MemberRosterValues): string {
  const branches = groups.length > 1 ? `及所属${groups.length}个基层党组织` : ''
  const counts = describeCounts(countPeople(groups))
  return `本名册收录${organizationName}${branches}截至${formatPartialDate(asOf)}的党员，${counts}。`
}

function missingPart(items: readonly MissingItem[]): readonly string[] {
  if (items.length === 0) return ['本名册所列必填项目没有缺项。']
  return [
    `名册中“${blank}”处，库中尚无数据，请核实后补填。共缺${items.length}项：`,
    ...missingSentences(items).map((sentence, index) => `${ordinal(3, index + 1)}${sentence}`),
  ]
}

/** 编制说明: facts and rules only. */
export function rosterNotes(values: MemberRosterValues, items: readonly MissingItem[]): readonly Paragraph[] {
  const numbered = (lines: readonly string[]): readonly string[] =>
    lines.map((text, index) => `${ordinal(3, index + 1)}${text}`)
  const parts = [
    { heading: '编制范围', lines: [scopeSentence(values)] },
    { heading: '统计口径', lines: numbered(values.countingRules) },
    { heading: '有关说明', lines: numbered(values.remarks) },
    {
      heading: '缺项清单',
      lines: items.length === 0 && countPeople(values.groups).total === 0 ? [] : missingPart(items),
    },
  ].filter((part) => part.lines.length > 0)
  return [
    titleParagraph('编制说明'),
    ...parts.flatMap(({ heading, lines }, index) => [
      headingParagraph(1, `${ordinal(1, index + 1)}${heading}`),
      ...lines.map(bodyParagraph),
    ]),
  ]
}
