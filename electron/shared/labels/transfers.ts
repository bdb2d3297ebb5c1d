import type { TransferColumn, TransferReach } from '../domain/transferDates.ts'
import type {
  TransferDirection,
  TransferMode,
  TransferStatus,
  TransferStep,
} from '../domain/transferStates.ts'

export const transferDirectionLabels: Readonly<Record<TransferDirection, string>> = {
  out: '转出',
  in: '转入',
}

export const transferModeLabels: Readonly<Record<TransferMode, string>> = {
  online: '全国系统线上',
  letter: '纸质介绍信',
  materials: '材料移交（积极分子）',
}

export const transferStatusLabels: Readonly<Record<TransferStatus, string>> = {
  waiting: '待开具',
  issued: '已开具',
  inTransit: '在途',
  accepted: '已接收',
  receipted: '已回执',
  returned: '退回',
  void: '作废',
}

export const transferReachLabels: Readonly<Record<TransferReach, string>> = {
  city: '市内',
  province: '省内（市外）',
  outside: '省外',
}

export const transferColumnLabels: Readonly<Record<TransferColumn, string>> = {
  waiting: '待开具',
  inTransit: '在途',
  soon: '临期',
  overdue: '逾期',
  receipt: '待回执',
  done: '已办结',
}

/** What is done to a transfer, as its button says it; the two directions differ. */
export const transferStepLabels: Readonly<Record<TransferDirection, Readonly<Record<TransferStep, string>>>> =
  {
    out: {
      issue: '开具',
      send: '登记带走或寄出',
      accept: '登记对方已接收',
      receipt: '登记回执',
      return: '登记退回',
      void: '作废',
    },
    in: {
      issue: '开具',
      send: '登记寄出',
      accept: '接收',
      receipt: '登记回执已寄出',
      return: '退回（拒接）',
      void: '作废',
    },
  }

/** Who a letter can be about: 正式党员, 预备党员, and 积极分子 whose papers go without one. */
export const transferPersonTypes = ['1', '2', '3'] as const

export type TransferPersonType = (typeof transferPersonTypes)[number]

export const transferPersonTypeLabels: Readonly<Record<TransferPersonType, string>> = {
  '1': '正式党员',
  '2': '预备党员',
  '3': '入党积极分子',
}

/** In the order of the form; keys are those of the contract's fields. */
export const transferFieldLabels = {
  mode: '途径',
  organizationId: '我方党支部',
  personName: '姓名',
  gender: '性别',
  birthDate: '出生日期',
  ethnicity: '民族',
  personType: '人员类别',
  idNo: '身份证号',
  phone: '联系电话',
  fromOrg: '开出的基层党委',
  toOrg: '接收的基层党委',
  fromUnit: '由（原所在党支部或单位）',
  toUnit: '去（新所在党支部或单位）',
  reach: '范围',
  reason: '转接原因',
  plannedMonths: '预计外出月数',
  isSettled: '地点是否固定',
  letterNo: '介绍信编号',
  feePaidTo: '党费交至',
  validDays: '有效期（天）',
  issuedOn: '开具日期',
  sentOn: '带走或寄出日期',
  receivedOn: '接收日期',
  receiptOn: '回执日期',
  endedOn: '退回或作废日期',
  endReason: '退回或作废原因',
  reportedTo: '已报告的上级',
  materials: '已有（已核验）的入党材料',
  materialsNote: '材料说明',
  archiveOn: '档案移交日期',
  archiveHow: '档案移交方式',
  handledBy: '经办人',
  remark: '备注',
} as const
