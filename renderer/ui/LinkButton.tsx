import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

interface LinkButtonProps {
  readonly to: string
  readonly children: ReactNode
  readonly primary?: boolean
  readonly small?: boolean
}

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function LinkButton({ to, children, primary = false, small = false }: LinkButtonProps) {
  const href = useHref(to)
  const onClick = useLinkClickHandler<HTMLElement>(to)
  return (
    <Button
      href={href}
      type={primary ? 'primary' : 'default'}
      size={small ? 'small' : 'medium'}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
