import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  type DateOnly,
  dateOnly,
  type PartialDate,
  partialDate,
} from '#shared/lib/dates.ts'
import { checkDigit } from '#shared/lib/idNumber.ts'
import { demoName } from './demoNames.ts'
import type { Random } from './random.ts'

export interface DemoBranch {
  readonly id: string
  readonly name: string
  readonly groupIds: readonly string[]
  readonly jointUnits: readonly string[]
  readonly isRetired: boolean
}

const regions = [
  '110105',
  '230103',
  '310104',
  '330106',
  '340524',
  '370102',
  '420106',
  '440303',
  '510104',
  '610113',
]
const educations = [
  '61',
  '61',
  '51',
  '51',
  '41',
  '31',
  '31',
  '31',
  '21',
  '21',
  '21',
  '21',
  '12',
  '11',
  '24',
  '62',
]
const estates = ['春晖小区', '松涛新苑', '兰亭里', '荷塘苑', '北苑家园', '南湖小区', '西岭公寓', '梅园']
const districts = ['浙江省杭州市', '黑龙江省哈尔滨市', '山东省济南市', '四川省成都市', '安徽省马鞍山市']

/** Makes ID numbers nobody has twice; the digits in between carry the sex as GB 11643 says. */
export interface DemoPeople {
  next(branch: DemoBranch): MemberRecord
}

export function demoPeople(random: Random, today: DateOnly): DemoPeople {
  const used = new Set<string>()
  const idNumber = (birth: DateOnly, isFemale: boolean): string => {
    for (;;) {
      const order = String(random.below(500) * 2 + (isFemale ? 0 : 1)).padStart(3, '0')
      const first17 = `${random.pick(regions)}${birth.replaceAll('-', '')}${order}`
      if (used.has(first17)) continue
      used.add(first17)
      return first17 + checkDigit(first17)
    }
  }
  return { next: (branch) => withFaults(person(branch, random, today, idNumber), random, today) }
}

function day(random: Random, year: number): DateOnly {
  return addDays(dateOnly(`${year}-01-01`), random.below(365))
}

/** Old files often have only the month or the year. */
function remembered(date: DateOnly, random: Random): PartialDate {
  const year = Number(date.slice(0, 4))
  if (year < 1975 && random.chance(0.15)) return partialDate(date.slice(0, 4))
  if (year < 2000 && random.chance(0.4)) return partialDate(date.slice(0, 7))
  return date
}

/** Most were admitted where they are; the others came later from elsewhere, on a day their file knows. */
function arrival(
  joined: DateOnly,
  random: Random,
  thisYear: number,
): Pick<MemberRecord, 'enteredKind' | 'enteredOn'> {
  const isFromElsewhere = random.chance(0.5)
  const since = Math.max(Number(joined.slice(0, 4)), thisYear - 20)
  const days = 365 * Math.max(1, thisYear - since)
  const on = random.chance(0.6) ? addDays(dateOnly(`${since}-01-01`), random.below(days)) : null
  return isFromElsewhere && on !== null && on > joined && on < `${thisYear}`
    ? { enteredKind: '2', enteredOn: on }
    : { enteredKind: '1', enteredOn: null }
}

