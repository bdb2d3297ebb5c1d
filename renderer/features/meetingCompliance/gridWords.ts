import type { GridCell } from '#shared/contract/meetingRows.ts'
import { type DutyKind, dutyKinds, dutyLengths, type DutyState } from '#shared/domain/meetings/duties.ts'
import { daysOf, type PeriodLength } from '#shared/domain/meetings/periods.ts'
import { dutyStateLabels, meetingKindShort } from '#shared/labels/meetings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** One letter each, where several kinds share a cell. */
export const kindLetters: Readonly<Record<DutyKind, string>> = {
  branchMeeting: '会',
  committeeMeeting: '委',
  groupMeeting: '组',
  lecture: '课',
  themeDay: '日',
  organizationLife: '生',
  appraisal: '评',
}

export interface GridColumn {
  readonly length: PeriodLength
  readonly no: number
  readonly head: string
}

const columnsOfLength: Readonly<Record<PeriodLength, readonly GridColumn[]>> = {
  month: Array.from({ length: 12 }, (_, n) => ({ length: 'month', no: n + 1, head: `${n + 1}月` })),
  quarter: Array.from({ length: 4 }, (_, n) => ({ length: 'quarter', no: n + 1, head: `${n + 1}季度` })),
  year: [{ length: 'year', no: 1, head: '全年' }],
}

/** 12 months, 4 quarters and the year, or those that a kind is owed in. */
export function gridColumns(kind: DutyKind | null): readonly GridColumn[] {
  if (kind !== null) return columnsOfLength[dutyLengths[kind]]
  return [...columnsOfLength.month, ...columnsOfLength.quarter, ...columnsOfLength.year]
}

/** What stands in one place of the grid, in the order of the kinds. */
export function cellsAt(
  cells: readonly GridCell[],
  { length, no }: Pick<GridColumn, 'length' | 'no'>,
  kind: DutyKind | null = null,
): readonly GridCell[] {
  return cells
    .filter((cell) => cell.length === length && cell.no === no && (kind === null || cell.kind === kind))
    .toSorted((a, b) => dutyKinds.indexOf(a.kind) - dutyKinds.indexOf(b.kind))
}

const urgency: readonly DutyState[] = ['missing', 'draft', 'near', 'open', 'done']

/** What several duties come to: the most urgent; null where nothing is owed. */
export function worstState(cells: readonly GridCell[]): DutyState | null {
  return urgency.find((state) => cells.some((cell) => cell.state === state)) ?? null
}

/** The kinds that are in a state, by their letters. */
export function lettersOf(cells: readonly GridCell[], state: DutyState): string {
  return cells
    .filter((cell) => cell.state === state)
    .map(({ kind }) => kindLetters[kind])
    .join('')
}

/** `支委会 缺，主题党日 已开` */
export function cellsText(cells: readonly GridCell[]): string {
  return cells
    .map(({ kind, state, groups }) => {
      const part = groups === null ? '' : `（${groups.owed} 个党小组中 ${groups.done} 个已开）`
      return `${meetingKindShort[kind]} ${dutyStateLabels[state]}${part}`
    })
    .join('，')
}

/** Whole per cent, never 100 while one is missing; null where nothing is owed yet. */
export function percent({ done, owed }: { readonly done: number; readonly owed: number }): string | null {
  return owed === 0 ? null : `${Math.floor((done * 100) / owed)}%`
}

const units: Readonly<Record<PeriodLength, string>> = { month: '月', quarter: '季度', year: '年' }

/** `1、3-5` of 1, 3, 4, 5. */
function spansText(numbers: readonly number[]): string {
  const spans: { readonly from: number; to: number }[] = []
  for (const no of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last?.to === no - 1) last.to = no
    else spans.push({ from: no, to: no })
  }
  return spans.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join('、')
}

interface GapsAsked {
  readonly year: number
  readonly kind: DutyKind | null
  readonly today: DateOnly
}

/** What is missing of a row, kind by kind: `支委会 1、3-5月`; a draft counts from the end of its period. */
export function gapWords(cells: readonly GridCell[], { year, kind, today }: GapsAsked): readonly string[] {
  const isGap = ({ state, length, no }: GridCell): boolean =>
    state === 'missing' || (state === 'draft' && daysOf({ year, length, no }).to < today)
  return dutyKinds.flatMap((each) => {
    if (kind !== null && kind !== each) return []
    const gaps = cells.filter((cell) => cell.kind === each && isGap(cell))
    if (gaps.length === 0) return []
    if (dutyLengths[each] === 'year') return [`${meetingKindShort[each]} 全年`]
    return [`${meetingKindShort[each]} ${spansText(gaps.map(({ no }) => no))}${units[dutyLengths[each]]}`]
  })
}
