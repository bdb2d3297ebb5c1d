import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMeeting } from './meetingHarness.ts'
import type { Office } from './samples.ts'
import { testUser } from './testCore.ts'

export async function draft(
  { call, branchId }: Office,
  heldOn: string,
  kinds: readonly MeetingKind[],
  fields: Partial<MeetingFields> = {},
) {
  return call('meetings.create', {
    fields: aMeeting(branchId, { heldOn: dateOnly(heldOn), kinds: [...kinds], title: heldOn, ...fields }),
  })
}

export async function held(
  office: Office,
  heldOn: string,
  kinds: readonly MeetingKind[],
  fields: Partial<MeetingFields> = {},
) {
  const { id, version } = await draft(office, heldOn, kinds, fields)
  return office.call('meetings.finalize', { id, version })
}

export async function gridOf({ call, branchId }: Pick<Office, 'call' | 'branchId'>, year = 2026) {
  return call('meetings.grid', {
    organizationId: branchId,
    year,
    kind: null,
    only: null,
    offset: 0,
    limit: 50,
  })
}

export async function cells(office: Office, kind: DutyKind, year = 2026): Promise<readonly string[]> {
  const { rows } = await gridOf(office, year)
  return (rows[0]?.cells ?? []).filter((cell) => cell.kind === kind).map(({ no, state }) => `${no} ${state}`)
}

export async function codes({ call, branchId }: Office, year = 2026): Promise<readonly string[]> {
  const { findings } = await call('meetings.compliance', { organizationId: branchId, year })
  return findings.map(({ code, severity, period: { length, no } }) => `${code} ${severity} ${length} ${no}`)
}

/** The next day somebody sits down at it. */
export async function on(office: Office, today: string): Promise<void> {
  office.clock.set(`${today}T02:00:00Z`)
  await office.call('accounts.signIn', { user: testUser.user, password: testUser.password })
}
