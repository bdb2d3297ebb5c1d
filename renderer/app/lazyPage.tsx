import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { type Needs, withRights } from './withRights.tsx'

/** A page fetched when first opened. */
export function page(path: string, needs: Needs, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: withRights(needs, await load()) }) }
}
