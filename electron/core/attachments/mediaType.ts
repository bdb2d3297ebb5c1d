import type { AttachmentType } from '#shared/domain/attachments.ts'

const marks: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** By its first bytes, whatever it is called; null for anything else. */
export function mediaTypeOf(bytes: Uint8Array): AttachmentType | null {
  const found = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  return found?.[0] ?? null
}
