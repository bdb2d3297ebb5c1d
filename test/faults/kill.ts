import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aMember, anOrganization, anyList } from '../api/samples.ts'
import { firstAccounts } from '../api/testCore.ts'
import { type Acknowledgement, readAcknowledgements } from './acknowledged.ts'
import { openFaultCore, signIn } from './faultCore.ts'

const hand = fileURLToPath(new URL('hand.ts', import.meta.url))

/** A folder with 党工委, community, two branches and 张三. */
export async function faultOffice(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-fault-'))
  const at = openFaultCore(dataDir)
  await at.call('accounts.createFirst', firstAccounts)
  const create = async (parentId: string | null, type: 'DGW' | 'SQW' | 'ZB', shortName: string) =>
    (await at.call('organizations.create', { parentId, fields: anOrganization({ type, shortName }) })).id
  const community = await create(await create(null, 'DGW', '测试街道党工委'), 'SQW', '东环社区党委')
  const organizationId = await create(community, 'ZB', '东环第一党支部')
  await at.call('members.create', { fields: aMember({ name: '张三', organizationId }) })
  await at.core.close()
  return dataDir
}

/** People in the folder of the first version. */
export const firstVersionPeople = 60

/** A copy of a real folder of the first version: opening it migrates it. */
export function firstVersionFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'ledger-fault-'))
  cpSync(fileURLToPath(new URL('../fixtures/firstVersion', import.meta.url)), dataDir, { recursive: true })
  return dataDir
}

/** Lets a hand work and kills it with SIGKILL so many milliseconds after it has signed in (or after its start, for `open`). */
export function workAndKill(
  dataDir: string,
  seed: number,
  what: string,
  afterMs: number,
): Promise<readonly Acknowledgement[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [hand, dataDir, String(seed), what], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    let killed = false
    const kill = () => {
      killed = true
      child.kill('SIGKILL')
    }
    let timer = what === 'open' ? setTimeout(kill, afterMs) : undefined
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
      timer ??= setTimeout(kill, afterMs)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8')
    })
    child.on('close', () => {
      clearTimeout(timer)
      if (killed || what === 'open') resolve(readAcknowledgements(out))
      else reject(new Error(`the hand stopped by itself: ${err.slice(-2000)}`))
    })
  })
}

export interface Aftermath {
  /** For the reader of a failed test; empty when nothing was lost. */
  readonly losses: readonly string[]
  readonly told: number
  /** Everybody in the roster. */
  readonly people: number
}

/** Opens after the crash and holds everything against what had been told. */
export async function aftermath(dataDir: string, told: readonly Acknowledgement[]): Promise<Aftermath> {
  const losses: string[] = []
  const at = openFaultCore(dataDir)
  await signIn(at)
  const check = await at.call('system.verify', {})
  if (check.integrity !== 'ok' || check.foreignKeys > 0) losses.push(`integrity ${check.integrity}`)
  if (!check.audit.ok) losses.push(`audit: ${check.audit.problem ?? ''}`)
  const edited = told.filter((each) => each.did === 'edited').at(-1)
  if (edited) {
    const remark = (await at.call('members.get', { id: edited.id })).record.remark
    if (Number(remark) < edited.n) losses.push(`edit ${edited.n} is ${remark ?? 'gone'}`)
  }
  const withMark = async (mark: string): Promise<number> =>
    (
      await at.call('members.list', {
        ...anyList,
        filters: [{ op: 'contains', field: 'school', text: mark }],
        limit: 1,
      })
    ).total
  for (const each of told) {
    if (each.did !== 'importing') continue
    const count = await withMark(each.mark)
    const wasImported = told.some((other) => other.did === 'imported' && other.mark === each.mark)
    const wasUndone = told.some((other) => other.did === 'undone' && other.mark === each.mark)
    if (count !== 0 && count !== each.people) losses.push(`half an import: ${count} of ${each.people}`)
    const mayBeUndone = Number(each.mark.split('之').at(-1)) % 2 === 1
    if (wasImported && !wasUndone && !mayBeUndone && count === 0) losses.push(`import ${each.mark} is gone`)
    if (wasUndone && count !== 0) losses.push(`undo of ${each.mark} is gone`)
  }
  const { rows } = await at.call('backup.list', {})
  for (const each of told)
    if (each.did === 'backedUp' && !rows.some((row) => row.id === each.id && row.problem === null))
      losses.push(`backup ${each.id} is gone`)
  const bad = rows.filter((row) => row.problem !== null)
  if (bad.length > 0) losses.push(`half a backup: ${bad.map((row) => row.id).join(', ')}`)
  const { total: people } = await at.call('members.list', anyList)
  await at.core.close()
  return { losses, told: told.length, people }
}
