import type { ReadDb } from '#db/database.ts'
import { idNosElsewhere, listBirthdays, listLivingByIdNos, listTrashedIdNos } from '#db/queries/imports.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import { withdrawnReason } from '../records/undoPlan.ts'
import type { ReadPerson } from './readPerson.ts'
import { type RosterSnapshot, type Twin, twinKey } from './rosterContext.ts'

/** What the roster holds of the people in the workbook. */
export function readRosterSnapshot(
  db: ReadDb,
  people: readonly ReadPerson[],
  today: DateOnly,
): RosterSnapshot {
  const idNos = [
    ...new Set(
      people.flatMap(({ idNo, writtenIdNo }) => [idNo, writtenIdNo].filter((each) => each !== null)),
    ),
  ]
  const living = new Map(listLivingByIdNos(db, idNos).map((member) => [member.idNo, member]))
  const strangers = people.filter(
    ({ idNo, derived }) => idNo !== null && derived !== null && !living.has(idNo),
  )
  const wanted = new Set(strangers.map(({ name, derived }) => twinKey(name, derived?.birthDate ?? '')))
  const birthDates = new Set(strangers.map(({ derived }) => derived?.birthDate ?? ''))
  const doubtful = new Map<string, Twin>()
  const twins = new Map<string, Twin>()
  for (const { id, name, birthDate, idNo } of listBirthdays(db, [...birthDates])) {
    const key = twinKey(name, birthDate)
    if (wanted.has(key)) (checkIdNo(idNo, today).ok ? twins : doubtful).set(key, { id, idNo })
  }
  const trashed = listTrashedIdNos(db).filter(({ deletedReason }) => deletedReason !== withdrawnReason)
  return {
    living,
    elsewhere: idNosElsewhere(db, idNos),
    doubtful,
    twins,
    trashed: new Set(trashed.map(({ idNo }) => idNo)),
  }
}
