import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Database, ReadDb } from '#db/database.ts'
import {
  getAttachment,
  insertAttachment,
  listAttachments,
  nextPosition,
  readContent,
  renameAttachment,
  type StoredAttachment,
} from '#db/queries/attachments.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { getMeeting } from '#db/queries/meetings.ts'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import {
  attachmentBytesMax,
  type AttachmentSubject,
  attachmentTypes,
  pictureBytesMax,
} from '#shared/domain/attachments.ts'
import { isMaterialNo } from '#shared/domain/development/materials.ts'
import { isMeetingSlot } from '#shared/domain/meetings/records.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import { plainText } from '#shared/lib/text.ts'
import type { Ports } from '../ports.ts'
import { tickScanned } from '../records/developmentPapersThere.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { mediaTypeOf } from './mediaType.ts'

const nameMax = 100

function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such attachment', {
    messageZh: '找不到这份扫描件，可能已移入回收站。请刷新后重试',
  })
}

interface Subject {
  /** What scans lie beside, as a sentence names it. */
  readonly label: string
  readonly find: (db: ReadDb, id: string) => { readonly deletedAt: string | null } | undefined
  readonly hasSlot: (slot: string) => boolean
}

const subjects: Readonly<Record<AttachmentSubject, Subject>> = {
  developmentFile: { label: '发展党员档案', find: getDevelopmentFile, hasSlot: isMaterialNo },
  meeting: { label: '会议记录', find: getMeeting, hasSlot: isMeetingSlot },
}

/** The record is in the caller's reach and not in the trash. */
function hasSubject(db: ReadDb, subject: AttachmentSubject, subjectId: string): boolean {
  return subjects[subject].find(db, subjectId)?.deletedAt === null
}

/** The record is in the caller's reach, and the paper is one it has. Throws NOT_FOUND, VALIDATION_FAILED. */
function requireSubject(
  db: ReadDb,
  subject: AttachmentSubject,
  subjectId: string,
  slot: string | null,
): void {
  const { label, hasSlot } = subjects[subject]
  if (!hasSubject(db, subject, subjectId))
    throw new AppError('NOT_FOUND', `no such ${subject}`, {
      messageZh: `找不到这份${label}，可能已移入回收站。请刷新列表`,
    })
  if (slot !== null && !hasSlot(slot))
    throw new AppError('VALIDATION_FAILED', 'no such paper', { messageZh: '请选择扫描件属于哪一份材料' })
}

/** One out of reach is answered like one that never was. Throws NOT_FOUND. */
function find(db: ReadDb, id: string): StoredAttachment {
  const found = getAttachment(db, id)
  if (!found || !hasSubject(db, found.subject, found.subjectId)) throw notFound()
  return found
}

function rowOf(stored: StoredAttachment): AttachmentRow {
  const { id, version, subject, subjectId, slot, name, bytes, createdAt } = stored
  const mediaType = attachmentTypes.find((type) => type === stored.mediaType)
  if (mediaType === undefined) throw new Error('an attachment of a type that is never taken in')
  return { id, version, subject, subjectId, slot, name, mediaType, bytes, createdAt }
}

export function listScans(
  db: ReadDb,
  { subject, subjectId }: RouteInput<'attachments.list'>,
): RouteOutput<'attachments.list'> {
  requireSubject(db, subject, subjectId, null)
  return { rows: listAttachments(db, { subject, subjectId }).map(rowOf) }
}

export function scanContent(db: ReadDb, id: string): RouteOutput<'attachments.content'> {
  const found = find(db, id)
  const content = readContent(db, found.sha256)
  if (!content)
    throw new AppError('NOT_FOUND', 'content is gone', {
      messageZh: '这份扫描件的内容不在数据库里了，请从备份恢复，或重新扫描上传',
    })
  const { name, mediaType } = rowOf(found)
  return { name, mediaType, base64: Buffer.from(content).toString('base64') }
}

/** The name without its ending; numbers of people that scanners and clerks put into file names do not stay readable. */
function cleanFileName(name: string): string {
  const stem = basename(name).replace(/\.[A-Za-z0-9]{1,5}$/, '')
  return maskNumbers(plainText(stem)).slice(0, nameMax) || '扫描件'
}

/** The bytes of a file somebody chose, where they are a picture. */
export function chosenPicture(handle: string, { files }: Ports): RouteOutput<'attachments.picture'> {
  const { bytes } = files.read(handle)
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null || mediaType === 'application/pdf' || bytes.byteLength > pictureBytesMax) return null
  return { mediaType, base64: Buffer.from(bytes).toString('base64') }
}

export function addScan(
  db: Database,
  { subject, subjectId, slot, handle, smaller }: RouteInput<'attachments.add'>,
  ports: Ports,
): AttachmentRow {
  requireSubject(db.read, subject, subjectId, slot)
  const { name, bytes: chosen } = ports.files.read(handle)
  const bytes = smaller === undefined ? chosen : Buffer.from(smaller, 'base64')
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null)
    throw new AppError('FILE_REFUSED', 'not a picture or PDF', {
      messageZh: '只能上传 JPG、PNG 图片或 PDF 文件。这个文件的内容不是这三种，请重新扫描或另存后再传',
    })
  if (bytes.byteLength > attachmentBytesMax)
    throw new AppError('FILE_TOO_LARGE', 'attachment too large', {
      messageZh: `文件有 ${(bytes.byteLength / 2 ** 20).toFixed(1)} MB，超过 ${attachmentBytesMax / 2 ** 20} MB。请用较低的分辨率扫描（150 至 200 DPI），或分成几份上传`,
    })
  const moment = momentOf(ports)
  const { at } = moment
  const row: StoredAttachment = {
    id: moment.ids.next(),
    subject,
    subjectId,
    slot,
    name: cleanFileName(name),
    mediaType,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    position: nextPosition(db.read, { subject, subjectId, slot }),
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    deletedReason: null,
  }
  db.write((tx) => {
    insertAttachment(tx, row, bytes)
    if (subject === 'developmentFile' && isMaterialNo(slot)) tickScanned(tx, subjectId, slot, moment)
  })
  return rowOf(row)
}

export function renameScan(
  db: Database,
  { id, version, name }: RouteInput<'attachments.rename'>,
  ports: Ports,
): void {
  find(db.read, id)
  const { at } = momentOf(ports)
  db.write((tx) => {
    if (!renameAttachment(tx, { id, version, name: maskNumbers(name), at }))
      throw new AppError('STALE_WRITE', 'attachment changed since it was read', {
        messageZh: '这份扫描件刚被修改过，请刷新后再改',
      })
  })
}

export function trashScan(
  db: Database,
  { id, version, reason }: RouteInput<'attachments.trash'>,
  ports: Ports,
): void {
  find(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'attachment', { id, version }, reason, momentOf(ports)))
}
