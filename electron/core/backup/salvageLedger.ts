import { constants, existsSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemWriter } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import { noteLostLogs } from '#db/audit/replacedLog.ts'
import { openDatabase } from '#db/open.ts'
import { listNamesAfter } from '#db/queries/backup.ts'
import { listBranchYears } from '#db/queries/meetingYears.ts'
import { addSearchKeys } from '#db/queries/memberWrites.ts'
import { salvage, type Salvaged } from '#db/salvage.ts'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { tableLabel, tableLabels } from '#shared/labels/tables.ts'
import { renewMeetingYears } from '../records/meetingYears.ts'
import { nameKeys } from '../records/nameKeys.ts'
import type { Job } from '../system/jobs.ts'
import { keysText } from '../system/keyFile.ts'
import { rowOf } from './backupFolder.ts'
import { explainDisk } from './diskErrors.ts'
import { refuseWithoutRoom } from './fileSteps.ts'
import type { RescueMeans } from './rescue.ts'
import { enter, type Entered } from './rescueDoor.ts'
import { withWorkFolder } from './restore.ts'
import { runBeside } from './steps.ts'

type SalvageReport = RouteOutput<'rescue.salvage'>

const rowsBetweenBreaths = 500

/** Reads what can be read of the damaged database into a backup of its own. The damaged file is not touched. */
export function salvageLedger(means: RescueMeans, secret: BackupSecret, job: Job): Promise<SalvageReport> {
  return withWorkFolder(means, async (work) => {
    const entered = await enter(means, secret, undefined)
    try {
      if (entered.isNew) throw nothingThere()
      return await salvageInto(work, means, entered, job)
    } catch (error) {
      throw explainDisk(error, '抢救没有做完')
    } finally {
      entered.key.fill(0)
    }
  })
}

const nothingThere = () =>
  new AppError('DATABASE_MISSING', 'nothing to salvage', {
    messageZh: '数据文件夹里没有数据库文件，没有可以抢救的内容。请用备份恢复',
  })

async function salvageInto(
  work: string,
  means: RescueMeans,
  { key, keys }: Entered,
  job: Job,
): Promise<SalvageReport> {
  const { host, ports, local } = means
  if (!existsSync(host.file)) throw nothingThere()
  refuseWithoutRoom(work, 4 * statSync(host.file).size)
  job.report({ label: '复制损坏的数据库', done: 0, total: null })
  const [from, to] = [join(work, 'damaged.db'), join(work, 'ledger.db')]
  for (const end of ['', '-wal'])
    if (existsSync(host.file + end)) await copyFile(host.file + end, from + end, constants.COPYFILE_EXCL)
  const { migrationsDir } = ports.resources
  job.report({ label: '逐条读取', done: 0, total: null })
  const salvaged = await runBeside(salvage({ from, to, key, migrationsDir }), () => job.breathe())
  const ledger = openDatabase({
    file: to,
    key,
    create: false,
    migrationsDir,
    beforeUpgrade: () => undefined,
    keepsHead: false,
  })
  try {
    await finish(ledger, salvaged, means, job)
    const made = await local.makeFrom(
      {
        file: to,
        key,
        keysText: keysText(keys),
        copyTo: (file) => ledger.copyTo(file),
        counts: () => ledger.counts(),
        auditHead: () => ledger.auditHead(),
      },
      'salvaged',
      () => job.breathe(),
    )
    return { backup: rowOf(made, 'local'), tables: reported(salvaged) }
  } finally {
    ledger.close()
  }
}

/** What follows from the names and the meetings, and an entry that says where these data come from. */
async function finish(ledger: Ledger, salvaged: Salvaged, { ports }: RescueMeans, job: Job): Promise<void> {
  const db = ledger.as(systemWriter('rescue.salvage', () => ports.clock.now()))
  for (let after = 0; ;) {
    const people = listNamesAfter(db.read.sql, after, rowsBetweenBreaths)
    const last = people.at(-1)
    if (!last) break
    db.write((tx) => {
      for (const person of people) addSearchKeys(tx, person.seq, nameKeys(person).searchKeys)
    })
    after = last.seq
    await job.breathe()
  }
  const years = listBranchYears(db.read)
  for (let n = 0; n < years.length; n += rowsBetweenBreaths) {
    db.write((tx) => renewMeetingYears(tx, years.slice(n, n + rowsBetweenBreaths)))
    await job.breathe()
  }
  db.write((tx) => {
    tx.audit.detail(summaryZh(salvaged))
    if (salvaged.lostReplacedLogs) noteLostLogs(tx.audit)
  })
}

function summaryZh({ tables, standIns, lostReplacedLogs }: Salvaged): string {
  const losses = tables
    .filter(({ table, lost }) => lost !== 0 && table in tableLabels)
    .map(({ table, lost }) => `${tableLabel(table)}${lost === null ? '不详' : ` ${lost} 条`}`)
  const lost = losses.length === 0 ? '没有丢失' : `丢失：${losses.join('、')}`
  return `从损坏的数据库抢救；${lost}${standIns === 0 ? '' : `；补上名称丢失的党组织 ${standIns} 个`}${
    lostReplacedLogs ? '；恢复前的日志没有全部读出，没有放进来，在换下的文件里' : ''
  }`
}

function reported({ tables, standIns }: Salvaged): SalvageReport['tables'] {
  const known = tables
    .filter(({ table }) => table in tableLabels)
    .map(({ table, saved, lost }) => ({ label: tableLabel(table), saved, lost }))
  const standing = { label: '名称丢失、已补上的党组织', saved: standIns, lost: 0 }
  return standIns === 0 ? known : [...known, standing]
}
