import type { z } from 'zod'
import { accountsRoutes } from './accounts.ts'
import { activityRoutes } from './activity.ts'
import { attachmentsRoutes } from './attachments.ts'
import { auditRoutes } from './audit.ts'
import { backupRoutes } from './backup.ts'
import { bridgeRoutes } from './bridge.ts'
import type { Route } from './define.ts'
import { developmentRoutes } from './development.ts'
import { developmentPapersRoutes } from './developmentPapers.ts'
import { developmentRegistersRoutes } from './developmentRegisters.ts'
import { documentsRoutes } from './documents.ts'
import { electionsRoutes } from './elections.ts'
import { enterprisesRoutes } from './enterprises.ts'
import { filesRoutes } from './files.ts'
import { findingsRoutes } from './findings.ts'
import { importsRoutes } from './imports.ts'
import { jobsRoutes } from './jobs.ts'
import { lostCasesRoutes } from './lostCases.ts'
import { membersRoutes } from './members.ts'
import { meetingPapersRoutes } from './meetingPapers.ts'
import { meetingPlansRoutes } from './meetingPlans.ts'
import { meetingsRoutes } from './meetings.ts'
import { membershipsRoutes } from './memberships.ts'
import { mobilityRoutes } from './mobility.ts'
import { organizationLifeRoutes } from './organizationLife.ts'
import { organizationsRoutes } from './organizations.ts'
import { postsRoutes } from './posts.ts'
import { rectificationsRoutes } from './rectifications.ts'
import { responsibilityRoutes } from './responsibility.ts'
import { reviewBallotsRoutes } from './reviewBallots.ts'
import { reviewPapersRoutes } from './reviewPapers.ts'
import { reviewsRoutes } from './reviews.ts'
import { systemRoutes } from './system.ts'
import { termsRoutes } from './terms.ts'
import { transferPapersRoutes } from './transferPapers.ts'
import { transfersRoutes } from './transfers.ts'
import { trashRoutes } from './trash.ts'
import { workspaceRoutes } from './workspace.ts'

/** Every call there is. Handlers and tests are checked against this table. */
export const routes = {
  ...accountsRoutes,
  ...organizationsRoutes,
  ...membersRoutes,
  ...membershipsRoutes,
  ...mobilityRoutes,
  ...lostCasesRoutes,
  ...enterprisesRoutes,
  ...transfersRoutes,
  ...transferPapersRoutes,
  ...developmentRoutes,
  ...developmentPapersRoutes,
  ...developmentRegistersRoutes,
  ...attachmentsRoutes,
  ...meetingsRoutes,
  ...meetingPlansRoutes,
  ...organizationLifeRoutes,
  ...meetingPapersRoutes,
  ...reviewsRoutes,
  ...reviewBallotsRoutes,
  ...rectificationsRoutes,
  ...responsibilityRoutes,
  ...reviewPapersRoutes,
  ...findingsRoutes,
  ...importsRoutes,
  ...documentsRoutes,
  ...bridgeRoutes,
  ...electionsRoutes,
  ...termsRoutes,
  ...postsRoutes,
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
