import type { ReadDb } from '#db/database.ts'
import {
  findAnyDevelopmentFiles,
  type StoredDevelopmentFile,
  trashedDevelopmentFiles,
} from '#db/queries/developmentFiles.ts'
import { guarantorNamesOf } from '#db/queries/developmentFacts.ts'
import { idNosElsewhere, listLivingByIdNos } from '#db/queries/imports.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import { type DevelopmentReading, readDevelopment } from '../records/developmentReading.ts'
import { withdrawnReason } from '../records/undoPlan.ts'
import type { ReadDevelopment } from './readDevelopment.ts'

/** The part of the roster and of the files the workbook touches, all by ID number. */
export interface DevelopmentSnapshot {
  /** Living members. */
  readonly members: ReadonlyMap<string, StoredMember>
  /** Files not in the trash; a person may have one that ended beside one that goes on. */
  readonly files: ReadonlyMap<string, readonly DevelopmentReading[]>
  /** Names of who has a duty now, by file. */
  readonly guarantors: ReadonlyMap<string, readonly { readonly duty: GuarantorDuty; readonly name: string }[]>
  /** Of people outside the organisations of whoever imports. */
  readonly elsewhere: ReadonlySet<string>
  /** Whose file lies in the trash. */
  readonly trashed: ReadonlySet<string>
}

const chunk = 500

function readingsOf(db: ReadDb, files: readonly StoredDevelopmentFile[]): readonly DevelopmentReading[] {
  const readings: DevelopmentReading[] = []
  for (let from = 0; from < files.length; from += chunk)
    readings.push(...readDevelopment(db, files.slice(from, from + chunk)))
  return readings
}

export function readDevelopmentSnapshot(
  db: ReadDb,
  reads: readonly Pick<ReadDevelopment, 'idNo'>[],
): DevelopmentSnapshot {
  const idNos = [...new Set(reads.flatMap(({ idNo }) => idNo ?? []))]
  const files = findAnyDevelopmentFiles(db, idNos)
  const [mine, others] = [
    files.filter(({ organizationId }) => isInScope(db, organizationId)),
    files.filter(({ organizationId }) => !isInScope(db, organizationId)),
  ]
  return {
    members: new Map(listLivingByIdNos(db, idNos).map((member) => [member.idNo, member])),
    files: Map.groupBy(readingsOf(db, mine), ({ file: { idNo } }) => idNo ?? ''),
    guarantors: Map.groupBy(
      guarantorNamesOf(
        db,
        mine.map(({ id }) => id),
      ),
      ({ fileId }) => fileId,
    ),
    elsewhere: new Set([...idNosElsewhere(db, idNos), ...others.flatMap(({ idNo }) => idNo ?? [])]),
    trashed: new Set(
      trashedDevelopmentFiles(db, idNos)
        .filter(({ deletedReason }) => deletedReason !== withdrawnReason)
        .flatMap(({ idNo }) => idNo ?? []),
    ),
  }
}
