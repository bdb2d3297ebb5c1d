import type { StoredLine } from '#db/queries/reviewKeyings.ts'
import type { BallotFilePreview } from '#shared/contract/reviewBallots.ts'
import {
  countMarks,
  judgeLine,
  type Marks,
  readLine,
  refusalText,
} from '#shared/domain/reviews/ballotLines.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { voidReasonLabels } from '#shared/labels/reviews.ts'
import { meansNothing, plainText } from '#shared/lib/text.ts'
import { type BallotBook, type BallotRow, ballotTable } from './ballotTable.ts'
import { type FittedSheet, fitSheet } from './fileSheets.ts'
import { type KnownSubject, subjectOf } from './fileSubjects.ts'

/** What is to become a batch. */
export interface FileBatch {
  readonly componentId: string
  readonly groupId: string
  readonly groupName: string
  readonly lines: readonly StoredLine[]
}

export interface ReadBallots {
  readonly preview: Omit<BallotFilePreview, 'previewId' | 'fileName'>
  readonly batches: readonly FileBatch[]
}

interface ReadRow {
  readonly row: BallotRow
  readonly marks: Marks
  readonly subject: KnownSubject | null
  /** Why it is not taken, or what the rules make of it; null for a ballot that counts. */
  readonly message: string | null
  readonly voided: 'several' | 'illegible' | 'blank' | null
}

const longestCell = 30
const longestOpinion = 500

function readRow(
  row: BallotRow,
  { items, columns }: FittedSheet,
  { gradeSet }: Scheme,
  subjects: readonly KnownSubject[],
): ReadRow {
  const cells = columns.map((column) => row.marks[column] ?? null)
  const marks = readLine(cells, items, gradeSet)
  const subject = subjectOf(row, subjects)
  const verdict = judgeLine(marks, items)
  const head = `第 ${row.place} 张`
  const voided = verdict.is === 'void' ? verdict.reason : null
  const refused = verdict.is === 'refused' ? verdict.marks : []
  const refusals = refused.flatMap((mark) => {
    const item = items.find(({ id }) => id === mark.itemId)
    return item === undefined ? [] : [refusalText(row.place, mark, item)]
  })
  if (typeof subject === 'string') {
    const message = [`${head}：${subject}，不读入`, ...refusals].join('；')
    return { row, marks, subject: null, voided, message }
  }
  if (voided !== null) {
    const message = `${head}“${subject.name}”：${voidReasonLabels[voided]}，按无效票计`
    return { row, marks, subject, voided, message }
  }
  return { row, marks, subject, voided, message: refusals.length === 0 ? null : refusals.join('；') }
}

function lineOf({ row, subject }: ReadRow, { items, columns }: FittedSheet): readonly StoredLine[] {
  if (subject === null) return []
  const cells = items.flatMap(({ id }, index) => {
    const text = row.marks[columns[index] ?? -1] ?? ''
    return text === '' ? [] : [[id, text.slice(0, longestCell)] as const]
  })
  const opinion = plainText(row.opinion).slice(0, longestOpinion)
  return [
    {
      place: row.place,
      subjectId: subject.id,
      cells: Object.fromEntries(cells),
      opinion: meansNothing(opinion) ? null : opinion,
    },
  ]
}

/** REV-05: a workbook of ballots, looked through; nothing of it is written, and no ballot's number is read. */
export function readBallots(
  book: BallotBook,
  scheme: Scheme,
  subjects: readonly KnownSubject[],
): ReadBallots {
  const tables = book.sheets.map((sheet) => ({ sheet, table: ballotTable(sheet) }))
  const others = tables.flatMap(({ sheet, table }) =>
    table === null && sheet.rows.some((row) => row.length > 0)
      ? [{ sheet: sheet.name, place: 0, message: '没有“述职人”一列，这张工作表不读' }]
      : [],
  )
  const read = tables.flatMap(({ table }) => {
    if (table === null || table.rows.length === 0) return []
    const fitted = fitSheet(scheme, table)
    const rows = table.rows.map((row) => readRow(row, fitted, scheme, subjects))
    const lines = rows.flatMap((row) => lineOf(row, fitted))
    return [{ fitted, rows, lines }]
  })
  const sum = (of: (one: (typeof read)[number]) => number) => read.reduce((total, one) => total + of(one), 0)
  const count = (is: 'outOfRange' | 'empty' | 'several' | 'unreadable') =>
    sum(
      ({ fitted, rows }) =>
        countMarks(
          rows.map(({ marks }) => marks),
          fitted.items,
        )[is],
    )
  const voided = (reason: 'several' | 'illegible' | 'blank') =>
    sum(({ rows }) => rows.filter((row) => row.voided === reason).length)
  const whyNot = read.flatMap(({ fitted }) => fitted.whyNot)
  return {
    preview: {
      sheets: read.map(({ fitted, rows }) => ({
        sheet: fitted.table.name,
        groupId: fitted.of?.group.id ?? null,
        groupName: fitted.of?.group.name ?? null,
        rows: rows.length,
      })),
      rows: sum(({ rows }) => rows.length),
      outOfRange: count('outOfRange'),
      empty: count('empty'),
      twoGrades: count('several'),
      unreadable: count('unreadable'),
      voided: { several: voided('several'), illegible: voided('illegible'), blank: voided('blank') },
      problems: [
        ...others,
        ...read.flatMap(({ fitted, rows }) =>
          rows.flatMap(({ row, message }) =>
            message === null ? [] : [{ sheet: fitted.table.name, place: row.place, message }],
          ),
        ),
      ],
      whyNot: [
        ...whyNot,
        ...(read.length === 0 ? ['文件里没有测评票：没有找到“述职人”一列'] : []),
        ...(read.length > 0 && sum(({ lines }) => lines.length) === 0
          ? ['没有一张票的述职人在这套方案的名单里，请先把述职人列入名单']
          : []),
      ],
    },
    batches: read.flatMap(({ fitted: { of }, lines }) =>
      of === null || lines.length === 0
        ? []
        : [
            {
              componentId: of.component.id,
              groupId: of.group.id,
              groupName: of.group.name,
              lines,
            },
          ],
    ),
  }
}
