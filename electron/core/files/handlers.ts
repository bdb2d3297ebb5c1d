import type { filesRoutes } from '#shared/contract/files.ts'
import type { HandlersOf } from '../call.ts'

export const filesHandlers: HandlersOf<typeof filesRoutes> = {
  'files.choose': async ({ extensions }, { ports }) => {
    const handle = await ports.files.choose(extensions)
    return handle === null
      ? null
      : { handle, name: (ports.files.onDisk(handle) ?? ports.files.read(handle)).name }
  },
  'files.chooseFolder': async (_input, { ports }) => {
    const path = await ports.files.chooseFolder()
    return path === null ? null : { path }
  },
  'files.deliver': async ({ handle }, { ports }) => {
    const path = await ports.files.deliver(handle)
    return path === null ? null : { path }
  },
}
