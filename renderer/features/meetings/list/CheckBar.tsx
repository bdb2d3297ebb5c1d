import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingRow } from '#shared/contract/meetingRows.ts'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { CheckDialog } from '../CheckDialog.tsx'

interface CheckBarProps {
  readonly chosen: readonly MeetingRow[]
  readonly onDone: () => void
}

/** What the street says of the records that are ticked. */
export function CheckBar({ chosen, onDone }: CheckBarProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Toolbar label="检查所选记录">
      <span aria-live="polite">已选 {chosen.length} 条</span>
      <Button type="primary" onClick={() => setIsAsking(true)}>
        检查通过或退回
      </Button>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {isAsking && <CheckDialog meetings={chosen} onClose={() => setIsAsking(false)} onDone={onDone} />}
    </Toolbar>
  )
}
