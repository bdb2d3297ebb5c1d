import type { LostResult, LostStage, LostStatus, LostWay } from '../domain/lostCases.ts'

export const lostStatusLabels: Readonly<Record<LostStatus, string>> = {
  searching: '查找中',
  stopped: '已停止党籍',
  restored: '已恢复党籍',
  expelled: '已除名',
  revoked: '已取消预备党员资格',
  found: '已找到',
}

export const lostWayLabels: Readonly<Record<LostWay, string>> = {
  phone: '电话',
  family: '家属',
  colleague: '同事',
  household: '户籍',
  insurance: '社保',
  visit: '走访',
  neighbour: '邻居、社区',
  network: '网络、微信',
  other: '其他',
}

export const lostResultLabels: Readonly<Record<LostResult, string>> = {
  none: '没有结果',
  clue: '有线索',
  reached: '取得联系',
}

export const lostStageLabels: Readonly<Record<LostStage, string>> = {
  searching: '待查找',
  sixMonths: '满六个月',
  stopped: '停止党籍中',
  twoYears: '停止满两年',
  over: '已办结',
}

/** Columns of a case, as the form, the history and the ledger call them. */
export const lostFieldLabels = {
  since: '失去联系日期',
  stopOn: '停止党籍决定日期',
  stopMeeting: '决定停止党籍的会议',
  stopApprovedBy: '停止党籍批准机关',
  stopDoc: '停止党籍文号',
  restoreAppliedOn: '本人书面申请日期',
  restoreDiscussedOn: '支部讨论日期',
  restoreApprovedOn: '恢复党籍批准日期',
  restoreApprovedBy: '恢复党籍批准机关',
  restoreDoc: '恢复党籍文号',
  endedOn: '除名（取消资格）决定日期',
  endedMeeting: '决定除名（取消资格）的会议',
  endedApprovedBy: '除名（取消资格）批准机关',
  endedDoc: '除名（取消资格）文号',
  foundOn: '取得联系日期',
  remark: '备注',
} as const

export const attemptFieldLabels = {
  round: '轮次',
  triedOn: '日期',
  way: '方式',
  result: '结果',
  byWhom: '经办人',
  content: '情况',
} as const
