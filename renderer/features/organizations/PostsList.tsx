import { Button } from 'antd'
import { Link } from 'react-router'
import type { Post } from '#shared/contract/posts.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { PhoneText } from '../../ui/PhoneText.tsx'
import type { TermTask } from './termsTask.ts'
import { postNote, postSpan } from './termsWords.ts'

interface PostsListProps {
  readonly posts: readonly Post[]
  readonly canWrite: boolean
  readonly onTask: (task: TermTask) => void
}

/** Posts, one a line, with what may be done with each. */
export function PostsList({ posts, canWrite, onTask }: PostsListProps) {
  return (
    <ul className="posts-list">
      {posts.map((post) => (
        <li key={post.id}>
          <span className="posts-position">{postPositionLabels[post.position]}</span>
          <Person post={post} />
          {canWrite && (
            <div className="posts-actions">
              {post.toOn === null && (
                <Button type="text" size="small" onClick={() => onTask({ kind: 'end', post })}>
                  免职
                </Button>
              )}
              <Button type="text" size="small" onClick={() => onTask({ kind: 'editPost', post })}>
                修改
              </Button>
              <Button type="text" size="small" onClick={() => onTask({ kind: 'trashPost', post })}>
                删除
              </Button>
            </div>
          )}
          <div className="posts-details muted">
            <span className="number">{postSpan(post)}</span>
            <span>{postNote(post)}</span>
            <Phone post={post} />
            {post.leftReason !== null && <span>离任：{post.leftReason}</span>}
            {post.remark !== null && <span>{post.remark}</span>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Person({ post: { memberId, personName } }: { readonly post: Post }) {
  const canRead = useHasRight('member.read')
  return memberId !== null && canRead ? (
    <Link to={`/members/${memberId}`}>{personName}</Link>
  ) : (
    <span>{personName}</span>
  )
}

/** Of somebody outside the roster; a member's stands in the roster. */
function Phone({ post: { id, personName, phone } }: { readonly post: Post }) {
  const reveal = useCommand('posts.reveal')
  const canReveal = useHasRight('member.reveal')
  if (phone === null) return null
  const whole = async () => (await reveal.mutateAsync({ id })).phone
  return <PhoneText name={personName} phone={phone} onReveal={canReveal ? whole : null} />
}
