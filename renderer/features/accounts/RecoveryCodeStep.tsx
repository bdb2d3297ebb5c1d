import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { today } from '../../lib/today.ts'
import { EntryPanel } from './EntryPanel.tsx'

interface RecoveryCodeStepProps {
  readonly recoveryCode: string
  readonly user: string
  readonly onDone: () => void
}

/** Shows the code once; there is no other way back in when the password is lost. */
export function RecoveryCodeStep({ recoveryCode, user, onDone }: RecoveryCodeStepProps) {
  const [noted, setNoted] = useState(false)
  return (
    <EntryPanel title="保存恢复码" wide>
      <div className="recovery-page">
        <p className="entry-text">
          忘记密码时，只有这组恢复码能打开数据；程序不会再显示它。请打印或抄写，锁进保密柜，不要拍照，也不要存在这台电脑上。
        </p>
        <div className="recovery-sheet">
          <h2>党务台账恢复码</h2>
          <p>
            账号：{user}　　日期：{today()}
          </p>
        </div>
        <section className="recovery-code" aria-label="恢复码">
          {recoveryCode.split('-').map((group, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- groups may repeat and never move
            <span key={index}>{group}</span>
          ))}
        </section>
        <div className="recovery-sheet">
          <p>用途：忘记密码时，在登录页点“用恢复码打开”。用后即作废，程序会给出新的恢复码。请锁进保密柜。</p>
        </div>
        <div className="entry-fields">
          <Checkbox checked={noted} onChange={(event) => setNoted(event.target.checked)}>
            我已抄写或打印
          </Checkbox>
          <div className="entry-submit">
            <Button onClick={() => window.print()}>打印</Button>
            <Button type="primary" disabled={!noted} onClick={onDone}>
              进入台账
            </Button>
          </div>
        </div>
      </div>
    </EntryPanel>
  )
}
