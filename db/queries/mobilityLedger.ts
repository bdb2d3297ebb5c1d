import type { ReadDb } from '../database.ts'
import { isOpenMobility, mobilityStatuses } from '#shared/domain/mobility.ts'
import type { LedgerPart, StoredMobility } from './mobility.ts'

const columns = {
  id: 'id',
  direction: 'direction',
  memberId: 'member_id',
  name: 'name',
  status: 'status',
  kind: 'kind',
  outOn: 'out_on',
  expectedBack: 'expected_back',
  province: 'province',
  city: 'city',
  district: 'district',
  place: 'place',
  unit: 'unit',
  destOrg: 'dest_org',
  origOrg: 'orig_org',
  certExpiresOn: 'cert_expires_on',
  reportedOn: 'reported_on',
  contactMonths: 'contact_months',
  annualReportOn: 'annual_report_on',
  createdAt: 'created_at',
} as const

/** Of a record only what the rules ask for, and what it is filtered and ordered by: there may be thousands. */
export interface LedgerLine {
  readonly record: Pick<StoredMobility, keyof typeof columns | 'isRegistered' | 'isTransferable'>
  readonly member: { readonly name: string; readonly partyStatus: string } | null
}

type Row = Pick<StoredMobility, keyof typeof columns> & {
  readonly isRegistered: number
  readonly isTransferable: number | null
  readonly memberName: string | null
  readonly partyStatus: string | null
}

const selected = Object.entries(columns).map(([key, column]) => `r.${column} as "${key}"`)

/** Records of a ledger in no order, found by direction and status, their members by id. */
export function ledgerLines(
  db: ReadDb,
  { direction, isOpen, organizationIds }: LedgerPart,
): readonly LedgerLine[] {
  const statuses = mobilityStatuses.filter((status) => isOpen === null || isOpenMobility(status) === isOpen)
  const lists = [db.scope, organizationIds].filter((ids) => ids !== null)
  const places = lists.map(
    (_, at) =>
      ` and coalesce(m.organization_id, r.organization_id) in (select value from json_each(@ids${at}))`,
  )
  const rows = db.sql.all<Row>(
    `select ${selected.join(', ')}, r.is_registered as "isRegistered", r.is_transferable as "isTransferable",
       m.name as "memberName", m.party_status as "partyStatus"
     from mobility_records r left join members m on m.id = r.member_id
     where r.direction in (select value from json_each(@directions))
       and r.status in (select value from json_each(@statuses))
       and r.deleted_at is null and m.deleted_at is null${places.join('')}`,
    {
      directions: JSON.stringify(direction === null ? ['LC', 'LR'] : [direction]),
      statuses: JSON.stringify(statuses),
      ...Object.fromEntries(lists.map((ids, at) => [`ids${at}`, JSON.stringify(ids)])),
    },
  )
  return rows.map(({ memberName, partyStatus, isRegistered, isTransferable, ...record }) => ({
    record: {
      ...record,
      isRegistered: isRegistered === 1,
      isTransferable: isTransferable === null ? null : isTransferable === 1,
    },
    member: memberName === null || partyStatus === null ? null : { name: memberName, partyStatus },
  }))
}

export function countClosedMobility(db: ReadDb, part: Omit<LedgerPart, 'isOpen'>): number {
  const mine = [db.scope, part.organizationIds]
    .filter((ids) => ids !== null)
    .map(
      (_, at) =>
        ` and coalesce(m.organization_id, r.organization_id) in (select value from json_each(@ids${at}))`,
    )
  const lists = [db.scope, part.organizationIds].filter((ids) => ids !== null)
  const params = Object.fromEntries(lists.map((ids, at) => [`ids${at}`, JSON.stringify(ids)]))
  return (
    db.sql.get<{ n: number }>(
      `select count(*) as n from mobility_records r left join members m on m.id = r.member_id
       where r.deleted_at is null and m.deleted_at is null and r.direction = @direction
         and r.status not in (select value from json_each(@open))${mine.join('')}`,
      { ...params, direction: part.direction, open: JSON.stringify(mobilityStatuses.filter(isOpenMobility)) },
    )?.n ?? 0
  )
}
