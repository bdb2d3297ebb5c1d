import type { WriteDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { listMembersAfter } from '#db/queries/members.ts'
import { listOrganizations, type StoredOrganization, subtreeIds } from '#db/queries/organizations.ts'
import { listPosts } from '#db/queries/posts.ts'
import { listTerms, type StoredTerm } from '#db/queries/terms.ts'
import type { PostPosition, PostWay } from '#shared/domain/posts.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import { addDays, addMonths, addYears, type DateOnly, isDateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { endPost, enterPosts, type NewPost } from '../records/postStore.ts'
import { changeTerm, openTerm } from '../records/termStore.ts'
import { demoName } from './demoNames.ts'
import { type Random, shuffled } from './random.ts'

const outsiders = [
  '实验小学校长',
  '社区卫生服务中心主任',
  '派出所副所长',
  '云溪商场党支部书记',
  '供电所所长',
] as const

/** Two terms with their committees for everybody who has terms; one is extended, one has lost its secretary. */
export function fillTerms(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const terms = Map.groupBy(listTerms(tx, null), ({ organizationId }) => organizationId)
  const all = listOrganizations(tx)
  const hand: Hand = { tx, random, moment, candidates: candidatesAmong(tx, all) }
  for (const row of all) {
    const running = runningTerm(terms.get(row.id) ?? [])
    if (running !== null) fillOrganization(hand, row, running)
    else if (row.type === 'DGW' || row.branchKind === 'LS') fillAppointed(hand, row)
  }
  extendOne(tx, all, moment)
  leaveOne(tx, all, moment)
}

function fillOrganization(
  { tx, random, moment, candidates }: Hand,
  row: StoredOrganization,
  running: StoredTerm,
): void {
  const { fromOn } = running
  if (fromOn === '' || !isDateOnly(fromOn)) return
  const before = addYears(fromOn, -(row.termYears ?? 3))
  const termNo = 2 + random.below(3)
  changeTerm(tx, running, { termNo }, moment)
  const former = {
    organizationId: row.id,
    termNo: termNo - 1,
    fromOn: before,
    dueOn: fromOn,
    endedOn: fromOn,
  }
  const formerId = openTerm(tx, { ...former, electionId: null, remark: null }, moment)
  const people = shuffled(candidates(row, before), random)
  const positions = positionsOf(row, people.length)
  const now = people.slice(0, positions.length)
  // Half of a committee stays, the others are new.
  const then = people.slice(Math.floor(positions.length / 2), Math.floor(positions.length * 1.5))
  const post = postMaker(row.id)
  enterPosts(
    tx,
    [
      ...then.map((person, i) =>
        post(person, positions[i] ?? 'WY', { fromOn: before, toOn: fromOn, termId: formerId }),
      ),
      ...now.map((person, i) =>
        post(person, positions[i] ?? 'WY', { fromOn, toOn: null, termId: running.id }),
      ),
      ...(row.type === 'SQW' ? partTimers(row, fromOn, running.id, random) : []),
    ],
    moment,
  )
}

function fillAppointed({ tx, random, moment, candidates }: Hand, row: StoredOrganization): void {
  const fromOn = addYears(moment.today, -2)
  const people = shuffled(candidates(row, fromOn), random)
  const positions = row.type === 'DGW' ? (['SJ', 'FSJ', 'ZZ', 'XC', 'JJ'] as const) : (['SJ'] as const)
  const post = postMaker(row.id)
  const posts = people
    .slice(0, positions.length)
    .map((person, i) =>
      post(person, positions[i] ?? 'WY', { fromOn, toOn: null, termId: null, way: 'appointed' }),
    )
  enterPosts(tx, posts, moment)
}

interface Hand {
  readonly tx: WriteDb
  readonly random: Random
  readonly moment: WriteMoment
  readonly candidates: (row: StoredOrganization, on: DateOnly) => readonly StoredMember[]
}

/** Full members of a year's standing who belong to an organisation or below it. Everybody is read once, not once an organisation. */
function candidatesAmong(tx: WriteDb, inOrder: readonly StoredOrganization[]): Hand['candidates'] {
  const all = listMembersAfter(tx, 0, 1_000_000).filter(
    ({ personType, partyStatus, isLost }) => personType === '1' && partyStatus === 'ZC' && isLost !== true,
  )
  const byBranch = Map.groupBy(all, ({ organizationId }) => organizationId)
  return (row, on) => {
    const ids = new Set(subtreeIds(tx, row.id))
    const people = inOrder.flatMap(({ id }) => (ids.has(id) ? (byBranch.get(id) ?? []) : []))
    const senior = people.filter(({ regularOn }) => regularOn !== null && regularOn < addYears(on, -2))
    const working = senior.filter(({ birthDate }) => birthDate !== null && birthDate > addYears(on, -57))
    return [working, senior, people].find((each) => each.length >= 5) ?? people
  }
}

function positionsOf({ type }: StoredOrganization, people: number): readonly PostPosition[] {
  if (type === 'SQW' || type === 'ZHW') return ['SJ', 'FSJ', 'ZZ', 'XC', 'JJ', 'QN', 'FN']
  return people >= 5 ? ['SJ', 'ZZ', 'XC'] : ['SJ']
}

interface Spell {
  readonly fromOn: DateOnly
  readonly toOn: DateOnly | null
  readonly termId: string | null
  readonly way?: PostWay
}

function postMaker(organizationId: string) {
  return (member: StoredMember, position: PostPosition, { fromOn, toOn, termId, way }: Spell): NewPost => ({
    organizationId,
    termId,
    memberId: member.id,
    personName: member.name,
    position,
    fromOn,
    toOn,
    howChosen: way ?? 'elected',
    approvedDoc: `云街党〔${fromOn.slice(0, 4)}〕${12 + Number(fromOn.slice(5, 7))}号`,
    approvedOn: addDays(fromOn, 7),
    isPartTime: false,
    isOnePersonTwoPosts: false,
    unitDuty: null,
    phone: null,
    leftReason: toOn === null ? null : '届满',
    remark: null,
  })
}

function partTimers(
  row: StoredOrganization,
  fromOn: DateOnly,
  termId: string,
  random: Random,
): readonly NewPost[] {
  return [0, 1].map((i) => ({
    organizationId: row.id,
    termId,
    memberId: null,
    personName: demoName(random, random.chance(0.5)).name,
    position: 'JZWY',
    fromOn,
    toOn: null,
    howChosen: 'appointed',
    approvedDoc: i === 0 ? `聘书〔${fromOn.slice(0, 4)}〕第${1 + random.below(20)}号` : null,
    approvedOn: fromOn,
    isPartTime: true,
    isOnePersonTwoPosts: false,
    unitDuty: random.pick(outsiders),
    phone: `1360571${String(1000 + random.below(9000))}`,
    leftReason: null,
    remark: null,
  }))
}

/** The first whose term is up has an approved delay; the others are simply late. */
function extendOne(tx: WriteDb, all: readonly StoredOrganization[], moment: WriteMoment): void {
  const isLate = ({ endedOn, dueOn }: StoredTerm) =>
    endedOn === null && dueOn !== null && dueOn < moment.today && addMonths(dueOn, 11) > moment.today
  const terms = new Map(
    listTerms(tx, null)
      .filter(isLate)
      .map((term) => [term.organizationId, term]),
  )
  const late = all.flatMap(({ id }) => terms.get(id) ?? [])[0]
  if (late === undefined || late.dueOn === null) return
  const set = {
    extendedTo: addMonths(late.dueOn, 12),
    extensionDoc: `云街党〔${moment.today.slice(0, 4)}〕31号`,
    extensionApprovedOn: addDays(late.dueOn, -20),
    extensionReason: '与社区“两委”换届同步进行',
  }
  changeTerm(tx, late, set, moment)
}

function leaveOne(tx: WriteDb, all: readonly StoredOrganization[], moment: WriteMoment): void {
  const branch = all.filter(({ type }) => type === 'ZB').at(-1)
  const secretary =
    branch && listPosts(tx, [branch.id]).find(({ position, toOn }) => position === 'SJ' && toOn === null)
  if (secretary) endPost(tx, secretary, { on: addDays(moment.today, -80), reason: '工作调动' }, moment)
}
