import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError, type Result } from '#shared/contract/errors.ts'
import { importKinds } from '#shared/contract/imports.ts'
import {
  isRouteName,
  type RouteInput,
  type RouteName,
  type RouteOutput,
  routes,
} from '#shared/contract/routes.ts'
import { type Core, createCore, type Session } from '#core/createCore.ts'
import { createFileShelf } from '#core/system/fileShelf.ts'
import { cliPorts } from './cliPorts.ts'
import { explain } from './messages.ts'

const options = {
  data: { type: 'string' },
  user: { type: 'string', default: 'admin' },
  members: { type: 'string', default: '2000' },
  seed: { type: 'string', default: '1' },
  commit: { type: 'boolean', default: false },
  mode: { type: 'string', default: 'addAndUpdate' },
  branches: { type: 'string', default: 'create' },
  org: { type: 'string' },
  format: { type: 'string', default: 'docx' },
  full: { type: 'boolean', default: false },
  purpose: { type: 'string' },
  out: { type: 'string' },
  input: { type: 'string', default: '{}' },
} as const

function readArgs() {
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    process.stderr.write('参数不对，请检查选项的拼写和取值（见 README）\n')
    if (!(error instanceof TypeError)) throw error
    process.exit(1)
  }
}

const { positionals, values } = readArgs()

/** One command of `desk`: what it needs is there, the session is signed in where it must be. */
interface Desk {
  call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>>
  envelope(route: string, input: unknown): Promise<Result<unknown>>
  signIn(): Promise<void>
  readonly shelf: ReturnType<typeof createFileShelf>
}

const demoPassword = 'Demo-2026'

function needed(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value
  throw new AppError('VALIDATION_FAILED', `missing ${name}`, { messageZh: `缺少参数 ${name}` })
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], name: string): T {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, {
    messageZh: `${name} 只能是：${allowed.join('、')}`,
  })
}

function wholeNumber(text: string, name: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new AppError('VALIDATION_FAILED', `bad ${name}`, { messageZh: `${name} 应为整数` })
}

const password = () => process.env['DESK_PASSWORD']

async function demo(desk: Desk) {
  const secret = password() ?? demoPassword
  await desk.call('accounts.createFirst', { user: values.user, displayName: '演示管理员', password: secret })
  const members = wholeNumber(values.members, '--members')
  const counts = await desk.call('system.fillDemo', { members, seed: wholeNumber(values.seed, '--seed') })
  const accounts = [{ user: values.user, password: secret, role: 'streetClerk' }]
  return { data: needed(values.data, '--data'), accounts, ...counts }
}

async function importFile(desk: Desk) {
  const kind = oneOf(positionals[1], importKinds, '导入种类')
  const path = needed(positionals[2], '文件')
  await desk.signIn()
  const file = desk.shelf.put({ name: basename(path), bytes: readSource(path) })
  const preview = await desk.call('imports.preview', {
    kind,
    file,
    mode: oneOf(values.mode, ['addAndUpdate', 'fillBlanks', 'addOnly'], '--mode'),
    columns: {},
    skipSheets: [],
    branches: {},
    otherBranches: oneOf(values.branches, ['create', 'block'], '--branches'),
    jobId: null,
  })
  if (!values.commit) return preview.report
  return desk.call('imports.commit', { previewId: preview.previewId, jobId: null })
}

function readSource(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new AppError('FILE_UNREADABLE', 'cannot read the file', {
      messageZh: `读不到文件：${path}`,
      cause: error,
    })
  }
}

async function undoImport(desk: Desk) {
  const batchId = needed(positionals[1], '批次')
  await desk.signIn()
  const { edited } = await desk.call('imports.checkWithdraw', { batchId })
  if (edited.length > 0) {
    process.stdout.write(`${JSON.stringify({ edited })}\n`)
    const names = edited.map((each) => `${each.name}（${each.reason}）`).join('、')
    throw new AppError('CONFLICT', 'edited since', {
      messageZh: `不能撤回：导入后有 ${edited.length} 条记录改动过：${names}`,
    })
  }
  return { batch: batchId, ...(await desk.call('imports.withdraw', { batchId })) }
}

