import type { DutyBranch } from '#shared/domain/meetings/duties.ts'
import type { MeetingFacts, MeetingKind } from '#shared/domain/meetings/kinds.ts'

export const aBranch: DutyBranch = {
  existed: { from: null, to: null },
  committee: [{ from: null, to: null }],
  groups: [],
  hasUnnamedGroup: false,
  isTemporary: false,
}

let made = 0

export function aMeeting(heldOn: string, kind: MeetingKind, more: Partial<MeetingFacts> = {}): MeetingFacts {
  made += 1
  return {
    id: `m${made}`,
    kinds: new Set([kind]),
    heldOn,
    groupId: null,
    isFinal: true,
    isSecretaryLecturing: false,
    lifeYear: null,
    matters: [],
    ...more,
  }
}
