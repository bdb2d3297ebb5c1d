import type { WriteDb } from '#db/database.ts'
import { openOutflowOf, type StoredMobility, unlinkedOutflowsOf } from '#db/queries/mobility.ts'
import { insertMobility, updateMobility } from '#db/queries/mobilityWrites.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import { placeText, splitPlace } from '#shared/domain/mobilityPlaces.ts'
import type { WriteMoment } from './memberStore.ts'

const longestPlace = 100

/** 是否流动党员 and 外出流向 of whoever is away by this record; of whoever is here without one. */
export function followingFields(
  open: StoredMobility | undefined,
): Pick<MemberRecord, 'isFloating' | 'floatingTo'> {
  const place = open === undefined ? '' : placeText(open).slice(0, longestPlace)
  return { isFloating: open !== undefined, floatingTo: place === '' ? null : place }
}

const ofTheRoster = { organizationId: null, name: null, gender: null, idNo: null, personType: null } as const

/**
 * Outflows written down before the roster had the person become this member's, whose particulars are the roster's from now on. Of
 * those not over only one, for a person is away once at a time. Returns that one.
 */
export function linkOutflows(
  tx: WriteDb,
  { id: memberId, idNo }: { readonly id: string; readonly idNo: string },
  { at }: WriteMoment,
): StoredMobility | null {
  let isAway = openOutflowOf(tx, memberId) !== undefined
  let opened: StoredMobility | null = null
  for (const record of unlinkedOutflowsOf(tx, [idNo])) {
    const isOpen = isOpenMobility(record.status)
    if (isOpen && isAway) continue
    const { id, version } = record
    updateMobility(tx, { id, version, at }, { ...ofTheRoster, memberId })
    if (!isOpen) continue
    isAway = true
    opened = record
  }
  return opened
}

/** A roster that calls somebody 流动党员 says so much: away, since a day nobody wrote down. */
export function openMobility(
  tx: WriteDb,
  memberId: string,
  { isFloating, floatingTo }: Pick<MemberRecord, 'isFloating' | 'floatingTo'>,
  { at, ids }: WriteMoment,
): void {
  if (isFloating !== true || openOutflowOf(tx, memberId)) return
  insertMobility(
    tx,
    {
      id: ids.next(),
      direction: 'LC',
      memberId,
      status: 'away',
      isRegistered: true,
      ...(floatingTo === null ? {} : splitPlace(floatingTo)),
    },
    at,
  )
}
