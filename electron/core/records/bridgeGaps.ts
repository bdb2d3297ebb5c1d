import type { ReadDb } from '#db/database.ts'
import { shownDiff } from '#db/queries/auditDiffs.ts'
import { type BridgeChange, changesSince } from '#db/queries/bridgeChanges.ts'
import { frozenNames } from '#db/queries/bridgeFreezes.ts'
import { getMembers } from '#db/queries/members.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { BridgeName, BridgeNamesInput } from '#shared/contract/bridge.ts'
import type { FreezeGap, FrozenPlace } from '#shared/domain/bridgeFreeze.ts'
import { routeTitle } from '#shared/labels/activities.ts'
import { formatInShanghai, formatPartialDate } from '#shared/lib/dates.ts'
import type { FrozenDay } from './bridge.ts'
import { bridgePlaceOf } from './bridgePlaces.ts'
import { columnText } from './recordKindTexts.ts'

type Part = Pick<BridgeNamesInput, 'personType' | 'offset' | 'limit'>

/** Columns of a member that say where and as what somebody counts. */
const counting: ReadonlySet<string> = new Set([
  'organization_id',
  'person_type',
  'regular_on',
  'joined_on',
  'join_kind',
  'entered_on',
  'entered_kind',
  'party_status',
  'party_status_on',
  'deleted_at',
])

function tellingColumns({ kind, diff }: BridgeChange): readonly string[] {
  return Object.keys(shownDiff({ diff })).filter((column) => kind === 'membership' || counting.has(column))
}

const isTelling = (change: BridgeChange) => change.action !== 'changed' || tellingColumns(change).length > 0

/** 2027-01-08 10:31 测试员 修改党员信息：进入本支部日期 2025年1月1日 → 2026年1月1日 */
function changeText(change: BridgeChange, organizationName: (id: string) => string): string {
  const diff = shownDiff(change)
  const fields = tellingColumns(change).flatMap((column) => {
    const text = columnText(change.kind, column)
    const values = diff[column]
    if (text === null || values === undefined) return []
    const [old, now] = values.map((value) => text.text(value, organizationName) || '空')
    return [`${text.label} ${old ?? ''} → ${now ?? ''}`]
  })
  const what = fields.length === 0 ? '' : `：${fields.join('，')}`
  return `${formatInShanghai(change.at)} ${change.accountName} ${routeTitle(change.route)}${what}`
}

/** Newest first; the one that made the difference may be followed by others. */
const changesTold = 3

const kindOf = (place: FrozenPlace | null): string =>
  place === null ? '没有计入' : place.isFull ? '按正式党员计' : '按预备党员计'

/** Who makes the difference to a frozen number, and by which correction it came about. */
export function gapNames(
  db: ReadDb,
  frozen: FrozenDay | null,
  gaps: readonly FreezeGap[],
  { personType, offset, limit }: Part,
): { readonly rows: readonly BridgeName[]; readonly total: number } {
  if (frozen === null) return { rows: [], total: 0 }
  const isKind = (place: FrozenPlace | null) =>
    place !== null && (personType === null || place.isFull === (personType === '1'))
  const wanted = gaps.filter(({ was, is }) => isKind(was) || isKind(is))
  const page = wanted.slice(offset, offset + limit)
  const ids = page.map(({ memberId }) => memberId)
  const then = frozenNames(db, frozen.freeze.id, ids)
  const now = new Map(getMembers(db, ids).map((member) => [member.id, member]))
  const changes = Map.groupBy(
    changesSince(db, ids, frozen.freeze.createdAt).filter(isTelling),
    ({ memberId }) => memberId,
  )
  const names = organizationNames(db)
  const placeOf = bridgePlaceOf(db)
  const rows = page.map(({ memberId, was, is }): BridgeName => {
    const listed = then.get(memberId)
    const member = now.get(memberId)
    const place = is ?? was
    const all = changes.get(memberId) ?? []
    const told = all.filter(({ entry }, at) => entry !== all[at - 1]?.entry).slice(0, changesTold)
    return {
      ...placeOf({
        memberId,
        organizationId: place?.organizationId ?? '',
        organizationNow: member?.organizationId ?? listed?.organizationNow ?? null,
      }),
      ...(listed?.isTrashed === 1 ? { memberId: null, nowZh: '在回收站' } : {}),
      name: listed?.name ?? member?.name ?? '',
      personType: place?.isFull === true ? '1' : '2',
      dateZh: `截至${formatPartialDate(frozen.freeze.onDay)}`,
      kindZh: `冻结时${kindOf(was)}，现在${kindOf(is)}`,
      doc: null,
      reason:
        told.length === 0
          ? '操作记录里没有找到改动，可能是从备份恢复后改变的，请核对档案'
          : told.map((change) => changeText(change, (id) => names.get(id) ?? '')).join('；'),
    }
  })
  return { rows, total: wanted.length }
}
