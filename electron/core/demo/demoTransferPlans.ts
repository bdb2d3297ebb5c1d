import type { TransferReach } from '#shared/domain/transferDates.ts'
import type { TransferDirection, TransferMode, TransferStatus } from '#shared/domain/transferStates.ts'

/** One invented transfer; days are counted back from today. */
export interface Plan {
  readonly direction: TransferDirection
  readonly status: TransferStatus
  readonly mode?: TransferMode
  readonly personType: '1' | '2'
  readonly reach: TransferReach
  readonly validDays: number
  readonly reason: string
  readonly issued?: number
  readonly sent?: number
  readonly received?: number
  readonly receipt?: number
  readonly ended?: number
  readonly endReason?: string
  readonly reportedTo?: string
  /** Of somebody who is not in the roster yet. */
  readonly name?: string
}

const city = { reach: 'city', validDays: 10, personType: '1' } as const
const province = { reach: 'province', validDays: 30, personType: '1' } as const
const outside = { reach: 'outside', validDays: 90, personType: '1' } as const

export const plans: readonly Plan[] = [
  {
    direction: 'out',
    status: 'receipted',
    ...province,
    reason: '工作调动',
    issued: 150,
    sent: 149,
    received: 138,
    receipt: 121,
  },
  {
    direction: 'out',
    status: 'receipted',
    ...city,
    reason: '居住地迁移',
    issued: 96,
    sent: 96,
    received: 90,
    receipt: 81,
  },
  {
    direction: 'out',
    status: 'receipted',
    mode: 'online',
    ...outside,
    reason: '随子女居住',
    issued: 64,
    received: 60,
    receipt: 60,
  },
  {
    direction: 'out',
    status: 'returned',
    ...city,
    reason: '工作调动',
    issued: 70,
    sent: 69,
    ended: 62,
    endReason: '抬头党委名称有误',
    reportedTo: '区委组织部',
  },
  {
    direction: 'out',
    status: 'void',
    ...province,
    reason: '工作调动',
    issued: 58,
    ended: 58,
    endReason: '填写有误，另行开具',
  },
  { direction: 'out', status: 'accepted', ...city, reason: '工作调动', issued: 52, sent: 51, received: 45 },
  { direction: 'out', status: 'accepted', ...province, reason: '就学', issued: 20, sent: 19, received: 8 },
  { direction: 'out', status: 'inTransit', ...city, reason: '居住地迁移', issued: 24, sent: 23 },
  { direction: 'out', status: 'inTransit', ...province, reason: '工作调动', issued: 27, sent: 26 },
  { direction: 'out', status: 'inTransit', ...outside, reason: '随子女居住', issued: 30, sent: 28 },
  { direction: 'out', status: 'issued', ...city, reason: '工作调动', issued: 7 },
  { direction: 'out', status: 'issued', ...province, personType: '2', reason: '就学', issued: 3 },
  { direction: 'out', status: 'waiting', ...city, reason: '居住地迁移' },
  { direction: 'out', status: 'waiting', mode: 'online', ...outside, reason: '工作调动' },
  {
    direction: 'in',
    status: 'receipted',
    ...province,
    reason: '工作调动',
    issued: 80,
    received: 72,
    receipt: 66,
  },
  { direction: 'in', status: 'accepted', ...outside, reason: '随子女居住', issued: 55, received: 41 },
  { direction: 'in', status: 'accepted', ...city, reason: '居住地迁移', issued: 14, received: 9 },
  { direction: 'in', status: 'inTransit', ...city, reason: '居住地迁移', issued: 16, name: '周远航' },
  {
    direction: 'in',
    status: 'inTransit',
    ...province,
    personType: '2',
    reason: '毕业就业',
    issued: 5,
    name: '何晓岚',
  },
  {
    direction: 'in',
    status: 'returned',
    ...city,
    reason: '工作调动',
    issued: 40,
    ended: 33,
    endReason: '本人已到外区就业',
    reportedTo: '区委组织部',
    name: '高志平',
  },
]

/** Invented places. */
export const committees = [
  {
    committee: '中共临江市东湖区翠屏街道工作委员会',
    branch: '中共翠屏街道望湖社区第一支部委员会',
    letterNo: '翠组〔2026〕18号',
  },
  {
    committee: '中共临江市高新区工作委员会',
    branch: '中共临江高新区软件园联合支部委员会',
    letterNo: '高新组介〔2026〕107号',
  },
  {
    committee: '中共云台县委员会组织部',
    branch: '中共云台县教育局机关支部委员会',
    letterNo: '云组介〔2026〕36号',
  },
  {
    committee: '中共青石市南山大学委员会',
    branch: '中共南山大学文学院研究生支部委员会',
    letterNo: '南大组〔2026〕221号',
  },
] as const
