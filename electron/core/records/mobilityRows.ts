import type { ReadDb } from '#db/database.ts'
import { contactsOf, type MobilityOfPerson, type StoredContact } from '#db/queries/mobility.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type {
  MobilityContact,
  MobilityDetail,
  MobilityFields,
  MobilityRow,
} from '#shared/contract/mobility.ts'
import { maskField, maskFreeText, type Reader } from '#shared/domain/memberMasks.ts'
import { placeKey, placeText } from '#shared/domain/mobilityPlaces.ts'
import { type RuleDay, summariseContacts } from '#shared/domain/mobilityDue.ts'
import { votingHint } from '#shared/domain/mobilityRules.ts'
import { branchOf, contactFact, judgeMobility } from './mobilityJudging.ts'

type PersonType = MobilityFields['personType']

function personTypeOf(text: string | null): PersonType {
  return text === '1' || text === '2' ? text : null
}

/** As stored, in the clear. */
export function fieldsOf({ record }: MobilityOfPerson): MobilityFields {
  const {
    id: _id,
    direction: _d,
    memberId: _m,
    status: _s,
    returnedOn: _r,
    endedReason: _e,
    ...rest
  } = record
  const { version: _v, createdAt: _c, updatedAt: _u, deletedAt: _da, deletedReason: _dr, ...fields } = rest
  const { gender } = fields
  return {
    ...fields,
    gender: gender === '1' || gender === '2' ? gender : null,
    personType: personTypeOf(fields.personType),
  }
}

/** Whom values are masked for; `clear` for nobody. */
export type Shown = Reader | 'clear'

/** Texts anybody may have written a number into. */
const freeTexts = [
  'province',
  'city',
  'district',
  'place',
  'unit',
  'destOrg',
  'destContact',
  'origOrg',
  'origContact',
  'certNo',
  'evalResult',
  'remark',
] as const

export function shownNumber(field: 'idNo' | 'phone', text: string, reader: Shown): string {
  return reader === 'clear' ? text : maskField(field, text, reader)
}

export function shownText(text: string, reader: Shown): string {
  return reader === 'clear' ? text : maskFreeText(text, reader)
}

function masked(fields: MobilityFields, reader: Shown): MobilityFields {
  const { idNo, phone } = fields
  const texts = freeTexts.map((key) => {
    const text = fields[key]
    return [key, text === null ? null : shownText(text, reader)] as const
  })
  return {
    ...fields,
    ...Object.fromEntries(texts),
    idNo: idNo === null ? null : shownNumber('idNo', idNo, reader),
    phone: phone === null ? null : shownNumber('phone', phone, reader),
  }
}

function contactRow(
  { createdAt: _c, updatedAt: _u, content, ...contact }: StoredContact,
  reader: Shown,
): MobilityContact {
  return { ...contact, content: content === null ? null : shownText(content, reader) }
}

function rowOf(
  of: MobilityOfPerson,
  contacts: readonly StoredContact[],
  names: ReadonlyMap<string, string>,
  day: RuleDay,
  reader: Shown,
): MobilityRow {
  const { record, member } = of
  const judged = judgeMobility(of, summariseContacts(contacts.map(contactFact)), day)
  const last = contacts.at(-1)
  const phone = record.phone ?? member?.mobile ?? null
  return {
    id: record.id,
    version: record.version,
    direction: record.direction,
    status: record.status,
    memberId: record.memberId,
    name: member?.name ?? record.name ?? '',
    personType: member?.personType ?? record.personType,
    organizationId: branchOf(of),
    organizationName: names.get(branchOf(of)) ?? '',
    placeText: shownText(placeText(record), reader),
    placeKey: shownText(placeKey(record), reader),
    fields: masked(fieldsOf(of), reader),
    phone: phone === null ? null : shownNumber('phone', phone, reader),
    endedOn: record.returnedOn,
    endedReason: record.endedReason,
    lastContact: last === undefined ? null : contactRow(last, reader),
    ...judged,
  }
}

function contactsByRecord(
  db: ReadDb,
  all: readonly MobilityOfPerson[],
): ReadonlyMap<string, readonly StoredContact[]> {
  const ids = all.map(({ record }) => record.id)
  return Map.groupBy(contactsOf(db, ids), ({ recordId }) => recordId)
}

export function mobilityRows(
  db: ReadDb,
  all: readonly MobilityOfPerson[],
  day: RuleDay,
): readonly MobilityRow[] {
  const names = organizationNames(db)
  const contacts = contactsByRecord(db, all)
  return all.map((of) => rowOf(of, contacts.get(of.record.id) ?? [], names, day, db))
}

/** As `reader` is shown them: whoever asks, unless a paper goes to others or somebody has said why the whole numbers are needed. */
export function mobilityDetails(
  db: ReadDb,
  all: readonly MobilityOfPerson[],
  day: RuleDay,
  reader: Shown = db,
): readonly MobilityDetail[] {
  const names = organizationNames(db)
  const contacts = contactsByRecord(db, all)
  return all.map((of) => {
    const own = contacts.get(of.record.id) ?? []
    return {
      ...rowOf(of, own, names, day, reader),
      contacts: own.map((contact) => contactRow(contact, reader)).toReversed(),
      votingHint: votingHint(of.record.direction),
      createdAt: of.record.createdAt,
      updatedAt: of.record.updatedAt,
    }
  })
}
