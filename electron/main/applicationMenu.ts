import type { MenuItemConstructorOptions } from 'electron'

interface MenuActions {
  readonly allowDevTools: boolean
  openDataFolder(): void
  changeDataFolder(): void
  openLogFolder(): void
  showAbout(): void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

export function applicationMenu(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        { id: 'openDataFolder', label: '打开数据文件夹', click: () => actions.openDataFolder() },
        { id: 'changeDataFolder', label: '更换数据文件夹…', click: () => actions.changeDataFolder() },
        separator,
        { id: 'quit', label: '退出(&X)', role: 'quit' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { label: '撤销', role: 'undo' },
        { label: '重做', role: 'redo' },
        separator,
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '视图(&V)',
      submenu: [
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        separator,
        { label: '全屏', role: 'togglefullscreen' },
        ...(actions.allowDevTools ? developerItems : []),
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { id: 'openLogFolder', label: '打开日志文件夹', click: () => actions.openLogFolder() },
        separator,
        { id: 'about', label: '关于党务台账', click: () => actions.showAbout() },
      ],
    },
  ]
}

const developerItems: readonly MenuItemConstructorOptions[] = [
  separator,
  { label: '重新加载', role: 'reload' },
  { label: '开发者工具', role: 'toggleDevTools' },
]
