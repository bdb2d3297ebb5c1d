import { Button } from 'antd'
import { useState } from 'react'
import type { Post } from '#shared/contract/posts.ts'
import type { Term } from '#shared/contract/terms.ts'
import { postPositions } from '#shared/domain/posts.ts'
import { termName } from '#shared/labels/posts.ts'
import { PostsList } from './PostsList.tsx'
import type { TermTask } from './termsTask.ts'
import { termSpan } from './termsWords.ts'

interface TermsHistoryProps {
  /** Newest first. */
  readonly terms: readonly Term[]
  readonly posts: readonly Post[]
  readonly canWrite: boolean
  readonly onTask: (task: TermTask) => void
}

/** Every term with the people who served in it, and the posts of no term. */
export function TermsHistory({ terms, posts, canWrite, onTask }: TermsHistoryProps) {
  const [isOpen, setOpen] = useState(false)
  const known = new Set(terms.map(({ id }) => id))
  const others = posts.filter(({ termId }) => termId === null || !known.has(termId))
  if (terms.length === 0 && posts.length === 0) return null
  return (
    <div className="terms-history">
      <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起历届' : `历届届次与任职（${terms.length} 届，${posts.length} 条任职）`}
      </button>
      {isOpen && (
        <>
          {terms.map((term) => (
            <section key={term.id} className="terms-term" aria-label={termName(term.termNo, term.isRunning)}>
              <div className="terms-head">
                <h3 className="terms-title">{termName(term.termNo, term.isRunning)}</h3>
                <span className="number">{termSpan(term)}</span>
                {canWrite && (
                  <span className="posts-actions">
                    <Button type="text" size="small" onClick={() => onTask({ kind: 'editTerm', term })}>
                      修改
                    </Button>
                    <Button type="text" size="small" onClick={() => onTask({ kind: 'trashTerm', term })}>
                      删除
                    </Button>
                  </span>
                )}
              </div>
              <TermNote term={term} />
              <Served
                posts={posts.filter(({ termId }) => termId === term.id)}
                canWrite={canWrite}
                onTask={onTask}
              />
            </section>
          ))}
          {others.length > 0 && (
            <section className="terms-term" aria-label="没有归入届次的任职">
              <h3 className="terms-title">没有归入届次的任职</h3>
              <Served posts={others} canWrite={canWrite} onTask={onTask} />
            </section>
          )}
        </>
      )}
    </div>
  )
}

function Served(props: { posts: readonly Post[]; canWrite: boolean; onTask: (task: TermTask) => void }) {
  return props.posts.length === 0 ? (
    <p className="muted">这一届没有登记任职</p>
  ) : (
    <PostsList {...props} posts={inOrder(props.posts)} />
  )
}

function TermNote({ term }: { readonly term: Term }) {
  const { extendedTo, extensionDoc, extensionApprovedOn, extensionReason, remark } = term
  const approval = [extensionDoc, extensionApprovedOn].filter((part) => part !== null).join('，')
  return (
    <>
      {extendedTo !== null && (
        <p className="muted small">
          延期：{extensionReason}（{approval === '' ? '没有登记批准' : `批准 ${approval}`}）
        </p>
      )}
      {remark !== null && <p className="muted small">{remark}</p>}
    </>
  )
}

/** As the committee sits, whoever came first before who followed. */
function inOrder(posts: readonly Post[]): readonly Post[] {
  const rank = ({ position }: Post) => postPositions.indexOf(position)
  const from = ({ fromOn }: Post) => fromOn ?? ''
  return posts.toSorted((a, b) => rank(a) - rank(b) || (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0))
}
