import type { Database, ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { getPost, type StoredPost } from '#db/queries/posts.ts'
import { getTerm } from '#db/queries/terms.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { PostFields } from '#shared/contract/posts.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { changePost, endPost, enterPosts, type NewPost, trashPost } from '../records/postStore.ts'

export function requireOrganization(db: ReadDb, id: string): StoredOrganization {
  const row = getOrganization(db, id)
  if (row && row.deletedAt === null) return row
  throw new AppError('NOT_FOUND', 'no such organization', {
    messageZh: '找不到这个党组织，可能已被删除，请刷新后重试',
  })
}

export function requirePost(db: ReadDb, id: string): StoredPost {
  const post = getPost(db, id)
  if (post) return post
  throw new AppError('NOT_FOUND', 'no such post', {
    messageZh: '找不到这条任职记录，可能刚被删除，请刷新后重试',
  })
}

function refuse(fields: FieldErrors): void {
  const keys = Object.keys(fields)
  if (keys.length > 0) throw new AppError('VALIDATION_FAILED', `invalid: ${keys.join(', ')}`, { fields })
}

type Holder = Pick<PostFields, 'memberId' | 'personName'>

/** A member's name is the roster's; somebody outside it is named by hand. */
function nameOf(db: ReadDb, { memberId, personName }: Holder): string {
  if (memberId === null) {
    if (personName !== null && personName !== '') return personName
    throw new AppError('VALIDATION_FAILED', 'nobody named', {
      fields: { personName: '请选择党员，或填写姓名（不在花名册的人）' },
    })
  }
  const member = getMember(db, memberId)
  if (member && member.deletedAt === null) return member.name
  throw new AppError('VALIDATION_FAILED', 'no such member', {
    fields: { memberId: '找不到这名党员，可能已移入回收站，请重新选择' },
  })
}

interface Checked {
  readonly organizationId: string
  readonly termId: string | null
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
  readonly approvedOn: DateOnly | null
}

/** Only what contradicts itself is refused: the rules warn of the rest. */
function problems(db: ReadDb, post: Checked, today: DateOnly): FieldErrors {
  const found: Record<string, string> = {}
  const { organizationId, termId, fromOn, toOn, approvedOn } = post
  if (fromOn !== '' && fromOn > today) found.fromOn = '任职日期不能晚于今天'
  if (toOn !== null && toOn !== '' && toOn > today) found.toOn = '免职日期不能晚于今天'
  if (toOn !== null && toOn !== '' && fromOn !== '' && toOn < fromOn.slice(0, toOn.length))
    found.toOn = '免职日期不能早于任职日期，请核对'
  if (approvedOn !== null && approvedOn > today) found.approvedOn = '批复日期不能晚于今天'
  if (termId !== null && getTerm(db, termId)?.organizationId !== organizationId)
    found.termId = '这一届不是本党组织的，请重新选择'
  return found
}

function newPost(db: ReadDb, organizationId: string, fields: PostFields): NewPost {
  const personName = nameOf(db, fields)
  return {
    ...fields,
    organizationId,
    personName,
    fromOn: fields.fromOn ?? '',
    toOn: null,
    // 兼职委员 are part-time by what they are (ORG-55).
    isPartTime: fields.isPartTime || fields.position === 'JZWY',
    leftReason: null,
  }
}

export function enterNewPosts(
  db: Database,
  input: {
    readonly organizationId: string
    readonly posts: readonly PostFields[]
    readonly replaces: { readonly id: string; readonly version: number } | null
  },
  ports: Ports,
): readonly string[] {
  const { organizationId, replaces } = input
  requireOrganization(db.read, organizationId)
  const moment = momentOf(ports)
  const posts = input.posts.map((fields) => newPost(db.read, organizationId, fields))
  for (const post of posts) refuse(problems(db.read, post, moment.today))
  const former =
    replaces === null ? null : { ...requirePost(db.read, replaces.id), version: replaces.version }
  if (former !== null && former.organizationId !== organizationId)
    throw new AppError('CONFLICT', 'post of another organization', {
      messageZh: '要接替的职务不是本党组织的，请刷新后重新选择',
    })
  const [first] = posts
  return db.write((tx) => {
    if (former !== null && first !== undefined)
      endPost(tx, former, { on: first.fromOn, reason: `由${first.personName}接任` }, moment)
    return enterPosts(tx, posts, moment)
  })
}

type PostUpdate = PostFields & Pick<StoredPost, 'toOn' | 'leftReason'>

export function updatePostFields(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<PostUpdate> },
  ports: Ports,
): void {
  const current = { ...requirePost(db.read, id), version }
  const { fromOn, personName, ...rest } = fields
  const after = { ...current, ...rest, ...(fromOn === undefined ? {} : { fromOn: fromOn ?? ('' as const) }) }
  const isRenamed = fields.memberId !== undefined || personName !== undefined
  const holder = { memberId: after.memberId, personName: personName ?? current.personName }
  const name = isRenamed ? nameOf(db.read, holder) : current.personName
  const moment = momentOf(ports)
  refuse(problems(db.read, after, moment.today))
  const set = {
    ...rest,
    fromOn: after.fromOn,
    personName: name,
    isPartTime: after.isPartTime || after.position === 'JZWY',
  }
  db.write((tx) => changePost(tx, current, set, moment))
}

export function leavePost(
  db: Database,
  input: {
    readonly id: string
    readonly version: number
    readonly on: PartialDate | ''
    readonly reason: string
  },
  ports: Ports,
): void {
  const { id, version, on, reason } = input
  const current = { ...requirePost(db.read, id), version }
  if (current.toOn !== null)
    throw new AppError('CONFLICT', 'not held any more', {
      messageZh: `“${current.personName}”的这一职务已经免去，要更正日期请修改任职记录`,
    })
  const moment = momentOf(ports)
  const { toOn, ...others } = problems(db.read, { ...current, toOn: on }, moment.today)
  refuse({ ...others, ...(toOn === undefined ? {} : { on: toOn }) })
  db.write((tx) => endPost(tx, current, { on, reason }, moment))
}

export function deletePost(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  const current = { ...requirePost(db.read, id), version }
  db.write((tx) => trashPost(tx, current, reason, momentOf(ports)))
}
