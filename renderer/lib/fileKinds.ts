import { CallError } from './callError.ts'

/** Throws for a file of any other kind: its name alone says that it cannot be read. */
export function refuseOtherKinds(name: string, extensions: readonly string[]): void {
  if (extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))) return
  const readable = extensions.map((extension) => `.${extension}`).join('、')
  throw new CallError({
    code: 'FILE_REFUSED',
    detail: 'file of another kind',
    messageZh: `只能读取 ${readable} 文件。“${name}”不是这几种文件，请换一个文件。`,
  })
}
