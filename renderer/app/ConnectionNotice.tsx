import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useConnection } from '../lib/useConnection.ts'
import './frame.css'

const goneAfterMs = 8000

/** Says plainly that the program behind the page cannot be reached, and fetches everything again once it can. */
export function ConnectionNotice() {
  const state = useConnection()
  const client = useQueryClient()
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (state !== 'lost') return undefined
    const timer = setTimeout(() => setGone(true), goneAfterMs)
    return () => {
      clearTimeout(timer)
      setGone(false)
      void client.invalidateQueries()
    }
  }, [state, client])
  if (state !== 'lost') return null
  return (
    <div className="connection-notice" role="alert">
      <span>
        {gone
          ? '党务台账的后台程序已停止。请回到启动窗口重新启动，并用新的链接打开；本页未保存的内容请先抄下。'
          : '与后台程序的连接断了，正在重新连接…'}
      </span>
      {gone && <Button onClick={() => location.reload()}>重新载入本页</Button>}
    </div>
  )
}
