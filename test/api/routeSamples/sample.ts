import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import type { Place, StandardOffice } from '../office.ts'

type InputOf<R extends RouteName> = (
  office: StandardOffice,
  place: Place,
) => RouteInput<R> | Promise<RouteInput<R>>

export interface Sample<R extends RouteName> {
  /** About this community's records; whoever has the right may send it, for `east` also the community's clerk. */
  readonly input: InputOf<R>
  /** The same about everything in the caller's reach, where the input can say so. */
  readonly everything?: RouteInput<R>
  /** Why the input names no record of an organisation; absent where it names some. */
  readonly namesNone?: string
}

type Slice = 'accounts' | 'backup' | 'rescue'

/** Routes whose names begin so. */
export type RoutesOf<S extends string> = Extract<RouteName, `${S}.${string}`>

export type SamplesOf<R extends RouteName> = { readonly [Each in R]: Sample<Each> }

/** Who may hire and fire and make backups of the whole folder is tied to no organisation. */
export const administratorOnly: Readonly<Record<Slice, string>> = {
  accounts: 'the administrator’s, who sees no records',
  backup: 'the administrator’s: whole data folders',
  rescue: 'before anybody has signed in: whole data folders',
}
