import type { z } from 'zod'
import type { reviewsRoutes } from '#shared/contract/reviews.ts'

/** What a command is given, parsed. */
export type Given<R extends keyof typeof reviewsRoutes> = z.output<(typeof reviewsRoutes)[R]['input']>
