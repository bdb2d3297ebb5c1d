import type { ReadDb } from '#db/database.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import {
  committeesWithout,
  listResponsibility,
  type ResponsibilityRecord,
} from '#db/queries/responsibility.ts'
import type {
  ResponsibilityDetail,
  responsibilityRoutes,
  ResponsibilityRow,
} from '#shared/contract/responsibility.ts'
import { responsibilityFigures } from '#shared/domain/reviews/responsibility.ts'
import { responsibilityFindings } from '#shared/domain/reviews/responsibilityFindings.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { HandlersOf } from '../call.ts'
import { shownTexts } from '../records/developmentRows.ts'
import {
  copyResponsibility,
  createResponsibility,
  findResponsibility,
  saveResponsibility,
  trashResponsibility,
} from './commands.ts'

type Names = ReadonlyMap<string, string>

function rowOf(
  db: ReadDb,
  { list, goals, checks }: ResponsibilityRecord,
  names: Names,
  today: DateOnly,
): ResponsibilityRow {
  const { id, version, organizationId, year, firstName } = list
  const { openInspections: _o, ...figures } = responsibilityFigures({ year, goals, checks }, today)
  const organizationName = names.get(organizationId) ?? ''
  return shownTexts(
    { id, version, organizationId, organizationName, year, firstName, ...figures },
    ['firstName'],
    db,
  )
}

function detailOf(db: ReadDb, id: string, today: DateOnly): ResponsibilityDetail {
  const record = findResponsibility(db, id)
  const { list } = record
  const { organizationId, year, firstName, directName, specificName, remark } = list
  const goals = record.goals.map(({ level, content, ownerName, dueOn, doneOn, result }) =>
    shownTexts({ level, content, ownerName, dueOn, doneOn, result }, ['content', 'ownerName', 'result'], db),
  )
  const checks = record.checks.map(({ kind, heldOn, byName, found, closedOn, result }) =>
    shownTexts({ kind, heldOn, byName, found, closedOn, result }, ['byName', 'found', 'result'], db),
  )
  const fields = shownTexts(
    { organizationId, year, firstName, directName, specificName, remark, goals, checks },
    ['firstName', 'directName', 'specificName', 'remark'],
    db,
  )
  return {
    ...rowOf(db, record, organizationNames(db), today),
    fields,
    findings: responsibilityFindings(fields, today),
  }
}

/** 党建工作责任清单. */
export const responsibilityHandlers: HandlersOf<typeof responsibilityRoutes> = {
  'responsibility.list': (input, { db, ports }) => {
    const names = organizationNames(db.read)
    const today = ports.clock.today()
    return {
      rows: listResponsibility(db.read, input).map((record) => rowOf(db.read, record, names, today)),
      without: committeesWithout(db.read, input),
    }
  },
  'responsibility.get': ({ id }, { db, ports }) => detailOf(db.read, id, ports.clock.today()),
  'responsibility.create': ({ fields }, { db, ports }) =>
    detailOf(db.read, createResponsibility(db, fields, ports), ports.clock.today()),
  'responsibility.copy': (input, { db, ports }) =>
    detailOf(db.read, copyResponsibility(db, input, ports), ports.clock.today()),
  'responsibility.update': (input, { db, ports }) => {
    saveResponsibility(db, input, ports)
    return detailOf(db.read, input.id, ports.clock.today())
  },
  'responsibility.trash': (input, { db, ports }) => {
    trashResponsibility(db, input, ports)
    return null
  },
}
