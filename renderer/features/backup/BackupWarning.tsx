import { Tooltip } from 'antd'
import { Link } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { Icon } from '../../ui/icons.tsx'
import './backup.css'

/** In the header of every page while something is wrong with the backups. */
export function BackupWarning() {
  const status = useCall('backup.status', {})
  const warnings = status.data?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <Tooltip title={warnings.join('；')}>
      <Link className="backup-warning" to="/backups">
        <Icon name="warning" />
        备份有问题
      </Link>
    </Tooltip>
  )
}
