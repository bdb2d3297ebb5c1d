import { zipSync } from 'fflate'
import type { Database } from '#db/database.ts'
import { meetingIdsBetween } from '#db/queries/meetingPapers.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { firstDay, formatPartialDate, lastDay, partialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import { shelve } from './electionExport.ts'
import { officialDocument } from './layout.ts'
import { paperSections, unitOf } from './meetingExport.ts'
import { type BuiltMinutes, minutes } from './meetingMinutes.ts'
import { signIn, signInPeople } from './meetingSignIn.ts'
import { readMinutes } from './meetingValues.ts'
import { renderDocument } from './render.ts'

/** A file of more is slow to make, and to open in WPS: a street's month is several, in one .zip. */
const meetingsOfFile = 200
/** Meetings read between two looks at whether to go on. */
const atOnce = 20

const titles = { signIn: '签到表', minutes: '会议记录', both: '签到表和会议记录' } as const

/**
 * 签到表 and minutes of all meetings of a month, branch after branch: one .docx, or where there are many a .zip of several. Throws
 * CONFLICT where there are none.
 */
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
  const label = titles[papers]
  const title = `${name}${label}`
  const files: Uint8Array[] = []
  const missing: BuiltMinutes['missing'][number][] = []
  let built: BuiltMinutes[] = []
  for (let done = 0; done < ids.length; done += atOnce) {
    job.report({ label: '整理会议记录', done, total: ids.length })
    await job.breathe()
    for (const values of readMinutes(db.read, ids.slice(done, done + atOnce))) {
      if (papers !== 'minutes') built.push(signIn(values, signInPeople(db.read, values)))
      if (papers !== 'signIn') built.push(minutes(values))
    }
    const isFull = (done + atOnce) % meetingsOfFile === 0 || done + atOnce >= ids.length
    if (!isFull) continue
    job.report({ label: '生成文件', done: Math.min(done + atOnce, ids.length), total: ids.length })
    await job.breathe()
    files.push(await renderDocument(officialDocument({ title, subject: label }, paperSections(built))))
    missing.push(...built.flatMap((paper) => paper.missing))
    built = []
  }
  const [first] = files
  const isOne = files.length === 1 && first !== undefined
  const bytes = isOne
    ? first
    : zipSync(
        Object.fromEntries(files.map((file, n) => [`${title}（${n + 1}）.docx`, file])),
        { level: 0 }, // A .docx is packed already.
      )
  const extension = isOne ? 'docx' : 'zip'
  return shelve(db, account, ports, {
    bytes,
    extension,
    missing,
    label,
    unit,
    kind: '记录',
    title,
    rows: ids.length,
  })
}
