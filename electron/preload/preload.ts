import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('bridge', {
  call: (route: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('rpc', route, input),
  /** Calls back, without the event, when the core has locked the session. Returns the way to stop listening. */
  onLocked: (callback: () => void): (() => void) => {
    const listener = (): void => callback()
    ipcRenderer.on('locked', listener)
    return () => {
      ipcRenderer.removeListener('locked', listener)
    }
  },
})
