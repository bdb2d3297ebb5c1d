import type { RouteInput, RouteName, RouteOutput } from '#shared/contract/routes.ts'

/** What measures one desk: `sample` for the quantiles of many runs, `timed` for one. */
export interface Meter {
  /** How many members there are. */
  readonly size: number
  readonly call: <R extends RouteName>(route: R, input: RouteInput<R>) => Promise<RouteOutput<R>>
  readonly sample: (name: string, inputs: readonly (() => Promise<unknown>)[]) => Promise<void>
  readonly timed: <T>(name: string, body: () => Promise<T>) => Promise<T>
}
