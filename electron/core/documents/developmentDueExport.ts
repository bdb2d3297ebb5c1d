import { setImmediate } from 'node:timers/promises'
import type { Database, ReadDb } from '#db/database.ts'
import { listDevelopmentDues } from '#db/queries/developmentList.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { DuePapers, ExportedDuePapers } from '#shared/contract/developmentPapers.ts'
import { AppError } from '#shared/contract/errors.ts'
import { papersOfDeadline } from '#shared/domain/development/papers.ts'
import { type DateOnly, firstDay, formatPartialDate, lastDay, partialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { frameOf, unmaskedFor, writePaper } from './developmentExport.ts'
import type { BuiltDevelopmentPaper } from './developmentPaper.ts'
import { whyNoPaper } from './developmentPapers.ts'
import { paperSections } from './developmentSections.ts'
import { type PaperSource, readPaperSource } from './developmentValues.ts'
import { deliver } from './electionExport.ts'

/** More people would make a file nobody prints and a program that stands still. */
const mostPeople = 200

interface DueInput {
  readonly organizationId: string | null
  readonly month: string
}

function unitOf(db: ReadDb, organizationId: string | null) {
  const tree = readOrganizationTree(db)
  const unit = organizationId === null ? tree.children(null)[0] : tree.get(organizationId)
  if (!unit) throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  return unit
}

/** Each person once, with what comes first in the month and has a paper. */
function duesOf(db: ReadDb, { organizationId, month }: DueInput) {
  const dues = listDevelopmentDues(db, {
    organizationIds: organizationId === null ? null : subtreeIds(db, organizationId),
    from: firstDay(partialDate(month)),
    to: lastDay(partialDate(month)),
  })
  return [...new Set(dues.map(({ fileId }) => fileId))]
}

/** All papers that come due in a month, person after person. Throws CONFLICT where there are none. */
export async function exportDevelopmentDue(
  db: Database,
  input: DueInput,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDuePapers> {
  const unit = unitOf(db.read, input.organizationId)
  const month = formatPartialDate(partialDate(input.month))
  const ids = duesOf(db.read, input)
  if (ids.length > mostPeople)
    throw new AppError('VALIDATION_FAILED', 'too many people', {
      fields: {
        organizationId: `${month}到期的有${ids.length}人，一次最多${mostPeople}人，请选择下级党组织`,
      },
    })
  const today = ports.clock.today()
  const all: (ReturnType<typeof duePapers>[number] & { readonly built: readonly BuiltDevelopmentPaper[] })[] =
    []
  for (const fileId of ids) {
    for (const each of duePapers(db.read, fileId, input.month, account, today))
      all.push({ ...each, built: each.due.papers.map((paper) => writePaper(paper, each.source)) })
    await setImmediate() // Others are answered between two people.
  }
  const built = all.flatMap((each) => each.built)
  if (built.length === 0)
    throw new AppError('CONFLICT', 'nothing due', {
      messageZh: `${unit.shortName}${month}没有到期要做的文书，请换一个月份或者党组织`,
    })
  const privacy = all[0]?.source.privacy ?? 'masked'
  const exported = await deliver(db, account, ports, {
    sections: paperSections(built, frameOf(account, ports, privacy)),
    missing: built.flatMap(({ missing }) => missing),
    label: '发展党员到期文书',
    unit,
    kind: '材料',
    title: `${month}发展党员到期文书`,
    rows: built.length,
    unmaskedFor: unmaskedFor(
      all.flatMap(({ due }) => due.papers),
      { privacy },
    ),
  })
  return { ...exported, people: all.map(({ due }) => due) }
}

function duePapers(
  db: ReadDb,
  fileId: string,
  month: string,
  account: SignedInAccount,
  today: DateOnly,
): readonly { readonly source: PaperSource; readonly due: DuePapers }[] {
  const source = readPaperSource(db, fileId, account, today)
  const dues = source.deadlines.filter(({ on }) => on.startsWith(month))
  const [first] = dues
  if (!first) return []
  const papers = [...new Set(dues.flatMap(({ code, step }) => papersOfDeadline(code, step)))]
  const written = papers.filter((paper) => whyNoPaper(paper, source.values) === null)
  return [{ source, due: { fileId, name: source.name, step: first.step, papers: written } }]
}
