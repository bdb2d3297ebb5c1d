/** `LC` 流出: membership here, the person elsewhere; `LR` 流入: the person here, membership elsewhere. Two ledgers, never one. */
export const mobilityDirections = ['LC', 'LR'] as const
export type MobilityDirection = (typeof mobilityDirections)[number]

export const mobilityKinds = ['crossProvince', 'crossCity', 'crossCounty', 'sameCounty', 'abroad'] as const
export type MobilityKind = (typeof mobilityKinds)[number]

export const mobilityReasons = ['work', 'business', 'study', 'family', 'medical', 'visit', 'other'] as const
export type MobilityReason = (typeof mobilityReasons)[number]

export const mobilityStatuses = ['away', 'lost', 'returned', 'transferred', 'ended'] as const
export type MobilityStatus = (typeof mobilityStatuses)[number]

/** Ways a record ends. 失联 is no end: the person is still looked for. */
export const mobilityEndings = ['returned', 'transferred', 'ended'] as const
export type MobilityEnding = (typeof mobilityEndings)[number]

export const contactWays = ['phone', 'wechat', 'visit', 'letter', 'originOrganization', 'other'] as const
export type ContactWay = (typeof contactWays)[number]

export const mobilityPersonTypes = ['1', '2'] as const

export const feePlaces = ['origin', 'destination'] as const
export type FeePlace = (typeof feePlaces)[number]

/** Still away: due for contacts, and what 是否流动党员 of the roster follows. */
export function isOpenMobility(status: MobilityStatus): boolean {
  return status === 'away' || status === 'lost'
}

/** FLO-07: people who came in are served here and counted where their membership is (STA-01). */
export function countsAsMemberHere(direction: MobilityDirection): boolean {
  return direction === 'LC'
}
