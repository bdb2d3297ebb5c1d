import type { BridgeDoubt } from '../domain/bridgeDoubts.ts'
import type { BridgeColumn } from '../domain/bridgeNumbers.ts'
import { type DateOnly, formatPartialDate } from '../lib/dates.ts'

export const bridgeTitle = '党员增减对账单'

/** Heads of columns, in screens and documents. */
export const bridgeColumnLabels: Readonly<Record<BridgeColumn | 'ins' | 'outs', string>> = {
  opening: '期初',
  openingFix: '期初更正',
  ins: '增加小计',
  admitted: '发展',
  transferredIn: '转入',
  restored: '恢复党籍',
  otherIn: '其他增加',
  outs: '减少小计',
  transferredOut: '转出',
  lapsed: '停止党籍',
  expelled: '出党',
  died: '死亡',
  otherOut: '其他减少',
  converted: '转正',
  closingFix: '冻结后更正',
  closing: '期末',
}

/** 单位之间调动, opened as names. */
export const betweenLabels = {
  betweenIn: '单位之间调动：转入',
  betweenOut: '单位之间调动：转出',
} as const

interface DoubtText {
  /** What the record lacks. */
  readonly lacks: string
  /** How it was counted all the same. */
  readonly countedAs: string
  /** Which record to mend. */
  readonly mend: string
}

export const bridgeDoubtTexts: Readonly<Record<BridgeDoubt, DoubtText>> = {
  startUnknown: {
    lacks: '到本支部的日期未填',
    countedAs: '按期初已在册计',
    mend: '请在党员档案补填“进入本支部日期”',
  },
  startCoarse: {
    lacks: '到本支部的日期只有年或年月',
    countedAs: '按该年、该月第一天计',
    mend: '请在党员档案把“进入本支部日期”补全到日',
  },
  endUnknown: {
    lacks: '离开的日期未填',
    countedAs: '期初、期末和本期减少都没有计入',
    mend: '请在党员档案补填“党籍状态起始日期”',
  },
  endCoarse: {
    lacks: '离开的日期只有年或年月',
    countedAs: '按该年、该月第一天计',
    mend: '请在党员档案把“党籍状态起始日期”补全到日',
  },
  fullUnknown: {
    lacks: '近期发展、登记为正式党员，但转正日期未填',
    countedAs: '按一直是正式党员计',
    mend: '请在党员档案补填“转正日期”',
  },
  fullCoarse: {
    lacks: '转正日期只有年或年月',
    countedAs: '按该年、该月第一天计',
    mend: '请在党员档案把“转正日期”补全到日',
  },
  kindUnknown: {
    lacks: '进入或离开的方式未填',
    countedAs: '计入“其他增加”“其他减少”',
    mend: '请在党员档案补填“进入本支部方式”或党籍状态',
  },
  admittedFull: {
    lacks: '进入方式为“新发展”，但到本支部时已是正式党员',
    countedAs: '按登记计入“发展”',
    mend: '请在党员档案核对“进入本支部方式”和“进入本支部日期”',
  },
}

/** 截至2025年12月31日24时至截至2026年12月31日24时: both ends are ends of days. */
export function bridgePeriodText({ from, to }: { readonly from: DateOnly; readonly to: DateOnly }): string {
  return `期初截至${formatPartialDate(from)}24时，期末截至${formatPartialDate(to)}24时`
}
