import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('bridge', {
  call: (route: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('rpc', route, input),
})
