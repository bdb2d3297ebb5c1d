import type { WriteDb } from '#db/database.ts'
import { insertForms } from '#db/queries/applicationForms.ts'
import { insertQuota } from '#db/queries/developmentQuotas.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { listMembersAfter } from '#db/queries/members.ts'
import { listOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'
import { insertTrainingClass, insertTrainingPlace } from '#db/queries/trainingClasses.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import type { MilestoneDates } from '#shared/domain/development/milestones.ts'
import {
  addDays,
  addMonths,
  ageOn,
  type DateOnly,
  firstDay,
  isDateOnly,
  type PartialDate,
} from '#shared/lib/dates.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { readWorkCalendar } from '../records/workCalendar.ts'
import { demoDatesFrom, demoDatesTo } from './demoDevelopmentDates.ts'
import { addDemoFile, type DemoFile } from './demoDevelopmentFile.ts'
import type { DemoBranch, DemoPeople } from './demoMembers.ts'
import type { Random } from './random.ts'

interface Office {
  readonly people: DemoPeople
  readonly branches: readonly DemoBranch[]
}

/** Days since the application: from the one of last week to the one whose approval is awaited. */
const since = [
  6, 12, 25, 40, 70, 95, 130, 170, 210, 260, 300, 350, 400, 440, 470, 500, 520, 540, 560, 575, 590, 610, 625,
  640,
]
const probationersMax = 12
const regularsMax = 6

/** People on all the steps: most kept as the book says, some with what an inspection would find. */
export function fillDevelopment(
  tx: WriteDb,
  random: Random,
  { people, branches }: Office,
  moment: WriteMoment,
): void {
  const street = listOrganizations(tx).find(({ hasApprovalRight }) => hasApprovalRight)
  if (!street) return
  const calendar = readWorkCalendar(tx)
  const { today } = moment
  const working = branches.filter(({ isRetired }) => !isRetired)
  const add = (person: MemberRecord, memberId: string | null, dates: MilestoneDates) =>
    addDemoFile(tx, { person, memberId, dates, street, random, moment, number: files.length })
  const files: DemoFile[] = []
  for (const days of since) {
    const branch = random.pick(working)
    const dates = demoDatesFrom(addDays(today, -days), today, random, calendar)
    // Whoever is through already would stand in the roster.
    if (dates.approvedOn === null) files.push(add(grownUp(people, branch, today), null, dates))
  }
  const members = recent(tx, today)
  const known = (personType: string, most: number) =>
    members.filter((each) => each.personType === personType).slice(0, most)
  for (const member of [...known('2', probationersMax), ...known('1', regularsMax)]) {
    const dates = joined(member, today, random, calendar)
    if (dates.appliedOn !== null && isGrownUp(member, dates.appliedOn))
      files.push(add(recordOf(member), member.id, dates))
  }
  fillRegisters(tx, files, street, moment)
  renewDevelopment(
    tx,
    files.map(({ id }) => id),
    moment,
  )
}

function grownUp(people: DemoPeople, branch: DemoBranch, today: DateOnly): MemberRecord {
  for (;;) {
    const person = people.next(branch)
    const age = person.birthDate === null ? 0 : ageOn(person.birthDate, today)
    if (age >= 22 && age <= 50) return person
  }
}

/** Members who joined in the last two years on a whole day. */
function recent(tx: WriteDb, today: DateOnly): readonly StoredMember[] {
  const from = addMonths(today, -24)
  const found: StoredMember[] = []
  for (let seq = 0; ;) {
    const page = listMembersAfter(tx, seq, 500)
    const last = page.at(-1)
    if (!last) return found
    found.push(
      ...page.filter(
        ({ joinedOn, partyStatus }) =>
          partyStatus === 'ZC' &&
          joinedOn !== null &&
          isDateOnly(joinedOn) &&
          joinedOn >= from &&
          joinedOn < today,
      ),
    )
    seq = last.seq
  }
}

function joined(
  { joinedOn }: StoredMember,
  today: DateOnly,
  random: Random,
  calendar: ReturnType<typeof readWorkCalendar>,
): MilestoneDates {
  if (joinedOn === null || !isDateOnly(joinedOn)) throw new Error('chosen for its day')
  return demoDatesTo(joinedOn, today, random, calendar)
}

function isGrownUp({ birthDate }: StoredMember, on: PartialDate): boolean {
  return birthDate !== null && ageOn(birthDate, firstDay(on)) >= 18
}

function fillRegisters(
  tx: WriteDb,
  files: readonly DemoFile[],
  street: StoredOrganization,
  { at, today, ids }: WriteMoment,
): void {
  const stamps = { version: 1, createdAt: at, updatedAt: at }
  const issued = files.filter(({ dates }) => dates.formOn !== null)
  const noOf = (n: number) => `2026${String(n + 1).padStart(4, '0')}`
  insertForms(
    tx,
    [...issued, ...Array.from({ length: 12 }, () => null)].map((file, n) => ({
      id: ids.next(),
      organizationId: street.id,
      serialNo: noOf(n),
      ...(file === null
        ? { status: 'stock' as const }
        : {
            status: file.dates.meetingOn === null ? ('issued' as const) : ('filed' as const),
            fileId: file.id,
            issuedOn: file.dates.formOn,
            receivedBy: file.name,
          }),
      ...stamps,
    })),
  )
  const year = Number(today.slice(0, 4))
  insertQuota(tx, { id: ids.next(), organizationId: street.id, year, planned: 12, docNo: null, ...stamps })
  const trained = files.filter(({ dates }) => dates.trainingTo !== null && dates.meetingOn === null)
  const [first] = trained
  if (!first?.dates.trainingFrom || !first.dates.trainingTo) return
  const classId = ids.next()
  insertTrainingClass(tx, {
    id: classId,
    organizationId: street.id,
    kind: 'target',
    name: `${year}年发展对象集中培训班`,
    fromOn: first.dates.trainingFrom,
    toOn: first.dates.trainingTo,
    days: 4,
    hours: 24,
    place: '街道党群服务中心',
    ...stamps,
  })
  trained.forEach(({ id }, n) =>
    insertTrainingPlace(tx, {
      id: ids.next(),
      classId,
      fileId: id,
      hours: 24,
      isPassed: true,
      certNo: `${year}-${String(n + 1).padStart(3, '0')}`,
    }),
  )
}
