/** Which way somebody's 组织关系 goes: out of our branch, or into it. */
export const transferDirections = ['out', 'in'] as const

export type TransferDirection = (typeof transferDirections)[number]

/** 途径: the national system, a paper letter, or the papers of an activist, who gets no letter (trap 8). */
export const transferModes = ['online', 'letter', 'materials'] as const

export type TransferMode = (typeof transferModes)[number]

/**
 * How far a transfer has come. Overdue is no state: it follows from the dates. `accepted`: for `out` the other side says it has
 * taken the person in, but its receipt has not come; for `in` the person is in our branch, but we have sent no receipt.
 */
export const transferStatuses = [
  'waiting',
  'issued',
  'inTransit',
  'accepted',
  'receipted',
  'returned',
  'void',
] as const

export type TransferStatus = (typeof transferStatuses)[number]

/** What is done to a transfer. */
export const transferSteps = ['issue', 'send', 'accept', 'receipt', 'return', 'void'] as const

export type TransferStep = (typeof transferSteps)[number]

type Steps = Readonly<Partial<Record<TransferStep, TransferStatus>>>

const outSteps: Readonly<Record<TransferStatus, Steps>> = {
  waiting: { issue: 'issued', void: 'void' },
  // Whoever notes things late may enter the receipt straight away.
  issued: { send: 'inTransit', accept: 'accepted', receipt: 'receipted', return: 'returned', void: 'void' },
  inTransit: { accept: 'accepted', receipt: 'receipted', return: 'returned', void: 'void' },
  accepted: { receipt: 'receipted' },
  receipted: {},
  returned: {},
  void: {},
}

const inSteps: Readonly<Record<TransferStatus, Steps>> = {
  waiting: {},
  issued: {},
  inTransit: { accept: 'accepted', return: 'returned', void: 'void' },
  accepted: { receipt: 'receipted' },
  receipted: {},
  returned: {},
  void: {},
}

/** What may be done next; in the order it usually is. */
export function nextSteps(direction: TransferDirection, status: TransferStatus): readonly TransferStep[] {
  const steps = stepsOf(direction, status)
  return transferSteps.filter((step) => steps[step] !== undefined)
}

/** The state after a step; null where it may not be taken. */
export function statusAfter(
  direction: TransferDirection,
  status: TransferStatus,
  step: TransferStep,
): TransferStatus | null {
  return stepsOf(direction, status)[step] ?? null
}

function stepsOf(direction: TransferDirection, status: TransferStatus): Steps {
  return (direction === 'out' ? outSteps : inSteps)[status]
}

/** An outgoing one waits for its letter, an incoming one begins when its letter is registered. */
export function firstStatus(direction: TransferDirection): TransferStatus {
  return direction === 'out' ? 'waiting' : 'inTransit'
}

const done: ReadonlySet<TransferStatus> = new Set<TransferStatus>(['receipted', 'returned', 'void'])

export function isOpenTransfer(status: TransferStatus): boolean {
  return !done.has(status)
}

/** TRF-03: until the receipt is here a person who leaves counts at the old branch, and nowhere else. */
export function countsAtOldBranch(direction: TransferDirection, status: TransferStatus): boolean {
  return direction === 'out' ? status !== 'receipted' : status !== 'accepted' && status !== 'receipted'
}
