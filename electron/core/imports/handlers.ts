import { listBatches } from '#db/queries/imports.ts'
import type { importsRoutes } from '#shared/contract/imports.ts'
import type { HandlersOf } from '../call.ts'
import { sampleNames, writeSampleWorkbook } from './sampleWorkbook.ts'
import { createImports } from './service.ts'
import { checkWithdraw, withdrawBatch } from './withdraw.ts'

export function importsHandlers(): HandlersOf<typeof importsRoutes> {
  const imports = createImports()
  return {
    'imports.preview': (input, call) => imports.preview(input, call),
    'imports.rows': (wanted, call) => imports.rows(wanted, call),
    'imports.commit': ({ previewId, jobId }, call) =>
      call.jobs.run(jobId, async (job) => {
        job.report({ label: '写入花名册', done: 0, total: null })
        await job.breathe()
        return imports.commit(previewId, call)
      }),
    'imports.batches': (page, { db }) => listBatches(db.read, page),
    'imports.checkWithdraw': ({ batchId }, { db }) => checkWithdraw(db.read, batchId),
    'imports.withdraw': ({ batchId }, { db, ports }) => {
      const moment = { at: ports.clock.now(), today: ports.clock.today() }
      return db.write((tx) => withdrawBatch(tx, batchId, moment, ports.ids))
    },
    'imports.markedCopy': ({ previewId }, call) => imports.markedCopy(previewId, call),
    'imports.sampleWorkbook': async ({ kind }, { ports }) => {
      const file = { name: sampleNames[kind], bytes: await writeSampleWorkbook(kind) }
      return { handle: ports.files.put(file), name: file.name }
    },
  }
}
