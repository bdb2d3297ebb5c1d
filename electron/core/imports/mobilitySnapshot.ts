import type { ReadDb } from '#db/database.ts'
import { idNosElsewhere, listLivingByIdNos, listTrashedIdNos } from '#db/queries/imports.ts'
import { listLostCases, type StoredLostCase } from '#db/queries/lostCases.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import {
  contactsOf,
  inflowsOf,
  mobilityOfMembers,
  type StoredContact,
  type StoredMobility,
  unlinkedOutflowsOf,
} from '#db/queries/mobility.ts'
import { isOpenLost } from '#shared/domain/lostCases.ts'
import { withdrawnReason } from '../records/undoPlan.ts'
import type { ReadMobility } from './readMobility.ts'

/** The part of the ledger and the roster the workbook touches. */
export interface MobilitySnapshot {
  /** Living members by ID number. */
  readonly living: ReadonlyMap<string, StoredMember>
  /** ID numbers of people outside the organisations of whoever imports. */
  readonly elsewhere: ReadonlySet<string>
  readonly trashed: ReadonlySet<string>
  /** By member. */
  readonly outflows: ReadonlyMap<string, readonly StoredMobility[]>
  readonly inflows: readonly StoredMobility[]
  /** Outflows of people the roster did not have, by ID number. */
  readonly unlinked: ReadonlyMap<string, readonly StoredMobility[]>
  /** 失联处置 that are not settled, by member. */
  readonly lostCases: ReadonlyMap<string, StoredLostCase>
  /** By record. */
  readonly contacts: ReadonlyMap<string, readonly StoredContact[]>
}

export function readMobilitySnapshot(db: ReadDb, reads: readonly ReadMobility[]): MobilitySnapshot {
  const idNos = [
    ...new Set(reads.flatMap(({ idNo, writtenIdNo }) => [idNo, writtenIdNo].filter((each) => each !== null))),
  ]
  const members = listLivingByIdNos(db, idNos)
  const outflows = mobilityOfMembers(
    db,
    members.map(({ id }) => id),
  ).map(({ record }) => record)
  const inflows = inflowsOf(db, { idNos, names: reads.map(({ name }) => name) })
  const unlinked = unlinkedOutflowsOf(db, idNos)
  const records = [...outflows, ...inflows, ...unlinked].map(({ id }) => id)
  const trashed = listTrashedIdNos(db).filter(({ deletedReason }) => deletedReason !== withdrawnReason)
  return {
    living: new Map(members.map((member) => [member.idNo, member])),
    elsewhere: idNosElsewhere(db, idNos),
    trashed: new Set(trashed.map(({ idNo }) => idNo)),
    outflows: Map.groupBy(outflows, ({ memberId }) => memberId ?? ''),
    inflows,
    unlinked: Map.groupBy(unlinked, ({ idNo }) => idNo ?? ''),
    lostCases: new Map(
      listLostCases(db, null).flatMap(({ lost }) =>
        isOpenLost(lost.status) ? [[lost.memberId, lost] as const] : [],
      ),
    ),
    contacts: Map.groupBy(contactsOf(db, records), ({ recordId }) => recordId),
  }
}
