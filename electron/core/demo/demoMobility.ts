import type { WriteDb } from '#db/database.ts'
import { listMembersAfter } from '#db/queries/members.ts'
import { listMobility } from '#db/queries/mobility.ts'
import {
  insertContact,
  insertMobility,
  type MobilityColumns,
  updateMobility,
} from '#db/queries/mobilityWrites.ts'
import { type MobilityKind, mobilityReasons } from '#shared/domain/mobility.ts'
import { splitPlace } from '#shared/domain/mobilityPlaces.ts'
import { addDays, addMonths, type DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { followMobility } from '../records/mobilityStore.ts'
import { demoName } from './demoNames.ts'
import type { Random } from './random.ts'

const places: readonly (readonly [MobilityKind, string])[] = [
  ['crossProvince', '广东省深圳市'],
  ['crossProvince', '广东省深圳市'],
  ['crossProvince', '上海市浦东新区'],
  ['crossProvince', '上海市'],
  ['crossProvince', '北京市海淀区'],
  ['crossProvince', '江苏省苏州市'],
  ['crossProvince', '浙江省杭州市'],
  ['crossCity', '省会'],
  ['abroad', '新加坡'],
  ['abroad', '日本'],
]
const units = ['电子厂', '建筑公司', '物业公司', '软件公司', '餐饮店', null, null]
const talks = [
  '工作稳定，近期不返乡',
  '身体健康，按时参加线上学习',
  '计划春节返乡',
  '已转告支部学习内容',
  null,
]
const origins = ['清河县东岭村党支部', '临江县第二中学党支部', '石桥镇柳林村党支部', '云岭县机械厂党支部']

interface Hand {
  readonly tx: WriteDb
  readonly random: Random
  readonly moment: WriteMoment
}

/** About one member in a hundred besides those the roster calls 流动党员 already. */
const morePerHundred = 1
const inflows = 20

/** People away since some time in the last four years, with the contacts a branch would have logged. */
export function fillMobility(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const hand = { tx, random, moment }
  const away = listMobility(tx, { direction: 'LC', isOpen: true, organizationIds: null })
  const idNoOf = ({ member }: (typeof away)[number]) => member?.idNo ?? ''
  for (const { record } of away.toSorted((a, b) => (idNoOf(a) < idNoOf(b) ? -1 : 1))) {
    // Some lists say no more than 流动党员：是.
    if (random.chance(0.06)) continue
    const outOn = leftOn(hand)
    updateMobility(tx, { id: record.id, version: record.version, at: moment.at }, stayOf(hand, outOn))
    followMobility(tx, record.memberId, moment)
    logContacts(hand, record.id, outOn)
  }
  sendMore(hand)
  for (let n = 0; n < inflows; n += 1) receive(hand)
}

function leftOn({ random, moment }: Hand): DateOnly {
  return addDays(addMonths(moment.today, -2 - random.below(46)), -random.below(28))
}

function stayOf({ random, moment }: Hand, outOn: DateOnly): MobilityColumns {
  const [kind, place] = random.pick(places)
  const hasCertificate = random.chance(0.4)
  const isLongAway = outOn < addMonths(moment.today, -12)
  const lastYear = `${Number(moment.today.slice(0, 4)) - 1}`
  const reported = addDays(addMonths(moment.today, -1 - random.below(10)), -random.below(20))
  return {
    kind,
    reason: random.pick(mobilityReasons),
    outOn,
    ...splitPlace(place),
    unit: random.pick(units),
    isRegistered: outOn <= addMonths(moment.today, -6) ? random.chance(0.93) : random.chance(0.3),
    isTransferable: random.chance(0.15) ? true : random.chance(0.5) ? false : null,
    certNo: hasCertificate ? `${lastYear}${String(1000 + random.below(9000))}` : null,
    certExpiresOn: hasCertificate ? addDays(moment.today, -40 + random.below(700)) : null,
    feePlace: random.chance(0.8) ? 'origin' : 'destination',
    annualReportOn: isLongAway && random.chance(0.7) ? reported : null,
    evalPlace: isLongAway ? 'origin' : null,
    evalResult: isLongAway ? random.pick(['优秀', '合格', '合格', '合格']) : null,
  }
}

/** Every two to four months back to the day of leaving; the last one mostly recent, sometimes long ago or not answered. */
function logContacts({ tx, random, moment }: Hand, recordId: string, outOn: DateOnly): void {
  const roll = random.below(100)
  const silentDays =
    roll < 68 ? random.below(85) : roll < 88 ? 95 + random.below(80) : 190 + random.below(200)
  const misses = roll >= 95 ? 2 + random.below(2) : 0
  const log = (contactedOn: DateOnly, isReached: boolean) =>
    insertContact(
      tx,
      {
        id: moment.ids.next(),
        recordId,
        contactedOn,
        way: random.pick(['phone', 'phone', 'wechat', 'visit']),
        isReached,
        contactPerson: random.pick(['李干事', '周干事', '支部书记']),
        content: isReached ? random.pick(talks) : null,
      },
      moment.at,
    )
  for (let n = 0; n < misses; n += 1) log(addDays(moment.today, -10 - 20 * n), false)
  for (let on = addDays(moment.today, -silentDays), n = 0; on > outOn && n < 8; n += 1) {
    log(on, true)
    on = addDays(on, -60 - random.below(60))
  }
}

/** Others of the roster: a few away now, a few who came back. */
function sendMore(hand: Hand): void {
  const { tx, random, moment } = hand
  const all = listMembersAfter(tx, 0, 100_000).filter(
    ({ isFloating, isLost, partyStatus, personType }) =>
      isFloating !== true && isLost !== true && partyStatus === 'ZC' && personType === '1',
  )
  const count = Math.ceil((all.length * morePerHundred) / 100)
  for (let n = 0; n < count && all.length > 0; n += 1) {
    const [member] = all.splice(random.below(all.length), 1)
    if (!member) return
    const id = moment.ids.next()
    const outOn = leftOn(hand)
    const isBack = n % 2 === 1 && outOn < addMonths(moment.today, -7)
    const stay = stayOf(hand, outOn)
    insertMobility(
      tx,
      {
        ...stay,
        id,
        direction: 'LC',
        memberId: member.id,
        isRegistered: stay.isRegistered ?? true,
        status: isBack ? 'returned' : 'away',
        returnedOn: isBack ? addMonths(outOn, 6) : null,
      },
      moment.at,
    )
    if (!isBack) logContacts(hand, id, outOn)
    followMobility(tx, member.id, moment)
  }
}

/** Somebody from elsewhere in the charge of one of the branches. */
function receive(hand: Hand): void {
  const { tx, random, moment } = hand
  const branches = listMembersAfter(tx, 0, 400).map(({ organizationId }) => organizationId)
  const isFemale = random.chance(0.45)
  const id = moment.ids.next()
  const cameOn = addDays(addMonths(moment.today, -random.below(30)), -random.below(25))
  insertMobility(
    tx,
    {
      id,
      direction: 'LR',
      organizationId: random.pick(branches),
      name: demoName(random, isFemale).name,
      gender: isFemale ? '2' : '1',
      personType: random.chance(0.9) ? '1' : '2',
      phone: `138${String(random.below(100_000_000)).padStart(8, '0')}`,
      status: 'away',
      kind: 'crossProvince',
      reason: random.pick(mobilityReasons),
      outOn: cameOn,
      place: `${random.pick(['春晖小区', '兰亭里', '荷塘苑'])}租住`,
      unit: random.pick(units),
      origOrg: random.pick(origins),
      origContact: '支部书记 0571-0000000',
      reportedOn: random.chance(0.75) ? addDays(cameOn, random.below(25)) : null,
      isRegistered: true,
    },
    moment.at,
  )
  logContacts(hand, id, cameOn)
  if (random.chance(0.6))
    insertContact(
      tx,
      {
        id: moment.ids.next(),
        recordId: id,
        contactedOn: addDays(cameOn, random.below(20)) > moment.today ? moment.today : addDays(cameOn, 1),
        way: 'originOrganization',
        isReached: true,
        contactPerson: '支部书记',
        content: '已与流出地党支部核对党员身份',
      },
      moment.at,
    )
}
