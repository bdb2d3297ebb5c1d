import { Paragraph } from 'docx'
import { AlignmentType } from 'docx'
import { labelOf, type Milestone } from '#shared/domain/development/milestones.ts'
import type { DevelopmentPlan, PlanLine } from '#shared/domain/development/plan.ts'
import type { CourseState } from '#shared/domain/development/states.ts'
import { courseStateLabels, planStatusLabels } from '#shared/labels/development.ts'
import { type DateOnly, formatDots, formatPartialDate, isPartialDate } from '#shared/lib/dates.ts'
import type { PaperPart } from './developmentPaper.ts'
import { portraitTextWidth } from './layout.ts'
import { plainTitle } from './officialPaper.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

interface PlanPaperValues {
  readonly name: string
  readonly branchName: string
  readonly state: CourseState
  readonly plan: DevelopmentPlan
  readonly today: DateOnly
}

export const planTitle = '发展党员倒排计划'

/** That one step follows another needs no words; months, working days and the end of probation do. */
function shortWords({ status, why }: PlanLine): string {
  if (why === null) return ''
  if (status !== 'open') return `${planStatusLabels[status]}：${why}`
  return why
    .split('；')
    .filter((part) => !part.includes('不早于'))
    .join('；')
}

const columns = ['步骤', '事项', '最早', '最晚', '说明']
const weights = [6, 25, 15, 15, 39]

/** Latin characters in a line of the last column, and above the table. */
const widthOfWords = 36
const widthOfText = 82

/** Lines of a text where a Chinese character takes the room of two others. */
function linesOf(text: string, lineWidth: number): number {
  const width = Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u007E]/.test(sign) ? 1 : 2), 0)
  return Math.max(1, Math.ceil(width / lineWidth))
}

/** Twips: of the type area, a line of the title, of the text above the table and in it, and of a row. */
const heights = { page: 12756, title: 660, afterTitle: 290, text: 290, cell: 250, row: 290 } as const

/** What is left for words of more than one line, in lines of a cell. */
function roomFor(lines: number, above: readonly string[], title: string): number {
  const { page, afterTitle, text, cell, row } = heights
  const used =
    linesOf(title, 40) * heights.title +
    afterTitle +
    above.reduce((sum, each) => sum + linesOf(each, widthOfText) * text, 0) +
    2 * row +
    lines * row
  return Math.floor((page - used) / cell)
}

/** The words that still fit on the page: those of what cannot be kept first, then the others as long as there is room. */
function fittingWords(lines: readonly PlanLine[], room: number): readonly string[] {
  const inOrder = lines
    .map((line, index) => ({ line, index, text: shortWords(line) }))
    .sort((a, b) => Number(a.line.status === 'open') - Number(b.line.status === 'open') || a.index - b.index)
  let left = room
  const kept = new Map<number, string>()
  for (const { line, index, text } of inOrder) {
    const more = linesOf(text, widthOfWords) - 1
    const fits = more <= left
    if (fits) left -= more
    kept.set(index, fits ? text : line.status === 'open' ? '' : planStatusLabels[line.status])
  }
  return lines.map((_, index) => kept.get(index) ?? '')
}

const dots = (date: DateOnly | null) => (date === null ? '' : formatDots(date))

function small(text: string, before: number): Paragraph {
  return new Paragraph({
    style: styleIds.tableText,
    alignment: AlignmentType.LEFT,
    text: cleanText(text),
    spacing: { before },
  })
}

function doneText(lines: readonly PlanLine[]): string {
  const done = lines.filter(({ status }) => status === 'done')
  if (done.length === 0) return '已办：没有。'
  return `已办：${done.map(({ label, doneOn }) => `${label} ${doneOn !== null && isPartialDate(doneOn) ? formatDots(doneOn) : ''}`).join('；')}。`
}

function wishText({ wish }: DevelopmentPlan): string {
  if (wish === null) return '希望召开大会的日期：没有填写，按最早可办推算。'
  const on = formatPartialDate(wish.on)
  return wish.isPossible
    ? `希望召开大会的日期：${on}，可以办到。`
    : `希望召开大会的日期：${on}，办不到：${wish.why ?? ''}。`
}

function nextText(next: Milestone | null): string {
  return next === null ? '' : `　下一步：${labelOf(next)}`
}

/** 倒排计划 of one person on one page: what is left, the earliest and the latest day, and what cannot be kept. */
export function planPaper({ name, branchName, state, plan, today }: PlanPaperValues): PaperPart {
  const left = plan.lines.filter(({ status }) => status !== 'done')
  const title = `${name}同志${planTitle}`
  const above = [
    `党支部：${branchName}　现在的身份：${courseStateLabels[state]}${nextText(plan.next)}　制表日期：${formatPartialDate(today)}`,
    wishText(plan),
    doneText(plan.lines),
  ]
  const words = fittingWords(left, roomFor(left.length, above, title))
  const widths = shareWidth(portraitTextWidth, weights)
  const table = dataTable({
    columns: columns.map((header, index) => ({
      header,
      width: widths[index] ?? 0,
      align: index === 1 || index === 4 ? 'left' : 'center',
    })),
    rows: left.map((line, index) => [
      String(line.step),
      line.label,
      dots(line.earliest),
      dots(line.latest),
      words[index] ?? '',
    ]),
    totalRow: null,
    keepTogether: false,
    keepWithNext: false,
    type: 'dense',
    rowHeight: heights.row,
  })
  return {
    orientation: 'portrait',
    children: [
      plainTitle('', title),
      ...above.map((text) => small(text, 0)),
      ...(left.length === 0 ? [small('各步骤都已办理。', 120)] : [table]),
    ],
  }
}
