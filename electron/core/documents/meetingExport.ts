import type { Database, ReadDb } from '#db/database.ts'
import { meetingIdsBetween } from '#db/queries/meetingPapers.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, firstDay, formatPartialDate, lastDay, partialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import type { Job } from '../system/jobs.ts'
import { deliver } from './electionExport.ts'
import { section } from './layout.ts'
import { type BuiltMinutes, minutes } from './meetingMinutes.ts'
import { recordBook, recordBookTitle } from './meetingRecordBook.ts'
import { signIn, signInPeople } from './meetingSignIn.ts'
import { readMinutes, readOneMinutes } from './meetingValues.ts'
import { sectionEnd } from './rosterFrame.ts'

/** More would make a file nobody prints and a program that stands still. */
const mostMeetings = 600
/** Meetings read between two looks at whether to go on. */
const atOnce = 20

export function unitOf(db: ReadDb, organizationId: string | null) {
  const tree = readOrganizationTree(db)
  const unit = organizationId === null ? tree.children(null)[0] : tree.get(organizationId)
  if (!unit) throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  return unit
}

/** Papers one after the other, each on a page of its own, numbered through. */
function paperSections(papers: readonly BuiltMinutes[]) {
  return papers.map(({ children }, index) =>
    section({
      orientation: 'portrait',
      pageNumbers: index === 0 ? 'first' : 'inherited',
      foot: null,
      // A section must end in a paragraph.
      children: [...children, sectionEnd()],
    }),
  )
}

/** D02, D03. Throws NOT_FOUND. */
export function exportMinutes(
  db: Database,
  { meetingId }: RouteInput<'documents.exportMinutes'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const values = readOneMinutes(db.read, meetingId)
  const built = minutes(values)
  return deliver(db, account, ports, {
    sections: paperSections([built]),
    missing: built.missing,
    label: '会议记录',
    unit: values.organization,
    kind: '记录',
    title: `${formatPartialDate(values.fields.heldOn)}${built.title}`,
    rows: 1,
  })
}

/** Throws NOT_FOUND. */
export function exportSignIn(
  db: Database,
  { meetingId }: RouteInput<'documents.exportSignIn'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const values = readOneMinutes(db.read, meetingId)
  const people = signInPeople(db.read, values)
  const built = signIn(values, people)
  return deliver(db, account, ports, {
    sections: paperSections([built]),
    missing: built.missing,
    label: '签到表',
    unit: values.organization,
    kind: '签到表',
    title: `${formatPartialDate(values.fields.heldOn)}${built.title}`,
    rows: people.length,
  })
}

/** 签到表 and minutes of all meetings of a month. Throws CONFLICT where there are none. */
export async function exportMonth(
  db: Database,
  { organizationId, month, papers }: RouteInput<'documents.exportMonth'>,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  const unit = unitOf(db.read, organizationId)
  const name = formatPartialDate(partialDate(month))
  const ids = meetingIdsBetween(db.read, {
    organizationIds: organizationId === null ? null : subtreeIds(db.read, organizationId),
    from: firstDay(partialDate(month)),
    to: lastDay(partialDate(month)),
  })
  if (ids.length === 0)
    throw new AppError('CONFLICT', 'no meetings', {
      messageZh: `${unit.shortName}${name}没有会议记录，请换一个月份或者党组织`,
    })
  if (ids.length > mostMeetings)
    throw new AppError('VALIDATION_FAILED', 'too many meetings', {
      fields: {
        organizationId: `${name}有${ids.length}次会议，一次最多导出${mostMeetings}次，请选择下级党组织`,
      },
    })
  const built: BuiltMinutes[] = []
  for (let done = 0; done < ids.length; done += atOnce) {
    job.report({ label: '整理会议记录', done, total: ids.length })
    await job.breathe()
    for (const values of readMinutes(db.read, ids.slice(done, done + atOnce))) {
      if (papers !== 'minutes') built.push(signIn(values, signInPeople(db.read, values)))
      if (papers !== 'signIn') built.push(minutes(values))
    }
  }
  job.report({ label: '生成文件', done: ids.length, total: ids.length })
  await job.breathe()
  const title = { signIn: '签到表', minutes: '会议记录', both: '签到表和会议记录' }[papers]
  return deliver(db, account, ports, {
    sections: paperSections(built),
    missing: built.flatMap(({ missing }) => missing),
    label: title,
    unit,
    kind: '记录',
    title: `${name}${title}`,
    rows: ids.length,
  })
}

/** Throws CONFLICT where the branch has no meeting in the year. */
export async function exportRecordBook(
  db: Database,
  { organizationId, year }: RouteInput<'documents.exportRecordBook'>,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  const unit = unitOf(db.read, organizationId)
  const ids = meetingIdsBetween(db.read, {
    organizationIds: [organizationId],
    from: dateOnly(`${year}-01-01`),
    to: dateOnly(`${year}-12-31`),
  })
  const meetings = readMinutes(db.read, ids).filter(({ status }) => status === 'final')
  if (meetings.length === 0)
    throw new AppError('CONFLICT', 'no final meetings', {
      messageZh: `${unit.shortName}${year}年没有定稿的会议记录，记录本只收定稿的记录`,
    })
  const compiledOn = ports.clock.today()
  const book = await recordBook({ organizationName: unit.fullName, year, meetings, compiledOn }, job)
  job.report({ label: '生成文件', done: meetings.length, total: meetings.length })
  await job.breathe()
  return deliver(db, account, ports, {
    ...book,
    label: recordBookTitle,
    unit,
    kind: '记录本',
    title: `${year}年${recordBookTitle}`,
    rows: meetings.length,
  })
}
