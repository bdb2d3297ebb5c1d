import { bridgeIns, bridgeOuts } from './bridge.ts'
import {
  allHeads,
  type BridgeColumn,
  type BridgeNumbers,
  dueClosing,
  hasNumbers,
  type Heads,
  insOf,
  noNumbers,
  outsOf,
} from './bridgeNumbers.ts'

/** A column of the table as people see it: those of the numbers, and the two subtotals. */
export type BridgeCellKey = BridgeColumn | 'ins' | 'outs'

/** Everybody, 正式党员, 预备党员. */
export type BridgeKind = 'all' | 'full' | 'probationary'

export const bridgeKinds: readonly BridgeKind[] = ['all', 'full', 'probationary']

export const bridgeKindLabels: Readonly<Record<BridgeKind, string>> = {
  all: '全部党员',
  full: '正式党员',
  probationary: '预备党员',
}

/** Left to right; columns of corrections only where a row has one. */
export function shownColumns(rows: readonly BridgeNumbers[]): readonly BridgeCellKey[] {
  const has = (column: BridgeColumn) =>
    rows.some((row) => hasNumbers({ ...noNumbers, [column]: row[column] }))
  const fix = (column: 'openingFix' | 'closingFix') => (has(column) ? [column] : [])
  return [
    'opening',
    ...fix('openingFix'),
    'ins',
    ...bridgeIns,
    'outs',
    ...bridgeOuts,
    'converted',
    ...fix('closingFix'),
    'closing',
  ]
}

export function headsAt(numbers: BridgeNumbers, key: BridgeCellKey): Heads {
  if (key === 'ins') return insOf(numbers)
  return key === 'outs' ? outsOf(numbers) : numbers[key]
}

/** What stands in a cell. Of everybody, 转正 changes no sum: there it says how many converted. */
export function cellValue(numbers: BridgeNumbers, key: BridgeCellKey, kind: BridgeKind): number {
  const heads = headsAt(numbers, key)
  if (kind !== 'all') return heads[kind]
  return key === 'converted' ? heads.full : allHeads(heads)
}

const signed = (label: string, value: number): string =>
  value < 0 ? ` － ${label} ${-value}` : ` ＋ ${label} ${value}`

/** 期初 120 ＋ 增加 5 － 减少 3 ＝ 期末 122，平衡 (STA-02). */
export function balanceText(numbers: BridgeNumbers, kind: BridgeKind): string {
  const value = (key: BridgeCellKey) => cellValue(numbers, key, kind)
  const optional = (key: BridgeCellKey, label: string) => (value(key) === 0 ? '' : signed(label, value(key)))
  const due = kind === 'all' ? allHeads(dueClosing(numbers)) : dueClosing(numbers)[kind]
  const closing = value('closing')
  const sum = [
    `期初 ${value('opening')}`,
    optional('openingFix', '期初更正'),
    ` ＋ 增加 ${value('ins')} － 减少 ${value('outs')}`,
    kind === 'all' ? '' : optional('converted', '转正'),
    optional('closingFix', '冻结后更正'),
  ].join('')
  return due === closing ? `${sum} ＝ 期末 ${closing}，平衡` : `${sum} ＝ ${due}，与期末 ${closing} 不平衡`
}
