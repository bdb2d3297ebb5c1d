import type { Bridge, BridgeNumberKey } from '#shared/contract/bridge.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { bridgeColumns } from '#shared/domain/bridgeNumbers.ts'
import { cellValue } from '#shared/domain/bridgeTable.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, type Street } from './samples.ts'
import type { Caller } from './testCore.ts'

export const year = { from: dateOnly('2025-12-31'), to: dateOnly('2026-12-31') }

let order = 0

export interface Office extends Street, Caller {}

/** People by name: each came on 2010-01-01 unless said otherwise. */
export async function join(
  { call, branchId }: Office,
  name: string,
  fields: Partial<MemberRecord> = {},
): Promise<string> {
  order += 2
  const record = aMember({
    organizationId: branchId,
    name,
    idNo: anIdNo('1970-05-04', 100 + order),
    enteredOn: partialDate('2010-01-01'),
    enteredKind: '2',
    ...fields,
  })
  return (await call('members.create', { fields: record })).id
}

export async function change({ call }: Caller, id: string, fields: Partial<MemberRecord>): Promise<void> {
  const { version } = await call('members.get', { id })
  await call('members.update', { id, version, fields })
}

/** Numbers that are not nothing, of everybody. */
export function shown(numbers: Bridge['total']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    bridgeColumns
      .map((column) => [column, cellValue(numbers, column, 'all')] as const)
      .filter(([, value]) => value !== 0),
  )
}

export async function namesOf(
  { call }: Caller,
  organizationId: string | null,
  number: BridgeNumberKey,
  personType: '1' | '2' | null = null,
): Promise<readonly string[]> {
  const input = { organizationId, ...year, number, personType, offset: 0, limit: 200 }
  const { rows, total } = await call('bridge.names', input)
  if (total !== rows.length) throw new Error(`${total} counted, ${rows.length} named`)
  return rows.map(({ name }) => name)
}
