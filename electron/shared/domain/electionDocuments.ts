/** The papers of an election (domain table 10.3, D13), in the order they are needed. */
export const electionDocuments = [
  'request',
  'reply',
  'candidateRequest',
  'candidateReply',
  'method',
  'ballot',
  'tellers',
  'script',
  'result',
] as const

export type ElectionDocument = (typeof electionDocuments)[number]

/** D18: reminded six months before, urged when overdue. */
export const reminderKinds = ['remind', 'urge'] as const

export type ReminderKind = (typeof reminderKinds)[number]
