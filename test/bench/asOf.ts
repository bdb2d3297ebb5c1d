import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import type { Meter } from './meter.ts'

/** Questions about days of the last ten years: pages, counts, voters, one person's 经历. */
export async function measureAsOf({ call, sample, size }: Meter): Promise<void> {
  const { nodes } = await call('organizations.tree', { includeEnded: false })
  const branches = nodes.filter(({ type }) => type === 'ZB').slice(0, 40)
  const communities = nodes.filter(({ type }) => type === 'SQW')
  const days = Array.from({ length: 40 }, (_, i) => dateOnly(`${2016 + (i % 10)}-0${(i % 9) + 1}-15`))
  const page = (input: Partial<RouteInput<'memberships.list'>>) => () =>
    call('memberships.list', {
      organizationId: null,
      on: dateOnly('2020-12-31'),
      personType: null,
      status: null,
      sort: 'branch',
      offset: 0,
      limit: 100,
      ...input,
    })
  const part = (i: number) => Math.floor((size * i) / 40)
  await sample(
    'as of: page',
    days.map((on, i) => page({ on, offset: part(i) })),
  )
  await sample(
    'as of: page of a community by name',
    days.map((on, i) =>
      page({ on, sort: 'name', organizationId: communities[i % communities.length]?.id ?? null }),
    ),
  )
  await sample(
    'as of: page by status',
    days.map((on) => page({ on, status: 'LC' })),
  )
  await sample(
    'as of: counts of the tree',
    days.map((on) => () => call('memberships.counts', { on })),
  )
  await sample(
    'as of: voters of a branch',
    branches.map(
      ({ id }, i) =>
        () =>
          call('memberships.voters', {
            organizationId: id,
            on: days[i % 40] ?? dateOnly('2020-12-31'),
          }),
    ),
  )
  const { ids } = await call('members.listIds', {
    organizationId: branches[0]?.id ?? null,
    text: null,
    filters: [],
    sort: { field: 'name', descending: false },
  })
  await sample(
    'timeline of a member',
    ids.slice(0, 40).map((id) => () => call('memberships.ofMember', { id })),
  )
}
