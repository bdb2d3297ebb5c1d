/** Words of the records of 双向述职双向测评. */

/** 准备、述职中、测评中、计票、定等、通报、整改、归档. */
export const campaignStates = [
  'preparing',
  'reporting',
  'rating',
  'counting',
  'grading',
  'announcing',
  'rectifying',
  'archived',
] as const

export type CampaignState = (typeof campaignStates)[number]

/** Who accounts: 党组织书记, 班子成员, 兼职委员, and 街道科室 where communities rate the street's offices. */
export const subjectKinds = ['secretary', 'committeeMember', 'partTimeMember', 'office'] as const

export type SubjectKind = (typeof subjectKinds)[number]

/** 向上级述职、由上级测评; 向党员（群众）述职、由党员（群众）测评; any further one. */
export const directions = ['up', 'down', 'other'] as const

/** Who rates: 上级班子, 党员, 群众（居民代表、两代表一委员）, 同级或下级班子, others. */
export const raterKinds = ['superiors', 'members', 'residents', 'peers', 'others'] as const

export type RaterKind = (typeof raterKinds)[number]

/** How a batch is counted: 唱票 (sums only), keyed twice by two people, or read from a file and put right. */
export const batchMethods = ['tally', 'keying', 'file'] as const

export type BatchMethod = (typeof batchMethods)[number]

/** `void`: REV-02, to be held again. */
export const batchStates = ['open', 'closed', 'void'] as const

export type BatchState = (typeof batchStates)[number]
