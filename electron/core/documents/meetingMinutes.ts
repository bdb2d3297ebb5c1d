import { Bookmark, type FileChild, Paragraph, TextRun } from 'docx'
import type { SavedItem } from '#shared/contract/meetingRows.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { mustBeCounted } from '#shared/domain/meetings/votes.ts'
import { matterKindLabels, meetingKindLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { minutesHead } from './meetingHead.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { type MinutesValues, recordName } from './meetingValues.ts'
import type { MissingItem } from './missing.ts'
import { plainTitle, underTitle } from './officialPaper.ts'
import { chineseNumber, cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'
import { portraitTextWidth } from './layout.ts'

export interface BuiltMinutes {
  readonly title: string
  readonly children: readonly FileChild[]
  readonly missing: readonly MissingItem[]
}

/** A paragraph to be: which of them are the last is known only when all are. */
interface Line {
  readonly style: string
  readonly text: string
}

interface Part {
  readonly name: string
  readonly lines: readonly Line[]
}

const body = (text: string): Line => ({ style: styleIds.body, text })
const headingOf = (text: string): Line => ({ style: styleIds.heading1, text })

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** A text below what it is; texts that say so themselves are not told twice. */
function led(head: string, own: RegExp, text: string | null): readonly Line[] {
  return linesOf(text ?? '').map((line, n) => body(n === 0 && !own.test(line) ? `${head}${line}` : line))
}

/** 采取无记名投票方式表决：应到会有表决权20人，实到18人，赞成17票（其中书面意见1票），反对0票，弃权1票，通过。 */
function voteText(item: SavedItem, pen: MeetingPen): string | null {
  const isVoted = item.agreed !== null || item.should !== null
  if (!isVoted && !mustBeCounted(item.matter)) return null
  const { isSecret, isPassed, agreedInWriting } = item
  const way = isSecret === null ? '' : isSecret ? '采取无记名投票方式' : '采取举手方式'
  const name = `（${matterKindLabels[item.matter]}）`
  const total = item.agreed === null ? null : item.agreed + (agreedInWriting ?? 0)
  const written =
    agreedInWriting === null || agreedInWriting === 0 ? '' : `（其中书面意见${agreedInWriting}票）`
  const result = isPassed === null ? pen.fill(null, `表决结果${name}`) : isPassed ? '通过' : '没有通过'
  return [
    `${way}表决：应到会有表决权${pen.fill(item.should, `应到会有表决权人数${name}`)}人`,
    `实到${pen.fill(item.present, `实到会有表决权人数${name}`)}人`,
    `赞成${pen.fill(total, `赞成票${name}`)}票${written}`,
    `反对${pen.fill(item.against, `反对票${name}`)}票`,
    `弃权${pen.fill(item.abstained, `弃权票${name}`)}票`,
    `${result}。`,
  ].join('，')
}

/** 一事一议. `number`: null for the only one. */
function itemLines(item: SavedItem, number: number | null, pen: MeetingPen): readonly Line[] {
  const vote = voteText(item, pen)
  const head = number === null ? '议题：' : `（${chineseNumber(number)}）`
  return [
    { style: styleIds.heading2, text: `${head}${item.title}` },
    ...(item.presenter === null ? [] : [body(`汇报人：${item.presenter}`)]),
    ...led('讨论要点：', /^讨论(?:要点|情况)/, item.discussion),
    ...(vote === null ? [] : [body(vote)]),
    ...led('会议决定：', /^(?:会议|大会|决议|决定|经|一致)/, item.decision),
  ]
}

const itemsLines = (items: readonly SavedItem[], pen: MeetingPen): readonly Line[] =>
  items.flatMap((item, n) => itemLines(item, items.length === 1 ? null : n + 1, pen))

function kindLines(kind: MeetingKind, { fields }: MinutesValues, pen: MeetingPen): readonly Line[] {
  if (kind === 'lecture') {
    const hours = fields.lectureHours === null ? pen.fill(null, '学时') : `${fields.lectureHours}`
    const isSecretary = fields.isSecretaryLecturing === true ? '（党支部书记）' : ''
    return [
      body(`党课主题：${pen.fill(fields.lectureTopic, '党课主题')}`),
      body(`主讲人：${pen.fill(fields.lecturerName, '主讲人')}${isSecretary}　学时：${hours}`),
    ]
  }
  if (kind !== 'themeDay') return []
  const { themeProgram, units, fundCents, effect } = fields
  const program = linesOf(themeProgram ?? '')
  return [
    ...(program.length === 0 ? [] : [body('活动议程：')]),
    ...program.map((line, n) => body(`${n + 1}.${line.replace(/^\d+[.、．]\s*/, '')}`)),
    ...(units === null ? [] : [body(`参加单位：${units}`)]),
    ...(fundCents === null ? [] : [body(`经费：${(fundCents / 100).toFixed(2)}元`)]),
    ...led('活动成效：', /^活动成效/, effect),
  ]
}

const soleNames: Readonly<Partial<Record<MeetingKind, string>>> = {
  lecture: '党课情况',
  themeDay: '活动情况',
}

/** One meeting of several kinds is minuted in sections, one a kind (LIFE-08). */
function partsOf(values: MinutesValues, pen: MeetingPen): readonly Part[] {
  const { kinds, summary } = values.fields
  const nameOf = (kind: MeetingKind) =>
    kinds.length === 1 ? (soleNames[kind] ?? '会议议题') : meetingKindLabels[kind]
  const parts = kinds.map((kind) => ({
    name: nameOf(kind),
    lines: [
      ...kindLines(kind, values, pen),
      ...itemsLines(
        values.items.filter(({ section }) => section === kind),
        pen,
      ),
    ],
  }))
  const loose = values.items.filter(({ section }) => !kinds.includes(section))
  const all = [
    ...parts,
    { name: '其他议题', lines: itemsLines(loose, pen) },
    { name: '会议内容', lines: linesOf(summary ?? '').map(body) },
  ].filter(({ lines }) => lines.length > 0)
  return all.length > 0 ? all : [{ name: '会议内容', lines: [body(pen.fill(null, '会议内容'))] }]
}

function followUpTable({ followUps }: MinutesValues): FileChild {
  const widths = shareWidth(portraitTextWidth, [6, 26, 10, 14, 18])
  const columns = ['序号', '落实事项', '责任人', '期限', '落实情况'].map((header, n) => ({
    header,
    width: widths[n] ?? 0,
    align: n === 1 || n === 4 ? ('left' as const) : ('center' as const),
  }))
  const done = (closedOn: string | null, result: string | null) =>
    [closedOn === null ? null : '已办结', result].filter((part) => part !== null).join('，')
  return dataTable({
    columns,
    rows: followUps.map(({ what, personName, dueOn, closedOn, result }, n) => [
      `${n + 1}`,
      what,
      personName ?? '',
      dueOn === null ? '' : formatPartialDate(dueOn),
      done(closedOn, result),
    ]),
    totalRow: null,
    keepTogether: false,
    keepWithNext: true,
    type: 'plain',
  })
}

/** Two lines of text: a shorter end takes what stands before it along. */
const shortEnd = 52

/** Paragraphs of which the last goes to the page of what follows, where `isEnd`: no signature stands on a page without text. */
function written(lines: readonly Line[], isEnd: boolean): readonly Paragraph[] {
  const kept = (lines.at(-1)?.text.length ?? 0) > shortEnd ? 1 : 2
  return lines.map(
    ({ style, text }, n) =>
      new Paragraph({
        style,
        text: cleanText(text),
        ...(isEnd && n >= lines.length - kept ? { keepNext: true } : {}),
      }),
  )
}

/** Where who signed stands below the minutes. */
function signatures(): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    text: '主持人（签名）：　　　　　　　　　记录人（签名）：',
    indent: { left: 640 },
    spacing: { before: 579 },
    keepLines: true,
  })
}

