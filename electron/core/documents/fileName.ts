export interface FileNameParts {
  readonly year: string
  /** 单位简称. */
  readonly unit: string
  /** 文种: 名册, 通知, 记录 ... */
  readonly kind: string
  readonly title: string
  /** Only for papers about one person; null otherwise. */
  readonly personName: string | null
  /** `zip` of what is too much for one file. */
  readonly extension: 'docx' | 'xlsx' | 'zip'
}

const maximumPartLength = 40

/** Windows forbids these signs and a dot at the end; a long run of digits would be an ID number or a phone. */
function cleanPart(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '')
    .replace(/\d{8,}[\dXx]?/g, '')
    .replace(/[\s-]+/g, '')
  return Array.from(plain)
    .slice(0, maximumPartLength)
    .join('')
    .replace(/^\.+|\.+$/g, '')
}

/** 年份-单位简称-文种-标题(-姓名).docx */
export function documentFileName({ year, unit, kind, title, personName, extension }: FileNameParts): string {
  const parts = [year, unit, kind, title, personName ?? ''].map(cleanPart).filter((part) => part !== '')
  return `${parts.join('-')}.${extension}`
}
