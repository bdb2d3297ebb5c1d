import type { Verification } from '#shared/contract/system.ts'
import type { Desk } from '../deskSession.ts'
import { explain } from '../messages.ts'
import { isBeyondSignIn } from './beyondSignIn.ts'
import type { Command } from './command.ts'

interface Verified extends Omit<Verification, 'foreignKeys' | 'migrations'> {
  readonly ok: boolean
  /** Chinese; null when all is well. */
  readonly problem: string | null
  /** Null where the database cannot be read. */
  readonly foreignKeys: number | null
  readonly migrations: number | null
}

/** Answers, and says on stderr, what is wrong; a database that cannot be opened is an answer too. */
export const verify: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, _, user) => {
    const verified = await verifiedBy(desk, user)
    if (!verified.ok) {
      process.exitCode = 1
      process.stderr.write(`${verified.problem}\n`)
    }
    return verified
  },
}

async function verifiedBy(desk: Desk, user: string): Promise<Verified> {
  try {
    await desk.signIn(user)
    const found = await desk.call('system.verify', {})
    const problem = problemOf(found)
    return { ok: problem === null, problem, ...found }
  } catch (error) {
    if (!isBeyondSignIn(error)) throw error
    const problem = explain(error.toBody())
    return {
      ok: false,
      problem,
      integrity: error.code,
      foreignKeys: null,
      migrations: null,
      audit: { entries: 0, ok: false, lastGood: 0, problem, anchors: 0, replaced: 0 },
      counts: {},
    }
  }
}

function problemOf({ integrity, foreignKeys, audit }: Verification): string | null {
  if (integrity !== 'ok') return '数据库文件已损坏。请用最近的备份恢复，或抢救还能读出来的内容'
  if (foreignKeys > 0) return `有 ${foreignKeys} 条数据所属的记录不存在。请用最近的备份恢复，或联系维护人员`
  return audit.problem === null ? null : `审计日志：${audit.problem}`
}