/** Everything below the head. */
function content(values: MinutesValues, pen: MeetingPen): readonly FileChild[] {
  const { followUps, isLate, enteredOn } = values
  const parts = partsOf(values, pen)
  const hasTable = followUps.length > 0
  const isOnly = parts.length === 1 && !hasTable
  const numbered = (n: number, name: string) => headingOf(isOnly ? name : `${chineseNumber(n + 1)}、${name}`)
  const lines = parts.flatMap(({ name, lines: own }, n) => [numbered(n, name), ...own])
  const late = isLate ? [body(`本记录于${formatPartialDate(enteredOn)}补录。`)] : []
  if (!hasTable) return [...written([...lines, ...late], true), signatures()]
  return [
    ...written([...lines, numbered(parts.length, '落实事项')], false),
    followUpTable(values),
    ...written(late, true),
    signatures(),
  ]
}

/** The title of minutes in a book, with a bookmark the contents point at. */
function bookmarked(id: string, text: string): Paragraph {
  return new Paragraph({
    style: styleIds.title,
    spacing: { after: 290 },
    children: [new Bookmark({ id, children: [new TextRun(cleanText(text))] })],
  })
}

/** Word takes no bookmark longer than 40 characters, and only letters, digits and _ . */
export const bookmarkOf = (index: number): string => `meeting_${index}`

/** D02, D03: the minutes of one meeting. `bookmark`: of the title, in a book. */
export function minutes(values: MinutesValues, bookmark: string | null = null): BuiltMinutes {
  const { fields, organization, status } = values
  const name = recordName(fields.kinds)
  const pen = meetingPen(organization.shortName, `${formatPartialDate(fields.heldOn)}${name}`)
  const { termNo, seqNo } = fields
  const numbers = [termNo === null ? null : `第${termNo}届`, seqNo === null ? null : `第${seqNo}次`]
    .filter((part) => part !== null)
    .join('')
  const under = [numbers, status === 'draft' ? '草稿' : ''].filter((part) => part !== '').join('，')
  return {
    title: name,
    children: [
      bookmark === null ? plainTitle(organization.fullName, name) : bookmarked(bookmark, name),
      ...(under === '' ? [] : [underTitle(`（${under}）`)]),
      minutesHead(values, pen),
      ...content(values, pen),
    ],
    missing: pen.missing,
  }
}
