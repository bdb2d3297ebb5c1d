import type { RouteInput } from '#shared/contract/routes.ts'
import type { Meter } from './meter.ts'

const listBase = {
  organizationId: null,
  text: null,
  sort: { field: 'name', descending: false },
  limit: 100,
} as const
const counted = [{ op: 'in' as const, field: 'partyStatus' as const, values: ['ZC', 'LC', 'ZZQL', 'XQ'] }]

/** Pages of the roster, as the list asks for them. */
export async function measureList({ call, sample, size }: Meter): Promise<void> {
  const { nodes } = await call('organizations.tree', { includeEnded: false })
  const pages = Array.from({ length: 60 }, (_, i) => Math.floor((size * i) / 60))
  const list = (input: Partial<RouteInput<'members.list'>>) => () =>
    call('members.list', { ...listBase, filters: counted, offset: 0, ...input })
  await sample(
    'list page',
    pages.map((offset) => list({ offset })),
  )
  await sample(
    'list page of a branch',
    nodes
      .filter(({ type }) => type === 'ZB')
      .slice(0, 40)
      .map(({ id }) => list({ organizationId: id })),
  )
  await sample(
    'list page of a community',
    nodes
      .filter(({ type }) => type === 'SQW')
      .flatMap(({ id }) => Array.from({ length: 5 }, () => list({ organizationId: id }))),
  )
  await sample(
    'list page by finding',
    Array.from({ length: 30 }, () =>
      list({ filters: [...counted, { op: 'finding', code: 'BIRTH_MISMATCH' }] }),
    ),
  )
  await sample(
    'list page by branch order',
    Array.from({ length: 20 }, (_, i) =>
      list({ offset: Math.floor((size * i) / 20), sort: { field: 'organizationId', descending: false } }),
    ),
  )
  await sample(
    'list page by text',
    ['zs', 'zhang', '王', '1968', '0012', '138', '春晖'].flatMap((text) =>
      Array.from({ length: 4 }, () => list({ text })),
    ),
  )
  await sample(
    'organizations tree',
    Array.from({ length: 10 }, () => () => call('organizations.tree', { includeEnded: false })),
  )
}

const keystrokes = [
  'z',
  'zh',
  'zhang',
  'zhangw',
  'w',
  'wx',
  'wxm',
  'l',
  'li',
  'liu',
  '王',
  '王小',
  '张',
  '伟',
  '建国',
  'zeng',
  'ouy',
  '19',
  '1960',
  '196001',
  '138',
  '1391',
  '0012',
  '东环',
  '东环社区第一',
  '园林',
]

export async function measureSearch({ call, sample }: Meter): Promise<void> {
  const inputs = keystrokes.flatMap((text) =>
    Array.from({ length: 6 }, () => () => call('members.search', { text, limit: 20 })),
  )
  await sample('search keystroke', inputs)
}
