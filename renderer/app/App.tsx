import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { RouterProvider } from 'react-router'
import { documentNonce } from '../lib/nonce.ts'
import { createQueryClient } from '../lib/queryClient.ts'
import { ShortcutProvider } from '../ui/ShortcutHelp.tsx'
import { themeOf } from '../ui/theme.ts'
import { ScaleContext, useScaleChoice } from '../ui/useScale.ts'
import { createRouter } from './routes.tsx'

// Dialogs in the body itself would lock its scrolling by a style that carries no nonce. Kept, because a locked screen has it out of the document.
const overlays = document.querySelector<HTMLElement>('#overlays') ?? document.body

export function App() {
  const [client] = useState(createQueryClient)
  const [router] = useState(createRouter)
  const scale = useScaleChoice()
  return (
    <ScaleContext value={scale}>
      <ConfigProvider
        locale={zhCN}
        theme={themeOf(scale.scale)}
        getPopupContainer={() => overlays}
        csp={{ nonce: documentNonce() }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp className="app" message={{ maxCount: 3, top: 56 }}>
          <QueryClientProvider client={client}>
            <ShortcutProvider>
              <RouterProvider router={router} />
            </ShortcutProvider>
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </ScaleContext>
  )
}
