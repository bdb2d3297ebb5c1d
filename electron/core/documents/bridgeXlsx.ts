import type { BridgeName } from '#shared/contract/bridge.ts'
import { allHeads, dueClosing, isBalanced } from '#shared/domain/bridgeNumbers.ts'
import {
  balanceText,
  bridgeKindLabels,
  type BridgeKind,
  bridgeKinds,
  cellValue,
} from '#shared/domain/bridgeTable.ts'
import { bridgeColumnLabels, bridgePeriodText, bridgeTitle } from '#shared/labels/bridge.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import { bridgeKeys, bridgeNoteLines, bridgeRows, rowValues } from './bridgeTexts.ts'
import type { BridgeValues } from './bridgeValues.ts'
import { traceLine } from './rosterFrame.ts'

type Row = readonly (SheetCell | null)[]

const head = { isBold: true, isWrapped: true, hasBorder: true, align: 'center', fill: '#F2F2F2' } as const
const plain = { hasBorder: true, isWrapped: true } as const

const text = (value: string, look: Omit<SheetCell, 'type' | 'value'> = {}): SheetCell => ({
  type: 'text',
  value,
  ...look,
})

const number = (value: number, isBold = false): SheetCell => ({
  type: 'number',
  value,
  ...plain,
  align: 'center',
  isBold,
})

const titleRow = (value: string, span: number): Row => [
  text(value, { isBold: true, fontSize: 16, isWrapped: true, span }),
]

function numbersSheet({ bridge, organizationName, trace }: BridgeValues): TableSheet {
  const keys = bridgeKeys(bridge)
  const span = keys.length + 3
  const rows = bridgeRows(bridge)
  const rowsOf = (kind: BridgeKind): readonly Row[] =>
    rows.map(({ label, numbers }, at) => {
      const isTotal = at === rows.length - 1
      return [
        text(label, { ...plain, isBold: isTotal }),
        text(bridgeKindLabels[kind], { ...plain, align: 'center', isBold: isTotal }),
        ...rowValues(numbers, keys, kind).map((value) => number(value, isTotal)),
        text(isBalanced(numbers) ? '平衡' : '不平衡', { ...plain, align: 'center', isBold: isTotal }),
      ]
    })
  const check = (kind: BridgeKind): Row => {
    const due = dueClosing(bridge.total)
    const wanted = kind === 'all' ? allHeads(due) : due[kind]
    return [
      text('平衡', { ...plain, isBold: true }),
      text(bridgeKindLabels[kind], { ...plain, align: 'center', isBold: true }),
      text(
        `${balanceText(bridge.total, kind)}（相差 ${cellValue(bridge.total, 'closing', kind) - wanted}）`,
        {
          ...plain,
          span: keys.length + 1,
        },
      ),
    ]
  }
  const heads = ['单位', '类别', ...keys.map((key) => bridgeColumnLabels[key]), '平衡校验']
  return {
    name: '对账单',
    rows: [
      titleRow(`${organizationName}${bridgeTitle}`, span),
      [text(bridgePeriodText(bridge), { span })],
      heads.map((label) => text(label, head)),
      ...bridgeKinds.flatMap(rowsOf),
      ...bridgeKinds.map(check),
      [text(traceLine(trace, 'masked') ?? '', { span })],
    ],
    columns: [{ width: 24 }, { width: 10 }, ...keys.map(() => ({ width: 9 })), { width: 10 }],
    frozenRows: 3,
    frozenColumns: 2,
    repeatRows: [3, 3],
    isLandscape: true,
    ...footOf(trace),
  }
}

const footOf = (trace: BridgeValues['trace']) => {
  const foot = traceLine(trace, 'masked')
  return foot === null ? {} : { foot }
}

const nameHeads = ['序号', '姓名', '类别', '党支部', '增减', '日期', '依据', '原因', '现在']

function namesSheet(name: string, people: readonly BridgeName[], trace: BridgeValues['trace']): TableSheet {
  const rows = people.map((person, index): Row => {
    const { personType, organizationName, kindZh, dateZh, doc, reason, nowZh } = person
    const texts = [
      person.name,
      personType === '1' ? '正式' : '预备',
      organizationName,
      kindZh ?? '',
      dateZh ?? '',
      doc ?? '',
      reason ?? '',
      nowZh ?? '',
    ]
    return [number(index + 1), ...texts.map((value) => text(value, plain))]
  })
  return {
    name,
    rows: [
      nameHeads.map((label) => text(label, head)),
      ...(rows.length === 0 ? [[text('没有', { span: nameHeads.length })]] : rows),
    ],
    columns: [6, 12, 8, 28, 22, 16, 20, 30, 22].map((width) => ({ width })),
    frozenRows: 1,
    frozenColumns: 0,
    repeatRows: [1, 1],
    isLandscape: true,
    ...footOf(trace),
  }
}

/** The same facts to count with: numbers, names of every movement, who is uncertain, what is to be said. */
export async function bridgeXlsx(values: BridgeValues): Promise<Uint8Array> {
  const { moves, fixes, doubts, trace } = values
  const notes: TableSheet = {
    name: '说明',
    rows: bridgeNoteLines(values).map((note, index) => [number(index + 1), text(note, plain)]),
    columns: [{ width: 6 }, { width: 110 }],
    frozenRows: 0,
    frozenColumns: 0,
    repeatRows: null,
    isLandscape: true,
    ...footOf(trace),
  }
  return writeTableXlsx([
    numbersSheet(values),
    namesSheet('增减名单', moves, trace),
    ...(fixes.length === 0 ? [] : [namesSheet('更正名单', fixes, trace)]),
    namesSheet(
      '待核实',
      doubts.flatMap(({ people }) => people),
      trace,
    ),
    notes,
  ])
}
