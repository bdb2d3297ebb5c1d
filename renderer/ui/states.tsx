import { Button } from 'antd'
import type { ReactNode } from 'react'
import { errorText } from '../lib/errorText.ts'
import './page.css'

interface EmptyStateProps {
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
  readonly inline?: boolean
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, text, actions, inline = false }: EmptyStateProps) {
  return (
    <section className={inline ? 'state state-inline' : 'state'} aria-label={title}>
      <div className="state-title">{title}</div>
      {text !== undefined && <div className="state-text">{text}</div>}
      {actions !== undefined && <div className="state-actions">{actions}</div>}
    </section>
  )
}

interface ErrorStateProps {
  readonly error: unknown
  readonly title?: string
  readonly onRetry?: () => void
  readonly actions?: ReactNode
  readonly inline?: boolean
}

export function ErrorState({
  error,
  title = '没有取到内容',
  onRetry,
  actions,
  inline = false,
}: ErrorStateProps) {
  return (
    <div className={inline ? 'state state-inline state-error' : 'state state-error'} role="alert">
      <div className="state-title">{title}</div>
      <div className="state-text">{errorText(error)}</div>
      <div className="state-actions">
        {onRetry !== undefined && <Button onClick={onRetry}>重试</Button>}
        {actions}
      </div>
    </div>
  )
}

/** Shown only after 150 ms, so that quick answers do not flicker. */
export function LoadingState({
  label = '正在读取',
  lines = 6,
}: {
  readonly label?: string
  readonly lines?: number
}) {
  return (
    <output className="loading" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span className="loading-line" key={line} />
      ))}
    </output>
  )
}

export function NoRightState({ what }: { readonly what: string }) {
  return (
    <section className="state" aria-label={`没有权限${what}`}>
      <div className="state-title">没有权限{what}</div>
      <div className="state-text">
        您的账号没有这项权限。如工作需要，请换有权限的账号登录，或请系统管理员调整。
      </div>
    </section>
  )
}
