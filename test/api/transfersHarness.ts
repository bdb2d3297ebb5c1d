import type { RouteInput } from '#shared/contract/routes.ts'
import { unfilledTransfer } from '#shared/contract/unfilledTransfer.ts'
import type { TransferDetail } from '#shared/contract/transfers.ts'
import { anIdNo } from './samples.ts'
import type { Caller } from './testCore.ts'

type Fields = RouteInput<'transfers.create'>['fields']

const unfilled: Fields = { ...unfilledTransfer, materials: [] }

/** A letter somebody brings into this branch, with all that is needed to accept him. */
export function aComing(
  organizationId: string,
  fields: Partial<Fields> = {},
): RouteInput<'transfers.create'> {
  return {
    direction: 'in',
    memberId: null,
    fields: {
      ...unfilled,
      organizationId,
      personName: '赵来',
      gender: '2',
      birthDate: '1985-02-03',
      ethnicity: '01',
      personType: '1',
      idNo: anIdNo('1985-02-03', 222),
      phone: '13611112222',
      fromOrg: '中共外区光明街道工作委员会',
      toOrg: '中共测试街道测试街道党工委',
      letterNo: '光组〔2026〕15号',
      feePaidTo: '2026-11',
      validDays: 30,
      issuedOn: '2026-11-10',
      ...fields,
    },
  }
}

/** Somebody of our roster who leaves; the core fills in who and where from. */
export function aLeaving(memberId: string, fields: Partial<Fields> = {}): RouteInput<'transfers.create'> {
  return {
    direction: 'out',
    memberId,
    fields: {
      ...unfilled,
      organizationId: 'of the member',
      personName: '由名册',
      fromOrg: '中共测试街道测试街道党工委',
      toOrg: '中共外区光明街道工作委员会',
      isSettled: true,
      ...fields,
    },
  }
}

const plain = (detail: TransferDetail) => ({ id: detail.id, version: detail.version })

/** Out, with its letter given on this day. */
export async function anIssued(
  caller: Caller,
  memberId: string,
  letter: Partial<RouteInput<'transfers.issue'>> = {},
): Promise<TransferDetail> {
  const waiting = await caller.call('transfers.create', aLeaving(memberId))
  return caller.call('transfers.issue', {
    ...plain(waiting),
    letterNo: '2026-001',
    issuedOn: '2026-11-10',
    validDays: 30,
    feePaidTo: '2026-11',
    ...letter,
  })
}

/** As it stands, for the next step. */
export const standing = plain

/** Three of one community: an outgoing one that waits for its letter, one with its letter, and somebody who comes. */
export async function addTransfers(
  clerk: Caller,
  {
    stem,
    branchId,
    waitingMemberId,
    leavingMemberId,
    order,
  }: {
    readonly stem: string
    readonly branchId: string
    readonly waitingMemberId: string
    readonly leavingMemberId: string
    readonly order: number
  },
) {
  const waiting = await clerk.call('transfers.create', aLeaving(waitingMemberId, { remark: `${stem}待开` }))
  const letterNo = `2026-${order}`
  const issued = await anIssued(clerk, leavingMemberId, { letterNo })
  const coming = await clerk.call(
    'transfers.create',
    aComing(branchId, {
      personName: `${stem}来`,
      idNo: anIdNo('1985-02-03', order + 1),
      phone: `1350000${String(order).padStart(4, '0')}`,
      reason: `${stem}调入`,
    }),
  )
  return { waitingId: waiting.id, issuedId: issued.id, comingId: coming.id }
}
