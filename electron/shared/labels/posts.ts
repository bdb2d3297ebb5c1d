import type { PostPosition, PostWay } from '../domain/posts.ts'
import type { TermState } from '../domain/terms.ts'

export const postPositionLabels: Readonly<Record<PostPosition, string>> = {
  SJ: '书记',
  FSJ: '副书记',
  ZZ: '组织委员',
  XC: '宣传委员',
  JJ: '纪检委员',
  QN: '青年委员',
  TZ: '统战委员',
  FN: '妇女委员',
  WY: '委员',
  JZWY: '兼职委员',
  ZZH: '党小组组长',
  ZZY: '组织员',
  LLY: '联络员',
  ZDY: '党建指导员',
}

export const postWayLabels: Readonly<Record<PostWay, string>> = {
  elected: '选举',
  appointed: '任命',
  assigned: '上级指派',
  byElection: '补选',
}

export const termStateLabels: Readonly<Record<TermState, string>> = {
  overdue: '超期未换届',
  oneMonth: '一个月内届满',
  threeMonths: '三个月内届满',
  sixMonths: '六个月内届满',
  extended: '已批准延期',
  normal: '正常',
  unknown: '届期未登记',
}

/** 第3届; 本届 or 届次 where the number is not written down. */
export function termName(termNo: number | null, isRunning: boolean): string {
  if (termNo !== null) return `第${termNo}届`
  return isRunning ? '本届' : '往届'
}
