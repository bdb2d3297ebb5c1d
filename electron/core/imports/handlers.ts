import { listBatches } from '#db/queries/imports.ts'
import type { ImportKind, importsRoutes } from '#shared/contract/imports.ts'
import type { HandlersOf } from '../call.ts'
import { momentOf } from '../records/moment.ts'
import { sampleNames, writeSampleWorkbook } from './sampleWorkbook.ts'
import type { Imports } from './service.ts'
import { checkWithdraw, withdrawBatch } from './withdraw.ts'

const writing: Readonly<Record<ImportKind, string>> = {
  organizations: '写入党组织',
  roster: '写入花名册',
  mobility: '写入流动党员台账',
  development: '写入发展党员档案',
  meetings: '写入组织生活记录',
}

export function importsHandlers(imports: Imports): HandlersOf<typeof importsRoutes> {
  return {
    'imports.preview': (input, call) => imports.preview(input, call),
    'imports.rows': (wanted, call) => imports.rows(wanted, call),
    'imports.commit': ({ previewId, jobId }, call) =>
      call.jobs.run(jobId, async (job) => {
        const kind = imports.writableKind(previewId, call)
        job.report({ label: '导入前先备份', done: 0, total: null })
        await call.backups.before('beforeImport')
        job.report({ label: writing[kind], done: 0, total: null })
        await job.breathe()
        return imports.commit(previewId, call)
      }),
    'imports.batches': (page, { db, account }) => listBatches(db.read, account.id, page),
    'imports.checkWithdraw': ({ batchId }, { db, account, ports }) =>
      checkWithdraw(db.read, batchId, { accountId: account.id }, momentOf(ports)),
    'imports.withdraw': ({ batchId }, { db, account, ports }) =>
      db.write((tx) => withdrawBatch(tx, batchId, { accountId: account.id }, momentOf(ports))),
    'imports.markedCopy': ({ previewId }, call) => imports.markedCopy(previewId, call),
    'imports.sampleWorkbook': async ({ kind }, { ports }) => {
      const file = { name: sampleNames[kind], bytes: await writeSampleWorkbook(kind) }
      return { handle: ports.files.put(file), name: file.name }
    },
  }
}
