import { z } from 'zod'
import type { Instant } from '../lib/dates.ts'
import { command, query } from './define.ts'

const key = z.string().regex(/^(draft|view):[\w:.-]{1,120}$/)

/** Drafts and views of the signed-in account. They hold personal data, so they live in the encrypted file, not in the browser. */
export const workspaceRoutes = {
  'workspace.get': query(z.strictObject({ key }), 'signedIn').output<{
    readonly value: string
    readonly updatedAt: Instant
  } | null>(),
  'workspace.put': command(
    z.strictObject({ key, value: z.string().max(200_000) }),
    'signedIn',
  ).output<null>(),
  'workspace.discard': command(z.strictObject({ key }), 'signedIn').output<null>(),
}
