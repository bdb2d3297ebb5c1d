import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import type { RectifyState } from '#shared/domain/reviews/rectification.ts'
import { rectifySourceLabels, rectifyStateLabels } from '#shared/labels/reviews.ts'
import { type DateOnly, formatDots } from '#shared/lib/dates.ts'
import type { LedgerCell, LedgerColumn, LedgerValues } from './ledger.ts'
import type { Frame } from './ledgerExport.ts'
import { clause, handed, oneLine } from './reviewWords.ts'
import type { ShadedText } from './tableRows.ts'

const rectifyTitle = (year: number) => `${year}年度述职测评整改清单`

/** 红黄绿: in grey print the late ones stand white on dark, and the words say it all. */
const looks: Readonly<Record<RectifyState, Pick<ShadedText, 'fill' | 'isLight'>>> = {
  overdue: { fill: 'A61C1C', isLight: true },
  notStarted: { fill: 'FFFFFF', isLight: false },
  underway: { fill: 'FFE699', isLight: false },
  toAccept: { fill: 'FFF2CC', isLight: false },
  accepted: { fill: 'C6E0B4', isLight: false },
}

function stateCell({ state, overdueDays }: RectificationRow): ShadedText {
  const days = state === 'overdue' ? `${overdueDays}天` : ''
  return { text: `${rectifyStateLabels[state]}${days}`, ...looks[state] }
}

const dots = (day: DateOnly | null) => (day === null ? '' : formatDots(day))

/** What was done, or how far it is and why not further. */
function progressCell({ state, fields, subjectName }: RectificationRow): LedgerCell {
  const { doneOn, result, progressWords, progress } = fields
  const done = [doneOn === null ? '' : `${dots(doneOn)}完成`, oneLine(result), oneLine(progressWords)]
    .map(clause)
    .filter((text) => text !== '')
  if (progress === 'done' || done.length > 0) return done.join('；')
  return state === 'overdue' ? { lacks: '未完成原因', of: subjectName } : ''
}

function acceptedText({ fields: { acceptedBy, acceptedOn } }: RectificationRow): string {
  return [handed(acceptedBy ?? ''), dots(acceptedOn)].filter((text) => text !== '').join(' ')
}

const column = (header: string, weight: number, align: LedgerColumn['align'] = 'center'): LedgerColumn => ({
  header,
  weight,
  align,
})

function rowOf(row: RectificationRow, index: number): readonly LedgerCell[] {
  const { subjectName, organizationName, fields } = row
  const orLacks = (text: string, lacks: string): LedgerCell =>
    text === '' ? { lacks, of: subjectName } : text
  return [
    `${index + 1}`,
    `${handed(subjectName)}（${organizationName}）`,
    oneLine(fields.problem),
    rectifySourceLabels[fields.source],
    orLacks(oneLine(fields.measure), '整改措施'),
    orLacks(handed(fields.dutyName ?? ''), '责任人'),
    orLacks(dots(fields.dueOn), '时限'),
    stateCell(row),
    progressCell(row),
    acceptedText(row),
    dots(fields.reportedOn),
  ]
}

/** D14: 整改清单 with what became of each. */
export function rectifyLedger(rows: readonly RectificationRow[], year: number, frame: Frame): LedgerValues {
  return {
    ...frame,
    title: rectifyTitle(year),
    tables: [
      {
        heading: null,
        columns: [
          column('序号', 4.6),
          column('述职人', 12),
          column('问题', 20, 'left'),
          column('来源', 5),
          column('整改措施', 17, 'left'),
          column('责任人', 6.5),
          column('时限', 8.4),
          column('状态', 6.5),
          column('完成情况、未完成原因', 17, 'left'),
          column('验收', 9.2),
          // The day it was told at the next review (REV-12).
          column('通报', 8.4),
        ],
        rows: rows.map(rowOf),
        empty: '还没有登记整改事项。',
        mayBreakRows: true,
      },
    ],
    notes: [
      '状态：未开始；进行中；逾期（超过时限没有登记完成）；待验收（已登记完成）；已验收。',
      '整改情况在下一次述职会上先行通报；没有验收的事项转入下一年度清单。',
    ],
    rows: rows.length,
  }
}
