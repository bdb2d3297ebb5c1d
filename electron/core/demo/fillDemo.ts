import type { Database } from '#db/database.ts'
import { listAnyOrganizations } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DemoCounts } from '#shared/contract/system.ts'
import type { Ports } from '../ports.ts'
import { addMember } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { fillDevelopment } from './demoDevelopment.ts'
import { fillElections } from './demoElections.ts'
import { fillEnterprises } from './demoEnterprises.ts'
import { fillLost } from './demoLost.ts'
import { type DemoBranch, demoPeople } from './demoMembers.ts'
import { fillMoves } from './demoMemberships.ts'
import { fillMeetings } from './demoMeetings.ts'
import { fillMobility } from './demoMobility.ts'
import { type DemoOrganization, demoOrganizations } from './demoOrganizations.ts'
import { fillReviews } from './demoReviews.ts'
import { fillTerms } from './demoTerms.ts'
import { fillTransfers } from './demoTransfers.ts'
import { seededRandom } from './random.ts'

/** A street with 8 communities, 60 branches and invented members, in one transaction. Throws CONFLICT on a database in use. */
export function fillDemo(
  db: Database,
  { members, seed }: { readonly members: number; readonly seed: number },
  ports: Ports,
): DemoCounts {
  if (listAnyOrganizations(db.read).length > 0)
    throw new AppError('CONFLICT', 'database is in use', {
      messageZh: '这个数据文件夹里已有党组织，演示数据只能放进空的数据文件夹',
    })
  const random = seededRandom(seed)
  const organizations = demoOrganizations(random)
  const ids = new Map(organizations.map((each) => [each.key, ports.ids.next()]))
  const idOf = (key: string): string => {
    const id = ids.get(key)
    if (id === undefined) throw new Error('demo organization without id')
    return id
  }
  const moment = momentOf(ports)
  const branches = branchesOf(organizations, idOf)
  const people = demoPeople(random, moment.today)
  db.write((tx) => {
    for (const { key, parentKey, fields } of organizations) {
      const parentId = parentKey === null ? null : idOf(parentKey)
      addOrganization(tx, { id: idOf(key), parentId, fields, importBatchId: null }, moment, ports.ids)
    }
    renewTreeOrder(tx)
    const added = Array.from({ length: members }, () => ports.ids.next())
    for (const id of added) addMember(tx, id, people.next(random.pick(branches)), moment)
    fillEnterprises(tx, seededRandom(seed + 109), moment)
    // The rest is about people; an office without any has organisations and units only.
    if (members === 0) return
    fillMoves(tx, seededRandom(seed + 103), { ids: added, branches }, moment)
    fillTerms(tx, seededRandom(seed + 101), moment)
    fillMobility(tx, seededRandom(seed + 606), moment)
    fillLost(tx, seededRandom(seed + 107), moment)
    fillTransfers(tx, seededRandom(seed + 404), moment)
    fillElections(tx, moment)
    fillDevelopment(tx, seededRandom(seed + 505), { people, branches }, moment)
    fillMeetings(tx, seededRandom(seed + 707), moment)
    fillReviews(tx, seededRandom(seed + 808), moment)
  })
  return { organizations: organizations.length, members }
}

/** One branch takes part four times, so that it grows past the 50 members a branch should have. */
function branchesOf(all: readonly DemoOrganization[], idOf: (key: string) => string): readonly DemoBranch[] {
  const branches = all
    .filter(({ fields }) => fields.type === 'ZB' && fields.branchKind !== 'LS')
    .map(({ key, fields }) => ({
      id: idOf(key),
      name: fields.shortName,
      groupIds: all.filter((each) => each.parentKey === key).map((each) => idOf(each.key)),
      jointUnits: fields.jointUnits,
      isRetired: fields.branchKind === 'LTX',
    }))
  const crowded = branches.filter((branch) => branch.name === '春晖社区第一网格党支部')
  return [...branches, ...crowded, ...crowded, ...crowded]
}
