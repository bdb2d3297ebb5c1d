import type { MatterKind } from '#shared/domain/meetings/votes.ts'

/** Matters whose vote belongs to a file of 发展党员. */
export const aboutFiles: readonly MatterKind[] = ['admission', 'regular', 'extension', 'disqualification']
