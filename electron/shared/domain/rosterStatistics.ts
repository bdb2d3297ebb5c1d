import { educationTier, educationTierLabels } from '../labels/personTables.ts'
import type { EducationTier } from '../labels/personTables.ts'
import { ageOn, lastDay } from '../lib/dates.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { personTypeFull, personTypeProbationary } from './memberFacts.ts'
import { partyAge } from './partyAge.ts'
import type { PartyAgeFacts } from './partyAge.ts'
import { isCountedStatus } from './partyStatus.ts'
import type { RuleSettings } from './settings.ts'

export interface StatisticsFacts extends PartyAgeFacts {
  readonly id: string
  readonly partyStatus: string | null
  readonly gender: string | null
  readonly birthDate: PartialDate | null
  readonly ethnicity: string | null
  readonly education: string | null
  readonly isFloating: boolean | null
  readonly isHardship: boolean | null
}

/** STA-01: 正式 and 预备党员 whose status still counts; 停止党籍, 已转出, 已故 and 出党 do not. */
export function isCountedMember(facts: Pick<StatisticsFacts, 'personType' | 'partyStatus'>): boolean {
  const isMember = facts.personType === personTypeFull || facts.personType === personTypeProbationary
  return isMember && isCountedStatus(facts.partyStatus)
}

/** 少数民族: known, not 汉族, not 外国血统. An empty field is not a minority. */
export function isMinority(ethnicity: string | null): boolean {
  return ethnicity !== null && ethnicity !== '' && ethnicity !== '01' && ethnicity !== '98'
}

interface Band {
  readonly label: string
  readonly from: number
  readonly to: number
}

export const unknownLabel = '未登记'

/** Columns of the annual return, in full years of age. */
export const ageBands: readonly Band[] = [
  { label: '30岁及以下', from: -Infinity, to: 30 },
  { label: '31—35岁', from: 31, to: 35 },
  { label: '36—40岁', from: 36, to: 40 },
  { label: '41—45岁', from: 41, to: 45 },
  { label: '46—50岁', from: 46, to: 50 },
  { label: '51—55岁', from: 51, to: 55 },
  { label: '56—60岁', from: 56, to: 60 },
  { label: '61—65岁', from: 61, to: 65 },
  { label: '66—70岁', from: 66, to: 70 },
  { label: '71岁及以上', from: 71, to: Infinity },
]

/** STA-03, in full years of 党龄; 预备党员 stand in the first. */
export const partyAgeBands: readonly Band[] = [
  { label: '不满1年', from: 0, to: 0 },
  { label: '1—5年', from: 1, to: 5 },
  { label: '6—10年', from: 6, to: 10 },
  { label: '11—20年', from: 11, to: 20 },
  { label: '21—30年', from: 21, to: 30 },
  { label: '31—40年', from: 31, to: 40 },
  { label: '41—49年', from: 41, to: 49 },
  { label: '50年及以上', from: 50, to: Infinity },
]

export function bandOf(bands: readonly Band[], years: number): string {
  return bands.find(({ from, to }) => years >= from && years <= to)?.label ?? unknownLabel
}

export interface StatisticRow {
  readonly label: string
  readonly count: number
}

export interface RosterStatistics {
  readonly total: number
  readonly full: number
  readonly probationary: number
  readonly floating: number
  readonly hardship: number
  readonly gender: readonly StatisticRow[]
  readonly age: readonly StatisticRow[]
  readonly education: readonly StatisticRow[]
  readonly partyAge: readonly StatisticRow[]
  readonly ethnicity: readonly StatisticRow[]
  /** STA-05: members a month-only or year-only date may have put into the wrong band. */
  readonly uncertainIds: readonly string[]
}

// Every table ends in 未登记, shown only when somebody stands there, so that its parts add up to the total (STA-02).
function tally(labels: readonly string[], values: readonly string[]): readonly StatisticRow[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const rows = labels.map((label) => ({ label, count: counts.get(label) ?? 0 }))
  const unknown = counts.get(unknownLabel) ?? 0
  return unknown === 0 ? rows : [...rows, { label: unknownLabel, count: unknown }]
}

function ageBandOf(birthDate: PartialDate | null, asOf: DateOnly): string {
  return birthDate === null ? unknownLabel : bandOf(ageBands, ageOn(birthDate, asOf))
}

function partyAgeBandOf(facts: StatisticsFacts, asOf: DateOnly): string {
  const age = partyAge(facts, asOf)
  return age === null ? unknownLabel : bandOf(partyAgeBands, age.years)
}

function isUncertain(facts: StatisticsFacts, asOf: DateOnly): boolean {
  const { birthDate } = facts
  const isAgeUnsure = birthDate !== null && ageBandOf(birthDate, asOf) !== ageBandOf(lastDay(birthDate), asOf)
  const age = partyAge(facts, asOf)
  if (age === null || age.isYearCertain) return isAgeUnsure
  return (
    isAgeUnsure ||
    bandOf(partyAgeBands, Math.floor(age.leastMonths / 12)) !== bandOf(partyAgeBands, age.years)
  )
}

function genderOf(gender: string | null): string {
  if (gender === '1') return '男'
  return gender === '2' ? '女' : unknownLabel
}

function ethnicityOf(ethnicity: string | null): string {
  if (ethnicity === null || ethnicity === '') return unknownLabel
  if (ethnicity === '98') return '外国血统（入中国籍）'
  return isMinority(ethnicity) ? '少数民族' : '汉族'
}

const educationTiers: readonly EducationTier[] = [1, 2, 3, 4, 5, 6]

function educationOf(education: string | null, plainClassTier: 2 | 3): string {
  const tier = education === null ? null : educationTier(education, plainClassTier)
  return tier === null ? unknownLabel : educationTierLabels[tier]
}

/** The statistics of the roster (D09) over counted members, as of a day. Every table adds up to `total`. */
export function rosterStatistics(
  members: readonly StatisticsFacts[],
  asOf: DateOnly,
  settings: Pick<RuleSettings, 'stats.plainClassTier'>,
): RosterStatistics {
  const counted = members.filter(isCountedMember)
  const by = (labels: readonly string[], valueOf: (facts: StatisticsFacts) => string) =>
    tally(labels, counted.map(valueOf))
  const labelsOf = (bands: readonly Band[]) => bands.map(({ label }) => label)
  const ethnicity = by(['汉族', '少数民族', '外国血统（入中国籍）'], (each) => ethnicityOf(each.ethnicity))
  return {
    total: counted.length,
    full: counted.filter((each) => each.personType === personTypeFull).length,
    probationary: counted.filter((each) => each.personType === personTypeProbationary).length,
    floating: counted.filter((each) => each.isFloating === true).length,
    hardship: counted.filter((each) => each.isHardship === true).length,
    gender: by(['男', '女'], (each) => genderOf(each.gender)),
    age: by(labelsOf(ageBands), (each) => ageBandOf(each.birthDate, asOf)),
    education: by(
      educationTiers.map((tier) => educationTierLabels[tier]),
      (each) => educationOf(each.education, settings['stats.plainClassTier']),
    ),
    partyAge: by(labelsOf(partyAgeBands), (each) => partyAgeBandOf(each, asOf)),
    ethnicity: ethnicity.filter(({ label, count }) => label !== '外国血统（入中国籍）' || count > 0),
    uncertainIds: counted.filter((each) => isUncertain(each, asOf)).map(({ id }) => id),
  }
}
