import type { RouteOutput } from '#shared/contract/routes.ts'

/** An organisation's plan of a year beside what was approved. */
export type QuotaRow = RouteOutput<'development.quotas'>['rows'][number]
