import type { Database } from '#db/database.ts'
import { forgetContents, strayAttachments } from '#db/queries/attachments.ts'
import { plainToPurge, purgeRows } from '#db/queries/plainTrash.ts'
import { membersToPurge, organizationsToPurge, purgeMembers, purgeOrganizations } from '#db/queries/purge.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { plainTrashKinds, type TrashKind } from '#shared/contract/trash.ts'
import { instant } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'

interface Wanted {
  readonly kind: TrashKind | null
  readonly olderThanDays: number
  readonly reason: string
}

const msPerDay = 86_400_000

/** For good. What something still points at stays, and is counted in a sentence. */
export function emptyTrash(
  db: Database,
  { kind, olderThanDays, reason }: Wanted,
  { clock }: Ports,
): RouteOutput<'trash.empty'> {
  const upTo = instant(new Date(Date.parse(clock.now()) - olderThanDays * msPerDay))
  return db.write((tx) => {
    const isWanted = (each: TrashKind) => kind === null || kind === each
    const members = isWanted('member') ? membersToPurge(tx, upTo) : []
    tx.audit.purging()
    let count = members.length
    // Before the members they may speak of, so that each is counted.
    for (const each of plainTrashKinds.filter(isWanted)) {
      const ids = plainToPurge(tx, each, upTo)
      purgeRows(tx, each, ids)
      count += ids.length
    }
    purgeMembers(tx, members)
    // Scans point at their records by name, not by key.
    purgeRows(tx, 'attachment', strayAttachments(tx))
    forgetContents(tx)
    const { ids, kept } = isWanted('organization') ? organizationsToPurge(tx, upTo) : { ids: [], kept: 0 }
    purgeOrganizations(tx, ids)
    count += ids.length
    if (count > 0) tx.audit.detail(`原因：${reason}`)
    return { count, keptZh: kept === 0 ? null : keptZh(kept) }
  })
}

const keptZh = (kept: number) =>
  `另有 ${kept} 个党组织没有清除：还有党员（包括回收站里的）、其他党组织或账号属于它们，或有党员曾在那里`
