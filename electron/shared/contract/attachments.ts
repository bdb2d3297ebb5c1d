import { z } from 'zod'
import {
  attachmentBytesMax,
  attachmentSubjects,
  type AttachmentSubject,
  type AttachmentType,
} from '../domain/attachments.ts'
import { plainText } from '../lib/text.ts'
import type { Instant } from '../lib/dates.ts'
import { command, query } from './define.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const subject = z.enum(attachmentSubjects)
const slot = z.string().min(1).max(20)
const handle = z.string().min(8).max(64)
const base64LengthMax = Math.ceil(attachmentBytesMax / 3) * 4

export interface AttachmentRow {
  readonly id: string
  readonly version: number
  readonly subject: AttachmentSubject
  readonly subjectId: string
  readonly slot: string
  readonly name: string
  readonly mediaType: AttachmentType
  readonly bytes: number
  readonly createdAt: Instant
}

export const attachmentsRoutes = {
  'attachments.list': query(z.strictObject({ subject, subjectId: id }), 'member.read').output<{
    readonly rows: readonly AttachmentRow[]
  }>(),
  /** The bytes, for the viewer only: they are never left on disk outside the database. Whoever may not reveal is refused. */
  'attachments.content': query(z.strictObject({ id }), 'member.reveal').output<{
    readonly name: string
    readonly mediaType: AttachmentType
    readonly base64: string
  }>(),
  /** A chosen picture, for the screen to make smaller where it cannot read the file itself; null for what is none, and for what is too large to be looked at. */
  'attachments.picture': query(z.strictObject({ handle }), 'member.write').output<{
    readonly mediaType: AttachmentType
    readonly base64: string
  } | null>(),
  /** A file the shell holds, or in its place the same picture made smaller by the screen. What is no JPEG, PNG or PDF by its first bytes, or is too large, is refused in a sentence. */
  'attachments.add': command(
    z.strictObject({
      subject,
      subjectId: id,
      slot,
      handle,
      smaller: z.base64().max(base64LengthMax).optional(),
    }),
    'member.write',
  ).output<AttachmentRow>(),
  'attachments.rename': command(
    z.strictObject({ id, version, name: z.string().overwrite(plainText).min(1, '请填写名称').max(100) }),
    'member.write',
  ).output<null>(),
  'attachments.trash': command(
    z.strictObject({
      id,
      version,
      reason: z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字'),
    }),
    'member.write',
  ).output<null>(),
}
