import { type MeetingKind, meetingKinds } from '../domain/meetings/kinds.ts'
import type { AbsenceReason } from '../domain/meetings/records.ts'
import { squeeze } from '../lib/text.ts'

/** How ledgers call the kinds; longer words first, for 支部党员大会 holds 大会. */
const kindWords: readonly (readonly [RegExp, MeetingKind])[] = [
  [/组织生活会/, 'organizationLife'],
  [/民主评议(?:党员)?|评议党员/, 'appraisal'],
  [/主题党日|党日活动|党员活动日|固定党日/, 'themeDay'],
  [/党小组会议?|小组会议?/, 'groupMeeting'],
  [/支部委员会会议|支部委员会|支委会议?|委员会会议/, 'committeeMeeting'],
  [/支部党员大会|党员大会|支部大会/, 'branchMeeting'],
  [/党课/, 'lecture'],
]

/**
 * The kinds a cell names, in the order of `meetingKinds`; a cell may name several (LIFE-08). `rest`: what of it is none of them,
 * empty for nothing.
 */
export function readMeetingKinds(text: string): {
  readonly kinds: readonly MeetingKind[]
  readonly rest: string
} {
  let rest = squeeze(text)
  const found = new Set<MeetingKind>()
  for (const [words, kind] of kindWords) {
    const before = rest
    rest = rest.replace(words, '')
    if (rest !== before) found.add(kind)
  }
  // 支部党员大会（党课）: what is left is signs, and words that say nothing.
  rest = rest.replaceAll(/[、,，;；/+＋&()（）和及与暨兼.。·-]|活动|会议|记录|召开/g, '')
  return { kinds: meetingKinds.filter((kind) => found.has(kind)), rest }
}

const reasonWords: readonly (readonly [RegExp, AbsenceReason])[] = [
  [/病|住院|身体/, 'ill'],
  [/公|出差|值班|加班|培训/, 'duty'],
  [/失联|联系不上|失去联系/, 'lost'],
  [/外出|外地|探亲|旅游|外省|出国|流动/, 'away'],
  [/事假|私事|因事|有事|家事|请假/, 'private'],
]

/** Why somebody stayed away, in a ledger's words; null where it says nothing. */
export function readAbsenceReason(text: string): AbsenceReason | null {
  return reasonWords.find(([words]) => words.test(text))?.[1] ?? null
}

export interface WrittenAbsence {
  /** Names in the order written; empty where only a number is given. */
  readonly people: readonly {
    readonly name: string
    readonly reason: AbsenceReason | null
    readonly note: string
  }[]
  /** How many it speaks of; null where that cannot be told. */
  readonly count: number | null
}

const nameOf =
  /^([\p{Script=Han}·]{2,15}?)(?:同志)?(?:[(（:：]\s*([^)）]*)[)）]?|\s+(.+)|((?:因|请|病|事|公|外出|出差).*))?$/u

const noName = /部分|个别|党员|人员|其余|其他|全体|大家|若干/

/** 1人因病请假; 张三（病假）、李四（外出）; 张三、李四因病请假. */
export function readAbsence(text: string): WrittenAbsence {
  const plain = text.trim()
  if (plain === '' || /^(?:无|没有|全部到会|全到|0人?)$/.test(plain)) return { people: [], count: 0 }
  const number = /^(\d{1,4})\s*(?:人|名)/.exec(plain)
  if (number !== null) return { people: [], count: Number(number[1]) }
  const parts = plain.split(/[、,，;；。\n]+/).filter((part) => part.trim() !== '')
  const people = parts.flatMap((part) => {
    const found = nameOf.exec(part.trim())
    if (found === null || noName.test(found[1] ?? '')) return []
    const note = (found[2] ?? found[3] ?? found[4] ?? '').trim()
    return [{ name: found[1] ?? '', reason: readAbsenceReason(note), note }]
  })
  if (people.length !== parts.length) return { people: [], count: null }
  // One reason at the end is that of all before it.
  const last = people.at(-1)
  const shared = last !== undefined && people.every((one) => one === last || one.note === '') ? last : null
  return {
    people: people.map((one) =>
      shared === null ? one : { ...one, reason: shared.reason, note: shared.note },
    ),
    count: people.length,
  }
}
