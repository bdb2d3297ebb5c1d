import { Button } from 'antd'
import { useNavigate, useRouteError } from 'react-router'
import { CallError } from '../lib/callError.ts'
import { useConnection } from '../lib/useConnection.ts'
import { Page } from '../ui/Page.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'

/** A bug on one page leaves the frame and the other pages standing. */
export function RouteErrorPage() {
  const error = useRouteError()
  const isLost = useConnection() === 'lost'
  return (
    <Page title="这一页打不开">
      <ErrorState
        title="出了什么问题"
        error={isLost ? new CallError({ code: 'CONNECTION_LOST', detail: 'page not loaded' }) : error}
        actions={<Button onClick={() => location.reload()}>重新载入</Button>}
      />
    </Page>
  )
}

export function NotFoundPage() {
  const navigate = useNavigate()
  return (
    <Page title="没有这个页面">
      <EmptyState
        title="地址可能写错了，或页面已移走"
        actions={<Button onClick={() => void navigate('/')}>回到首页</Button>}
      />
    </Page>
  )
}
