import type { NoVoteReason } from '../domain/voting.ts'
import type { EnteredBy, LeftBy, StartBasis } from '../domain/memberships.ts'

export const enteredByLabels: Readonly<Record<EnteredBy, string>> = {
  '1': '新发展',
  '2': '省内转入',
  '3': '省外转入',
  '4': '恢复党籍',
  '9': '其他',
  NB: '支部间调整',
  ZZ: '组织拆分合并',
}

export const leftByLabels: Readonly<Record<LeftBy, string>> = {
  ZCU: '转出',
  TZ: '停止党籍',
  CD: '出党',
  SW: '去世',
  NB: '支部间调整',
  ZZ: '组织拆分合并',
}

/** Said beside the start of a stay that nobody has written down. */
export const startBasisLabels: Readonly<Record<StartBasis, string | null>> = {
  entered: null,
  joined: '进入本支部日期未填，按入党日期起算',
  unknown: '进入本支部日期未填',
  event: null,
}

/** Why somebody of the branch has neither 表决权 nor 选举权. */
export const noVoteLabels: Readonly<Record<NoVoteReason, string>> = {
  probationary: '预备党员',
  observed: '留党察看期间',
  suspended: '中止党员权利期间',
}
