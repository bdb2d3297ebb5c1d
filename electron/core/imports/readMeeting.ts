import type { ImportFinding } from '#shared/contract/imports.ts'
import { meetingImportFields, type MeetingImportField } from '#shared/domain/meetingImportFields.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { meetingKindLabels, meetingKindShort } from '#shared/labels/meetings.ts'
import { readAbsence, readMeetingKinds, type WrittenAbsence } from '#shared/labels/meetingWords.ts'
import { type DateOnly, isDateOnly, parseWrittenDate, type PartialDate } from '#shared/lib/dates.ts'
import { meansNothing } from '#shared/lib/text.ts'
import { type CellReader, type CellReading, fieldCells } from './fieldCells.ts'
import type { TableRow } from './readTable.ts'
import { plainText } from './readValue.ts'
import { quote } from './rowFindings.ts'
import { cellText, type GridCell } from './workbookGrid.ts'

/** One row understood: which meeting of which branch, and what the ledger says of it. */
export interface ReadMeeting {
  readonly sheet: string
  readonly row: number
  /** What the row is called in the preview. */
  readonly name: string
  readonly branchName: string | null
  readonly groupName: string | null
  readonly kinds: readonly MeetingKind[]
  /** Null where it cannot be told, which is said. */
  readonly heldOn: DateOnly | null
  /** 14:30. */
  readonly startTime: string | null
  readonly endTime: string | null
  readonly place: string | null
  readonly hostName: string | null
  readonly recorderName: string | null
  readonly should: number | null
  readonly present: number | null
  readonly observers: string | null
  readonly absentWords: string | null
  readonly absence: WrittenAbsence
  readonly title: string
  readonly summary: string | null
  readonly decision: string | null
  readonly lecturerName: string | null
  readonly remark: string | null
  readonly columns: ReadonlyMap<string, number | null>
  readonly findings: readonly ImportFinding[]
}

type Reader = CellReader<MeetingImportField>

function readKinds(reader: Reader): readonly MeetingKind[] {
  const text = reader.text('kinds', 100)
  if (text === null) {
    reader.say('kinds', 'KIND_MISSING', 'block', '没有写会议类型，不能导入；请补填后重新导入')
    return []
  }
  const { kinds, rest } = readMeetingKinds(text)
  if (rest === '') return kinds
  const named = kinds.map((kind) => meetingKindLabels[kind]).join('、')
  const taken = kinds.length === 0 ? '按“其他”导入，不计入三会一课' : `按${named}导入`
  reader.say('kinds', 'KIND_ODD', 'yellow', `会议类型${quote(text)}不是通常的名称，${taken}，请核对`)
  return kinds.length === 0 ? ['other'] : kinds
}

function readDay(reader: Reader, today: DateOnly): DateOnly | null {
  const text = cellText(reader.cell('heldOn'))
  if (meansNothing(text)) {
    reader.say('heldOn', 'DATE_MISSING', 'block', '没有写召开时间，不能导入；请补填后重新导入')
    return null
  }
  const said = reader.findings.length
  const on = dayBeforeTime(text) ?? reader.date('heldOn')
  // The whole row stays out: that is said once, not that one cell is left out.
  if (on === null) reader.findings.splice(said)
  if (on === null || !isDateOnly(on)) {
    const why = on === null ? '看不出是哪一天' : '没有写到日'
    const message = `召开时间${quote(text)}${why}，不能导入；请写成 2026-03-09 14:30`
    reader.say('heldOn', 'DATE_UNREADABLE', 'block', message)
    return null
  }
  if (on <= today) return on
  const message = `召开时间${quote(text)}晚于今天，不能导入；请核对后改正`
  reader.say('heldOn', 'DATE_IN_FUTURE', 'block', message)
  return null
}

const partOfDay = '(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚)'
const hourAndMore = String.raw`\d{1,2}\s*[:：时点].*`

/** 2026年3月9日（星期一）下午2:30, 2026.3.9上午: what stands before the time of day; null where none is told. */
function dayBeforeTime(text: string): PartialDate | null {
  const pattern = new RegExp(
    `[（(]?(?:星期|周)[一二三四五六日天][）)]?|\\s*(?:${partOfDay}.*|${hourAndMore})$`,
    'g',
  )
  const day = text.replace(pattern, ' ').trim()
  return day === text.trim() ? null : parseWrittenDate(day)
}

const clock = /(\d{1,2})\s*[:：时点]\s*(?:(\d{2})分?|(半))?/g

