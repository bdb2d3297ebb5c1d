import type { MenuItemConstructorOptions } from 'electron'

class MenuItem {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly submenu: Menu | undefined
  readonly click: () => void

  constructor({ id, label, type, role, submenu, click }: MenuItemConstructorOptions) {
    this.id = id ?? ''
    this.label = label ?? ''
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.role = role?.toLowerCase()
    this.submenu = Array.isArray(submenu) ? new Menu(submenu) : undefined
    // @ts-expect-error the real click passes item, window and event; none of our handlers takes them
    this.click = () => click?.()
  }
}

let applicationMenu: Menu | null = null

export class Menu {
  readonly items: readonly MenuItem[]

  constructor(template: readonly MenuItemConstructorOptions[] = []) {
    this.items = template.map((options) => new MenuItem(options))
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found !== null) return found
    }
    return null
  }
}
