import type { WriteDb } from '#db/database.ts'
import {
  insertDevelopmentMaterial,
  insertDevelopmentReview,
  insertDevelopmentStep,
  insertDevelopmentVote,
  insertGuarantor,
} from '#db/queries/developmentPartWrites.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { materialNos, materialTable } from '#shared/domain/development/materials.ts'
import { milestones, type MilestoneDates, stepOf } from '#shared/domain/development/milestones.ts'
import type { GuarantorDuty } from '#shared/domain/development/records.ts'
import { addMonths, type DateOnly, firstDay, isDateOnly, type PartialDate } from '#shared/lib/dates.ts'
import { addDevelopmentFile } from '../records/developmentStore.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { readVoters } from '../records/voters.ts'
import type { Random } from './random.ts'

export interface DemoFile {
  readonly id: string
  readonly name: string
  readonly dates: MilestoneDates
}

interface Making {
  readonly person: MemberRecord
  readonly memberId: string | null
  readonly dates: MilestoneDates
  /** The committee with the right to approve. */
  readonly street: StoredOrganization
  readonly random: Random
  readonly moment: WriteMoment
  readonly number: number
}

const units = [
  '街道综合服务中心职员',
  '软件公司工程师',
  '小学教师',
  '社区工作者',
  '物业公司主管',
  '个体经营者',
  null,
]

/** Every seventh file has what an inspection would find: a lesson left out, a paper that is missing. */
const faultEvery = 7

/** One file with the parts that somebody would have written down by now. */
export function addDemoFile(tx: WriteDb, making: Making): DemoFile {
  const { person, memberId, moment, random, number } = making
  const id = moment.ids.next()
  const isFaulty = number % faultEvery === faultEvery - 1
  const dates = isFaulty ? withoutTalk(making.dates) : making.dates
  addDevelopmentFile(
    tx,
    {
      id,
      organizationId: person.organizationId,
      memberId,
      name: person.name,
      gender: person.gender,
      idNo: person.idNo,
      ethnicity: person.ethnicity,
      birthDate: person.birthDate,
      nativePlace: person.nativePlace,
      education: person.education,
      unitDuty: person.unitDuty ?? random.pick(units),
      phone: person.mobile,
      publicityPlace: dates.publicityFrom === null ? null : '党支部公开栏',
      publicityPhone: dates.publicityFrom === null ? null : '党工委组织办公室',
      publicityResult: dates.targetOn === null ? null : 'none',
      isPoliticallyQualified: dates.politicalReviewOn === null ? null : true,
      hasReviewSummary: dates.politicalReviewOn === null ? null : true,
      trainingDays: dates.trainingTo === null ? null : 4,
      trainingHours: dates.trainingTo === null ? null : 24,
      resolutionOn: dates.meetingOn,
    },
    moment,
  )
  const file = { ...making, id, dates }
  putSteps(tx, file)
  putPeople(tx, file)
  putReviews(tx, file)
  putVotes(tx, file)
  putMaterials(tx, file, isFaulty)
  return { id, name: person.name, dates }
}

interface File extends Making {
  readonly id: string
}

function withoutTalk(dates: MilestoneDates): MilestoneDates {
  return { ...dates, talkedOn: null }
}

const byStreet = new Set([
  'activistFiledOn',
  'targetAgreedOn',
  'preReviewOn',
  'approvedOn',
  'regularApprovedOn',
])

function putSteps(tx: WriteDb, { id, dates, street, moment }: File): void {
  for (const milestone of milestones) {
    const doneOn = dates[milestone]
    if (doneOn === null) continue
    const isOfStreet = byStreet.has(milestone)
    insertDevelopmentStep(tx, {
      id: moment.ids.next(),
      fileId: id,
      milestone,
      doneOn,
      place: null,
      people: null,
      bodyId: isOfStreet ? street.id : null,
      bodyName: isOfStreet ? street.shortName : null,
      docNo: null,
      opinion: null,
      overrideReason: null,
      supersededBy: null,
    })
  }
}

function putPeople(tx: WriteDb, { id, dates, person, moment }: File): void {
  const put = (duty: GuarantorDuty, on: PartialDate | null) => {
    if (on === null || !isDateOnly(on)) return
    const { voters } = readVoters(tx, person.organizationId, on)
    voters.slice(0, 2).forEach(({ memberId, name }, position) =>
      insertGuarantor(tx, {
        id: moment.ids.next(),
        fileId: id,
        duty,
        memberId,
        name,
        fromOn: on,
        toOn: null,
        isKin: false,
        position: position + 1,
      }),
    )
  }
  put('contact', dates.contactsOn)
  put('sponsor', dates.sponsorsOn)
}

function putReviews(tx: WriteDb, { id, dates, moment, random }: File): void {
  const { activistOn, targetOn, meetingOn, approvedOn } = dates
  const put = (kind: 'activist' | 'probation' | 'thoughtReport', on: DateOnly) =>
    insertDevelopmentReview(tx, {
      id: moment.ids.next(),
      fileId: id,
      kind,
      reviewedOn: on,
      contactOpinion: null,
      branchOpinion: null,
      signedBy: null,
    })
  const until = (date: PartialDate | null) => (date === null ? moment.today : firstDay(date))
  if (activistOn !== null) {
    const from = firstDay(activistOn)
    for (let n = 6; addMonths(from, n) <= until(targetOn); n += 6) put('activist', addMonths(from, n))
    for (let n = 2; addMonths(from, n) <= until(meetingOn); n += 3)
      if (random.chance(0.97)) put('thoughtReport', addMonths(from, n))
  }
  if (meetingOn !== null && approvedOn !== null)
    for (const n of [6, 12]) {
      const on = addMonths(firstDay(meetingOn), n)
      if (on <= moment.today) put('probation', on)
    }
}

function putVotes(tx: WriteDb, { id, dates, person, moment }: File): void {
  const put = (subject: 'admission' | 'regular', on: PartialDate | null) => {
    if (on === null || !isDateOnly(on)) return
    const should = readVoters(tx, person.organizationId, on).voters.length
    const present = Math.max(Math.floor(should / 2) + 1, should - 2)
    insertDevelopmentVote(tx, {
      id: moment.ids.next(),
      fileId: id,
      subject,
      heldOn: on,
      should,
      present,
      issued: present,
      returned: present,
      valid: present,
      agreed: present,
      agreedInWriting: 0,
      against: 0,
      abstained: 0,
      tellers: null,
      counters: null,
      hostName: null,
      meetingId: null,
      supersededBy: null,
    })
  }
  put('admission', dates.meetingOn)
  put('regular', dates.regularMeetingOn)
}

function putMaterials(tx: WriteDb, { id, dates, moment, random }: File, isFaulty: boolean): void {
  const last = milestones.findLast((milestone) => dates[milestone] !== null)
  if (last === undefined) return
  for (const materialNo of materialNos) {
    if (materialTable[materialNo].step > stepOf(last)) continue
    if (isFaulty && materialNo === 'M2') continue
    insertDevelopmentMaterial(tx, {
      id: moment.ids.next(),
      fileId: id,
      materialNo,
      isPresent: true,
      isOriginal: true,
      copies: 1,
      pages: 1 + random.below(6),
      formedOn: null,
      note: null,
    })
  }
}
