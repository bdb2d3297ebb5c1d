import { pinyin } from 'pinyin-pro'
import { searchText } from '#db/queries/memberSearch.ts'

export interface NameKeys {
  /** What lists are sorted by: pinyin syllables, then the name itself. */
  readonly sortKey: string
  /** Lower-case texts the search box matches from their start. */
  readonly searchKeys: readonly string[]
}

interface Named {
  readonly name: string
  /** Pinyin set by the office, e.g. `zeng jian`, where the automatic one is wrong. */
  readonly nameReading: string | null
  readonly formerName: string | null
}

/** Longer names (买买提·艾力…) keep only whole pinyin and initials: mixed forms double with every character. */
const mixedFormsUpTo = 4

export function nameKeys({ name, nameReading, formerName }: Named): NameKeys {
  const syllables =
    nameReading === null
      ? readings(name)
      : nameReading
          .toLowerCase()
          .split(/[\s'-]+/)
          .filter(Boolean)
  const keys = new Set<string>()
  for (const text of [name, formerName ?? ''])
    for (const ending of endings(searchText(text))) keys.add(ending)
  for (const form of pinyinForms(syllables)) keys.add(form)
  if (nameReading === null) for (const form of otherReadings(name, syllables)) keys.add(form)
  if (formerName !== null) for (const form of pinyinForms(readings(formerName))) keys.add(form)
  return { sortKey: `${syllables.join(' ')} ${name}`, searchKeys: [...keys] }
}

/** ü is written v, as people type it; surnames are read as surnames (曾 zeng, 单 shan, 仇 qiu, 解 xie). */
function readings(name: string): readonly string[] {
  return pinyin(letters(name), { toneType: 'none', type: 'array', surname: 'head', v: true }).map((s) =>
    s.toLowerCase(),
  )
}

function letters(name: string): string {
  return name.replaceAll(/[\s·]/g, '')
}

/** 张三丰 -> 张三丰, 三丰, 丰: the start of an ending is a part of the name. */
function endings(text: string): readonly string[] {
  const characters = Array.from(text)
  return characters.map((_, i) => characters.slice(i).join(''))
}

/** zhang san -> zhangsan, zsan, zs: each syllable but the last whole or by its initial, so that zhangs is a start of one. */
function pinyinForms(syllables: readonly string[]): readonly string[] {
  const initials = syllables.map((s) => s.charAt(0)).join('')
  if (syllables.length > mixedFormsUpTo) return [syllables.join(''), initials]
  let forms: readonly string[] = ['']
  syllables.forEach((syllable, i) => {
    const isLast = i === syllables.length - 1
    forms = forms.flatMap((form) =>
      isLast ? [form + syllable] : [form + syllable, form + syllable.charAt(0)],
    )
  })
  return [...forms, initials]
}

/** One other reading of one character at a time: 重 chong beside zhong. */
function otherReadings(name: string, syllables: readonly string[]): readonly string[] {
  const characters = Array.from(letters(name))
  if (characters.length !== syllables.length || syllables.length > mixedFormsUpTo) return []
  return characters.flatMap((character, i) => {
    const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    // 吕 is lv, and lu to many who type it.
    const readings = all.map((s) => s.toLowerCase()).flatMap((s) => [s, s.replace('v', 'u')])
    const others = [...new Set(readings)].filter((s) => s !== syllables[i]).slice(0, 2)
    return others.flatMap((other) => {
      const swapped = syllables.with(i, other)
      return [swapped.join(''), swapped.map((s) => s.charAt(0)).join('')]
    })
  })
}
