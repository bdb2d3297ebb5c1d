import type { z } from 'zod'
import { accountsRoutes } from './accounts.ts'
import { activityRoutes } from './activity.ts'
import { auditRoutes } from './audit.ts'
import { backupRoutes } from './backup.ts'
import type { Route } from './define.ts'
import { documentsRoutes } from './documents.ts'
import { filesRoutes } from './files.ts'
import { findingsRoutes } from './findings.ts'
import { importsRoutes } from './imports.ts'
import { jobsRoutes } from './jobs.ts'
import { membersRoutes } from './members.ts'
import { organizationsRoutes } from './organizations.ts'
import { systemRoutes } from './system.ts'
import { trashRoutes } from './trash.ts'
import { workspaceRoutes } from './workspace.ts'

/** Every call there is. Handlers and tests are checked against this table. */
export const routes = {
  ...accountsRoutes,
  ...organizationsRoutes,
  ...membersRoutes,
  ...findingsRoutes,
  ...importsRoutes,
  ...documentsRoutes,
  ...activityRoutes,
  ...auditRoutes,
  ...trashRoutes,
  ...backupRoutes,
  ...workspaceRoutes,
  ...jobsRoutes,
  ...filesRoutes,
  ...systemRoutes,
}

type Routes = typeof routes

export type RouteName = keyof Routes

/** Routes that may write. */
export type CommandName = {
  [R in RouteName]: Routes[R]['kind'] extends 'command' ? R : never
}[RouteName]

/** What a caller sends. */
export type RouteInput<R extends RouteName> = z.input<Routes[R]['input']>

export type RouteOutput<R extends RouteName> = Routes[R] extends Route<z.ZodType, infer O> ? O : never

export function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name)
}
