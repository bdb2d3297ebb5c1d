import {
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'
import { call } from './api.ts'
import type { CallError } from './callError.ts'
import { tellOtherTabs } from './tabs.ts'
import { useIsLocked } from './useIsLocked.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError
  }
}

type SliceOf<R extends string> = R extends `${infer S}.${string}` ? S : never

export type Slice = SliceOf<RouteName>

/** What every logged write adds to. */
const logs = ['activity', 'trash', 'audit'] as const
const records = [
  'bridge',
  'organizations',
  'members',
  'memberships',
  'findings',
  'transfers',
  'mobility',
  'elections',
  'lost',
  'enterprises',
  'terms',
  'posts',
  'development',
  'forms',
  'training',
  'calendar',
  'attachments',
  'meetings',
  'meetingPlans',
  'topicGuides',
  'lifeMeetings',
  'appraisals',
  'talks',
  'reviews',
  'reviewBallots',
  'rectifications',
  'responsibility',
  'documents',
] as const

/** Slices whose queries a command of this slice may have made stale. */
const touched: Readonly<Record<Slice, readonly Slice[]>> = {
  accounts: ['accounts', ...logs],
  organizations: [...records, ...logs],
  members: [...records, ...logs],
  memberships: [...records, ...logs],
  findings: [...records, ...logs],
  terms: [...records, ...logs],
  posts: [...records, ...logs],
  transfers: [...records, ...logs],
  mobility: [...records, ...logs],
  elections: [...records, ...logs],
  lost: [...records, ...logs],
  enterprises: ['enterprises', ...logs],
  // The roster follows the approvals of a file.
  development: [...records, ...logs],
  forms: [...records, ...logs],
  training: [...records, ...logs],
  calendar: ['calendar', 'development', ...logs],
  attachments: ['attachments', 'development', 'meetings', ...logs],
  // Votes of a meeting are those of a file; the roster follows the file.
  meetings: [...records, ...logs],
  meetingPlans: ['meetings', 'meetingPlans', ...logs],
  topicGuides: ['topicGuides', ...logs],
  lifeMeetings: ['meetings', 'lifeMeetings', ...logs],
  appraisals: ['meetings', 'appraisals', ...logs],
  talks: ['meetings', 'lifeMeetings', 'talks', ...logs],
  reviews: ['reviews', 'reviewBallots', 'rectifications', ...logs],
  reviewBallots: ['reviews', 'reviewBallots', 'rectifications', ...logs],
  rectifications: ['reviews', 'rectifications', ...logs],
  responsibility: ['reviews', 'responsibility', ...logs],
  imports: ['imports', 'backup', ...records, ...logs],
  documents: [...logs],
  bridge: ['bridge', ...logs],
  // Taking something back, and giving something back, may change a record of any kind.
  activity: ['imports', 'calendar', ...records, ...logs],
  trash: ['imports', ...records, ...logs],
  audit: ['audit'],
  // A restore changes everything and signs everybody out.
  backup: ['backup', 'accounts', 'audit'],
  rescue: ['accounts', 'backup'],
  workspace: ['workspace'],
  jobs: [],
  files: [],
  system: [...records, ...logs],
}

/** Commands that leave every record as it is. */
const writesNothing: ReadonlySet<RouteName> = new Set<RouteName>([
  'members.reveal',
  'mobility.reveal',
  'posts.reveal',
  'enterprises.reveal',
  'development.reveal',
  'meetings.revealContact',
  'imports.preview',
  'imports.markedCopy',
  'imports.sampleWorkbook',
  'reviewBallots.preview',
  'backup.inspect',
  'backup.handOver',
  'rescue.backups',
  'rescue.inspect',
])

function sliceOf(route: RouteName): string {
  return route.slice(0, route.indexOf('.'))
}

function isSlice(name: string): name is Slice {
  return Object.hasOwn(touched, name)
}

export function queryKeyOf<R extends RouteName>(route: R, input?: RouteInput<R>): QueryKey {
  return input === undefined ? [sliceOf(route), route] : [sliceOf(route), route, input]
}

/** Marks stale whatever a command of this route may have changed. */
export async function invalidateAfter(client: QueryClient, route: RouteName): Promise<void> {
  const slice = sliceOf(route)
  if (writesNothing.has(route) || !isSlice(slice)) return
  if (slice === 'accounts') tellOtherTabs()
  await Promise.all(touched[slice].map((name) => client.invalidateQueries({ queryKey: [name] })))
}

interface CallOptions {
  readonly enabled?: boolean
  /** Shows the last answer while the next one is on its way: search boxes, paged tables. */
  readonly keepPrevious?: boolean
  /** Milliseconds between repeats; for progress only. */
  readonly repeatMs?: number
  /** Asks again each time a page mounts, and keeps nothing afterwards. */
  readonly fresh?: boolean
}

/** Asked whether or not somebody is signed in: behind the lock screen as well. */
const askedWhileLocked: ReadonlySet<RouteName> = new Set<RouteName>(['accounts.status'])

/** The answer of a query route, kept until a command touches its slice. */
export function useCall<R extends RouteName>(
  route: R,
  input: RouteInput<R>,
  options: CallOptions = {},
): UseQueryResult<RouteOutput<R>> {
  const isLocked = useIsLocked()
  return useQuery({
    queryKey: queryKeyOf(route, input),
    queryFn: () => call(route, input),
    enabled: (options.enabled ?? true) && (!isLocked || askedWhileLocked.has(route)),
    refetchInterval: options.repeatMs ?? false,
    ...(options.fresh === true ? { gcTime: 0, staleTime: 0 } : {}),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
}

interface CommandOptions {
  /** Leaves the queries as they are; the page calls invalidateAfter itself, later. */
  readonly quiet?: boolean
}

/** Runs a command route; the queries it touches are fetched again before it settles. */
export function useCommand<R extends RouteName>(
  route: R,
  { quiet = false }: CommandOptions = {},
): UseMutationResult<RouteOutput<R>, CallError, RouteInput<R>> {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [route],
    mutationFn: (input: RouteInput<R>) => call(route, input),
    onSuccess: () => (quiet ? undefined : invalidateAfter(client, route)),
  })
}
