import { Alert, Button } from 'antd'
import { useState } from 'react'
import { CreateAdministratorDialog } from '../features/accounts/CreateAdministratorDialog.tsx'

/** A ledger of before the roles has nobody who may manage accounts; its clerk appoints one. */
export function AdministratorNotice() {
  const [isOpen, setIsOpen] = useState(false)
  const [isLater, setIsLater] = useState(false)
  if (isLater) return null
  return (
    <>
      <Alert
        banner
        type="warning"
        title="还没有系统管理员：管账号、重设密码、设置备份都要由系统管理员来做。"
        action={
          <span className="notice-buttons">
            <Button size="small" onClick={() => setIsOpen(true)}>
              设立系统管理员
            </Button>
            <Button size="small" type="text" onClick={() => setIsLater(true)}>
              以后再说
            </Button>
          </span>
        }
      />
      <CreateAdministratorDialog open={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