async function exportFile(desk: Desk) {
  oneOf(positionals[1], ['roster'], '导出种类')
  const out = needed(values.out, '--out')
  if (!existsSync(dirname(resolve(out))))
    throw new AppError('NOT_FOUND', 'no such folder', { messageZh: `没有这个文件夹：${dirname(out)}` })
  await desk.signIn()
  const exported = await desk.call('documents.exportRoster', {
    organizationId: await organizationByCode(desk, values.org),
    format: oneOf(values.format, ['docx', 'xlsx'], '--format'),
    unmasked: values.full,
    purpose: values.purpose ?? null,
    columns: null,
    jobId: null,
  })
  writeResult(out, desk.shelf.read(exported.file.handle).bytes)
  return { out, rows: exported.rows, missing: exported.missing }
}

function writeResult(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    throw new AppError('FOLDER_READ_ONLY', 'cannot write the file', {
      messageZh: `写不了文件：${path}`,
      cause: error,
    })
  }
}

async function organizationByCode(desk: Desk, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null
  const { nodes } = await desk.call('organizations.tree', { includeEnded: false })
  const found = nodes.find((node) => node.code === code)
  if (found) return found.id
  throw new AppError('NOT_FOUND', 'no such code', { messageZh: `没有代码为 ${code} 的党组织` })
}

async function callRoute(desk: Desk) {
  const route = needed(positionals[1], '路由名')
  if (isRouteName(route) && routes[route].right !== 'public') await desk.signIn()
  let input: unknown
  try {
    input = JSON.parse(values.input)
  } catch (error) {
    throw new AppError('VALIDATION_FAILED', 'input is not JSON', {
      messageZh: '--input 不是合法的 JSON',
      cause: error,
    })
  }
  const result = await desk.envelope(route, input)
  if (!result.ok) {
    process.exitCode = 1
    process.stderr.write(`${explain(result.error)}\n`)
  }
  return result
}

async function verify(desk: Desk) {
  await desk.signIn()
  const verification = await desk.call('system.verify', {})
  if (verification.integrity !== 'ok' || verification.foreignKeys > 0) process.exitCode = 1
  return verification
}

const commands: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  demo,
  import: importFile,
  'undo-import': undoImport,
  export: exportFile,
  call: callRoute,
  verify,
}

function deskOn(core: Core, session: Session, shelf: Desk['shelf']): Desk {
  const desk: Desk = {
    shelf,
    envelope: (route, input) => core.call(route, input, session),
    call: async <R extends RouteName>(route: R, input: RouteInput<R>) => {
      const result = await core.call(route, input, session)
      if (!result.ok) throw new AppError(result.error.code, result.error.detail, result.error)
      // Sound: the router answers what the handler of this very route returned.
      return result.data as RouteOutput<R>
    },
    signIn: async () => {
      const secret = password()
      if (secret === undefined)
        throw new AppError('SIGN_IN_REQUIRED', 'no DESK_PASSWORD', {
          messageZh: '请用环境变量 DESK_PASSWORD 给出密码',
        })
      await desk.call('accounts.signIn', { user: values.user, password: secret })
    },
  }
  return desk
}

async function main(): Promise<void> {
  const command = commands[positionals[0] ?? '']
  if (!command)
    throw new AppError('VALIDATION_FAILED', 'unknown command', {
      messageZh: `用法：desk ${Object.keys(commands).join('|')} …（见 README）`,
    })
  const dataDir = needed(values.data, '--data')
  if (command !== demo && command !== callRoute && !existsSync(dataDir))
    throw new AppError('NOT_FOUND', 'no such data folder', { messageZh: `没有这个数据文件夹：${dataDir}` })
  const shelf = createFileShelf()
  const config = { dataDir, appVersion: '0.1.0', shell: 'cli' } as const
  const core = createCore(config, cliPorts(shelf))
  try {
    const output = await command(deskOn(core, core.openSession(), shelf))
    process.stdout.write(`${JSON.stringify(output)}\n`)
  } finally {
    core.close()
  }
}

try {
  await main()
} catch (error) {
  process.exitCode = 1
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${explain(error.toBody())}\n`)
}
