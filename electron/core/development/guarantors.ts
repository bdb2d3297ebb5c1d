import type { Database, ReadDb } from '#db/database.ts'
import type { StoredGuarantor } from '#db/queries/developmentParts.ts'
import { deleteGuarantor, insertGuarantor, updateGuarantor } from '#db/queries/developmentPartWrites.ts'
import { getMembers } from '#db/queries/members.ts'
import type { developmentRoutes } from '#shared/contract/development.ts'
import { guarantorDutyLabels } from '#shared/labels/developmentRecords.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { momentOf } from '../records/moment.ts'
import { notInFuture, readWhole, refuse, type WholeFile } from './checks.ts'

type Input = z.output<(typeof developmentRoutes)['development.setGuarantors']['input']>
type Person = Input['people'][number]

/** As the roster calls them; a member out of reach is put down by name alone. Throws VALIDATION_FAILED beside `people`. */
function named(db: ReadDb, people: Input['people'], stored: readonly StoredGuarantor[]): readonly Person[] {
  const ids = people.flatMap(({ memberId }) => memberId ?? [])
  const members = new Map(getMembers(db, ids).map((member) => [member.id, member]))
  // Answered by name alone, for they are out of reach: who sends them back means them.
  const seen = new Set(
    getMembers(
      db,
      stored.flatMap(({ memberId }) => memberId ?? []),
    ).map(({ id }) => id),
  )
  const unseen = new Map(
    stored
      .filter(({ memberId }) => memberId !== null && !seen.has(memberId))
      .map(({ name, memberId }) => [name, memberId]),
  )
  return people.map((person) => {
    const { memberId, name } = person
    if (memberId === null) return { ...person, memberId: unseen.get(name) ?? null }
    const known = stored.find((each) => each.memberId === memberId)
    const member = members.get(memberId)
    if (member === undefined && known === undefined)
      throw refuse({ people: `花名册里找不到“${name}”，请重新选择；不在本街道的请只填姓名` })
    return { ...person, name: member?.name ?? known?.name ?? name }
  })
}

const isSame = (a: Pick<Person, 'memberId' | 'name'>, b: Pick<Person, 'memberId' | 'name'>) =>
  a.memberId === null ? b.memberId === null && a.name === b.name : a.memberId === b.memberId

function checkPeople({ file }: WholeFile, people: readonly Person[], duty: Input['duty']): void {
  const label = guarantorDutyLabels[duty]
  const self = people.find(({ memberId }) => memberId !== null && memberId === file.memberId)
  if (self) throw refuse({ people: `“${self.name}”是档案本人，不能作自己的${label}` })
  const twice = people.find((person, i) => people.findIndex((other) => isSame(person, other)) !== i)
  if (twice) throw refuse({ people: `“${twice.name}”列了两次，请删去一个` })
}

/** The whole list of one duty from a day on. Whoever is left out ends that day; whoever began on it was a slip and goes. */
export function setGuarantors(db: Database, input: Input, ports: Ports): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, input)
  const { file, parts } = whole
  const { duty, on } = input
  notInFuture(moment.today, { on })
  const now = parts.guarantors.filter((each) => each.duty === duty && each.toOn === null)
  const people = named(db.read, input.people, now)
  checkPeople(whole, people, duty)
  db.write((tx) => {
    for (const each of now) {
      if (people.some((person) => isSame(person, each))) continue
      if (each.fromOn !== null && each.fromOn >= on) deleteGuarantor(tx, each.id)
      else updateGuarantor(tx, each.id, { toOn: on })
    }
    for (const [position, person] of people.entries()) {
      const stored = now.find((each) => isSame(person, each))
      const { memberId, name, isKin } = person
      if (stored) updateGuarantor(tx, stored.id, { name, isKin, position })
      else
        insertGuarantor(tx, {
          id: ports.ids.next(),
          fileId: file.id,
          duty,
          memberId,
          name,
          fromOn: on,
          toOn: null,
          isKin,
          position,
        })
    }
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}
