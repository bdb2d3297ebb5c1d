import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { today } from '../lib/today.ts'
import './recoveryCode.css'

interface RecoveryCodeCardProps {
  readonly recoveryCode: string
  /** Whose name stands on the printed sheet; absent where the code belongs to no one account. */
  readonly user?: string
  /** Label of the way on, which opens once the code is kept. */
  readonly doneText: string
  readonly onDone: () => void
}

/** Shows a recovery code the one time it can be seen, prints it alone on its sheet, and asks whether it is kept. */
export function RecoveryCodeCard({ recoveryCode, user, doneText, onDone }: RecoveryCodeCardProps) {
  const [noted, setNoted] = useState(false)
  return (
    <div className="recovery-card">
      <p className="entry-text recovery-aside">
        忘记密码时，只有这组恢复码能打开数据；程序不会再显示它。请打印或抄写，锁进保密柜，不要拍照，也不要存在这台电脑上。
      </p>
      <div className="recovery-sheet">
        <h2>党务台账恢复码</h2>
        <p>
          {user !== undefined && `账号：${user}　　`}日期：{today()}
        </p>
      </div>
      <section className="recovery-code" aria-label="恢复码">
        {recoveryCode.split('-').map((group, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- groups may repeat and never move
          <span key={index}>{group}</span>
        ))}
      </section>
      <div className="recovery-sheet">
        <p>
          用途：忘记密码时，在登录页点“用恢复码打开”；换电脑或数据损坏时，用它打开备份。用后即作废，程序会给出新的恢复码。请锁进保密柜。
        </p>
      </div>
      <div className="entry-fields recovery-aside">
        <Checkbox checked={noted} onChange={(event) => setNoted(event.target.checked)}>
          我已抄写或打印
        </Checkbox>
        <div className="entry-submit">
          <Button onClick={() => window.print()}>打印</Button>
          <Button type="primary" disabled={!noted} onClick={onDone}>
            {doneText}
          </Button>
        </div>
      </div>
    </div>
  )
}
