import type { z } from 'zod'
import type { reviewsRoutes } from '#shared/contract/reviews.ts'

/** What a route of this slice is given, once it is checked. */
export type Given<R extends keyof typeof reviewsRoutes> = z.output<(typeof reviewsRoutes)[R]['input']>