/** Times of a cell: 14:30, 下午2:30, 下午2点半, 14:30-16:00. */
function readTimes(text: string): readonly (string | null)[] {
  const isAfternoon = /下午|晚/.test(text)
  return [...text.matchAll(clock)].slice(0, 2).map(([, hours = '', minutes = '00', half]) => {
    const hour = Number(hours) + (isAfternoon && Number(hours) < 12 ? 12 : 0)
    const written = half === undefined ? minutes : '30'
    return hour > 23 || Number(written) > 59 ? null : `${String(hour).padStart(2, '0')}:${written}`
  })
}

/** A date cell that shows the time has it beside; midnight is a day without one. */
function timesOf(cell: GridCell): readonly (string | null)[] {
  const time = typeof cell === 'object' ? cell?.time : undefined
  if (time !== undefined) return time === '00:00' ? [] : [time]
  return readTimes(plainText(cell))
}

function readCount(reader: Reader, field: 'should' | 'present'): number | null {
  const value = reader.value(field, { type: 'text', max: 20 })
  if (typeof value !== 'string' || meansNothing(value)) return null
  const digits = /^(\d{1,5})\s*(?:人|名)?$/.exec(value)
  if (digits !== null) return Number(digits[1])
  const { label } = meetingImportFields[field]
  reader.say(field, 'VALUE_UNKNOWN', 'yellow', `${label}${quote(value)}不是整数；这一项不导入`)
  return null
}

/** Numbers of one row that do not fit together are said, and taken over as they are. */
function sayCounts(
  reader: Reader,
  read: Pick<ReadMeeting, 'should' | 'present' | 'absence' | 'absentWords'>,
): void {
  const { should, present, absence, absentWords } = read
  if (should === null || present === null) return
  if (present > should) {
    reader.say('present', 'COUNT_MISMATCH', 'yellow', `实到 ${present} 人多于应到 ${should} 人，请核对`)
    return
  }
  const missing = should - present
  if (absence.count === null || absence.count === missing) return
  const named = absentWords === null ? '没有写是谁、什么原因' : `表中写明 ${absence.count} 人`
  const message = `应到 ${should} 人、实到 ${present} 人，应有 ${missing} 人缺席，${named}，请核对补写`
  reader.say('absent', 'COUNT_MISMATCH', 'yellow', message)
}

function readNames(reader: Reader, field: 'hostName' | 'recorderName' | 'lecturerName'): string | null {
  const name = reader.value(field, { type: 'name' })
  return typeof name === 'string' && !meansNothing(name) ? name : null
}

/** One row of a ledger of 三会一课. Nothing is guessed: what cannot be read is left out and said. */
export function readMeeting(row: TableRow, context: CellReading): ReadMeeting {
  const reader: Reader = fieldCells(meetingImportFields, row, context)
  const kinds = readKinds(reader)
  const heldOn = readDay(reader, context.today)
  const [startTime = null, endTime = null] = timesOf(reader.cell('heldOn') ?? null)
  const [should, present] = [readCount(reader, 'should'), readCount(reader, 'present')]
  const absentWords = reader.text('absent', 500)
  const absence = readAbsence(absentWords ?? '')
  sayCounts(reader, { should, present, absence, absentWords })
  const written = reader.text('title', 200)
  if (written === null)
    reader.say('title', 'TITLE_MISSING', 'yellow', '没有写会议主题，以会议类型为主题，请补填')
  const kindText = kinds.map((kind) => meetingKindLabels[kind]).join('、')
  return {
    sheet: context.sheet,
    row: row.row,
    name: [heldOn, kinds.map((kind) => meetingKindShort[kind]).join('、')]
      .filter((part) => part !== null && part !== '')
      .join(' '),
    branchName: reader.text('organizationId', 200) ?? row.heading,
    groupName: reader.text('groupId', 100),
    kinds,
    heldOn,
    startTime,
    endTime,
    place: reader.text('place', 100),
    hostName: readNames(reader, 'hostName'),
    recorderName: readNames(reader, 'recorderName'),
    should,
    present,
    observers: reader.text('observers', 500),
    absentWords,
    absence,
    title: written ?? kindText,
    summary: reader.text('summary', 20_000),
    decision: reader.text('decision', 2000),
    lecturerName: readNames(reader, 'lecturerName'),
    remark: reader.text('remark', 500),
    columns: new Map([...row.cells].map(([field, { column }]) => [field, column])),
    findings: reader.findings,
  }
}
