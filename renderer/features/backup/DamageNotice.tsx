import { Button } from 'antd'
import { setDamageAside, useIsDamaged } from '../../lib/damage.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import './rescue.css'

/** Covers every page as soon as a call says that the database is damaged; what is typed below stays. */
export function DamageNotice() {
  const isDamaged = useIsDamaged()
  if (!isDamaged) return null
  return (
    <div className="damage" role="alertdialog" aria-labelledby="damage-title" aria-describedby="damage-text">
      <div className="damage-panel">
        <h1 id="damage-title" className="entry-title">
          数据库损坏，请先停下
        </h1>
        <p id="damage-text" className="entry-text">
          读写台账时发现数据库文件有一处已损坏。再改下去可能丢得更多，请用最近的备份恢复，或先把还读得出的数据抢救出来。原来的文件不会删除。
        </p>
        <div className="entry-submit">
          <Button onClick={setDamageAside}>先回到刚才的页面，抄下没保存的内容</Button>
          <LinkButton to="/rescue" primary>
            去恢复
          </LinkButton>
        </div>
      </div>
    </div>
  )
}
