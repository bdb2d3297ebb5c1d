import { lockFolder } from '../../db/folderLock.ts'

// A process of its own that holds a data folder as the browser shell does.
lockFolder(process.argv[2] ?? '', { shell: 'browser', host: '办公室电脑', since: '2026-11-20T01:00:00.000Z' })
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)
