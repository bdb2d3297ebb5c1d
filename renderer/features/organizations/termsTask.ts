import type { Post } from '#shared/contract/posts.ts'
import type { Term } from '#shared/contract/terms.ts'

/** What the section is asked to do, one dialog at a time. */
export type TermTask =
  | { readonly kind: 'record' }
  | { readonly kind: 'editTerm'; readonly term: Term }
  | { readonly kind: 'extend'; readonly term: Term }
  | { readonly kind: 'trashTerm'; readonly term: Term }
  | { readonly kind: 'enter' }
  | { readonly kind: 'editPost'; readonly post: Post }
  | { readonly kind: 'end'; readonly post: Post }
  | { readonly kind: 'trashPost'; readonly post: Post }