function person(
  branch: DemoBranch,
  random: Random,
  today: DateOnly,
  idNumber: (birth: DateOnly, isFemale: boolean) => string,
): MemberRecord {
  const isFemale = random.chance(0.42)
  const thisYear = Number(today.slice(0, 4))
  const birth = day(random, thisYear - (branch.isRetired ? 58 + random.below(35) : 20 + random.below(68)))
  const joined = joinDay(birth, random, today)
  const isProbationary = joined > addMonths(today, -12)
  const regular = isProbationary ? null : addMonths(joined, 12)
  const { name, ethnicity } = demoName(random, isFemale)
  const isRetired = ageOn(birth, today) >= 60
  return {
    ...unfilledMember,
    partyStatus: 'ZC',
    name,
    idNo: idNumber(birth, isFemale),
    gender: isFemale ? '2' : '1',
    birthDate: birth,
    ethnicity,
    nativePlace: random.pick(districts),
    education: random.pick(educations),
    personType: isProbationary ? '2' : '1',
    organizationId: branch.id,
    groupId: branch.groupIds.length > 0 && random.chance(0.97) ? random.pick(branch.groupIds) : null,
    jointUnit: branch.jointUnits.length > 0 ? random.pick(branch.jointUnits) : null,
    joinedOn: remembered(joined, random),
    joinKind: '1',
    regularOn: regular === null ? null : remembered(regular, random),
    regularKind: regular === null ? null : '1',
    ...arrival(joined, random, thisYear),
    jobPost: isRetired
      ? '42'
      : random.pick(['0111', '0121', '0131', '0141', '0163', '0211', '0221', '0251', '501']),
    unitDuty: isRetired
      ? '退休'
      : random.pick(['云溪软件有限公司 工程师', '区第二中学 教师', '社区服务站', '个体', null]),
    isMigrantWorker: false,
    mobile: random.chance(0.95)
      ? `1${random.pick(['38', '39', '50', '86', '77'])}${String(random.below(100_000_000)).padStart(8, '0')}`
      : null,
    address: `${random.pick(estates)}${1 + random.below(30)}号楼${1 + random.below(6)}单元${100 + random.below(1800)}室`,
    manageClass: isRetired ? '2' : '1',
    skills: random.chance(0.15) ? [String(1 + random.below(8))] : [],
    isHardship: random.chance(0.03),
    cannotAttend: ageOn(birth, today) >= 85 ? random.chance(0.5) : false,
    isLost: false,
    isFloating: false,
  }
}

/** From 18 on; never in the last two weeks, so that a demo of today holds no joining of tomorrow. */
function joinDay(birth: DateOnly, random: Random, today: DateOnly): DateOnly {
  const youngest = addDays(addYears(birth, 18), 1)
  const latest = addDays(today, -14)
  const isRecent = ageOn(birth, today) < 50 && random.chance(0.12)
  const from = isRecent && youngest < addMonths(latest, -11) ? addMonths(latest, -11) : youngest
  const spread = Math.min(isRecent ? 11 : 20 * 12, monthsUntil(from, latest))
  return addMonths(from, random.below(Math.max(spread, 1)))
}

function monthsUntil(from: DateOnly, to: DateOnly): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) -
    1
  )
}

/** The faults real rosters have, each rare. */
function withFaults(record: MemberRecord, random: Random, today: DateOnly): MemberRecord {
  const roll = random.below(1000)
  const birth = record.birthDate ?? today
  if (roll < 6)
    return { ...record, idNo: brokenDigit(record.idNo), idNoReason: '旧系统导出即如此，待本人带证件核对' }
  if (roll < 16)
    return { ...record, birthDate: partialDate(`${Number(birth.slice(0, 4)) + 1}${birth.slice(4, 7)}`) }
  if (roll < 24) return { ...record, joinedOn: null }
  if (roll < 32) return { ...record, regularOn: null }
  if (roll < 36) return { ...record, personType: '2', regularOn: null, joinedOn: addMonths(today, -15) }
  if (roll < 46) return { ...record, isLost: true, lostSince: addMonths(today, -3 - random.below(24)) }
  if (roll < 86)
    return {
      ...record,
      isFloating: true,
      floatingTo: random.pick(['上海市', '广东省深圳市', '北京市', '江苏省苏州市']),
      manageClass: '4',
    }
  if (roll < 92)
    return {
      ...record,
      partyStatus: 'TZ',
      partyStatusKind: 'TZ-SL',
      partyStatusOn: addMonths(today, -6 - random.below(30)),
    }
  if (roll < 98) return { ...record, partyStatus: 'SW', partyStatusOn: addMonths(today, -random.below(36)) }
  if (roll < 106) return { ...record, partyStatus: 'ZCU', partyStatusOn: addMonths(today, -random.below(24)) }
  if (roll < 109) return { ...record, partyStatus: 'LC', partyStatusOn: addMonths(today, -random.below(20)) }
  if (roll < 113) return { ...record, abroadSince: addYears(today, -1 - random.below(7)) }
  if (roll < 123) return { ...record, education: null }
  if (roll < 128) return { ...record, newStratum: '4' }
  return record
}

function brokenDigit(idNo: string): string {
  const last = idNo.slice(-1)
  return idNo.slice(0, 17) + (last === '0' ? '1' : '0')
}
