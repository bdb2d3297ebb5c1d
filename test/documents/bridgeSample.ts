import type { BridgeValues } from '#core/documents/bridgeValues.ts'
import type { Bridge, BridgeName } from '#shared/contract/bridge.ts'
import { type BridgeNumbers, noNumbers } from '#shared/domain/bridgeNumbers.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'

const heads = (full: number, probationary = 0) => ({ full, probationary })

export const aNumbers = (numbers: Partial<BridgeNumbers>): BridgeNumbers => ({ ...noNumbers, ...numbers })

export const aName = (fields: Partial<BridgeName> = {}): BridgeName => ({
  memberId: 'm1',
  name: '王小明',
  organizationName: '东环第一党支部',
  personType: '1',
  dateZh: '2026年3月1日',
  kindZh: '转入（省外转入）',
  doc: '介绍信第12号',
  reason: null,
  nowZh: null,
  ...fields,
})

export const aBridge = (fields: Partial<Bridge> = {}): Bridge => ({
  organizationId: 'street',
  name: '新桥街道党工委',
  from: dateOnly('2025-12-31'),
  to: dateOnly('2026-12-31'),
  total: aNumbers({
    opening: heads(100, 5),
    admitted: heads(0, 2),
    transferredIn: heads(3),
    died: heads(1),
    converted: heads(4, -4),
    closing: heads(106, 3),
  }),
  units: [
    {
      organizationId: 'east',
      name: '东环社区党委',
      isEnded: false,
      numbers: aNumbers({ opening: heads(60), transferredIn: heads(4), closing: heads(64) }),
    },
  ],
  between: aNumbers({ transferredIn: heads(-1), transferredOut: heads(-1) }),
  notes: [],
  isBalanced: true,
  isUnfinished: false,
  openingFreeze: null,
  closingFreeze: null,
  openingDiffers: 0,
  closingDiffers: 0,
  ...fields,
})

export const bridgeValues = (fields: Partial<BridgeValues> = {}): BridgeValues => ({
  organizationName: '中共新桥街道工作委员会',
  compiledBy: '中共新桥街道工作委员会',
  compiledOn: dateOnly('2027-01-08'),
  bridge: aBridge(),
  moves: [aName(), aName({ name: '李建国', kindZh: '死亡（去世）', dateZh: '2026年5月8日', doc: null })],
  fixes: [],
  doubts: [],
  trace: { account: '测试员（admin）', at: '2027-01-08 10:31' },
  ...fields,
})

export const aFreeze = {
  id: 'f1',
  version: 1,
  onDay: dateOnly('2025-12-31'),
  full: 99,
  probationary: 6,
  frozenBy: '测试员',
  frozenAt: instant(new Date('2026-01-05T02:31:00Z')),
  lifted: null,
} as const
