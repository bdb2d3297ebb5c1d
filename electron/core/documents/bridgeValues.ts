import type { Bridge, BridgeName } from '#shared/contract/bridge.ts'
import type { BridgeDoubt } from '#shared/domain/bridgeDoubts.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { ExportTrace } from './values.ts'

export interface DoubtfulPeople {
  readonly doubt: BridgeDoubt
  readonly people: readonly BridgeName[]
}

/** 党员增减对账单: the numbers, and everybody who moves them. */
export interface BridgeValues {
  /** Full name of the organisation. */
  readonly organizationName: string
  /** 编制单位; null when not known. */
  readonly compiledBy: string | null
  readonly compiledOn: DateOnly
  readonly bridge: Bridge
  /** Everybody who came, went or converted, oldest first. */
  readonly moves: readonly BridgeName[]
  /** Whose corrections are in 期初更正 and 冻结后更正. */
  readonly fixes: readonly BridgeName[]
  readonly doubts: readonly DoubtfulPeople[]
  readonly trace: ExportTrace
}
