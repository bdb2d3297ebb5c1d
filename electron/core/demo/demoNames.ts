import type { Random } from './random.ts'

/** Frequent surnames weighted by repetition, then those whose reading is special as a surname, then two-character ones. */
const surnames = Array.from(
  '王李张刘陈杨黄赵吴周王李张刘陈徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
    '单仇解曾区查盖任华朴乐员',
)
const doubleSurnames = ['欧阳', '上官', '司马', '诸葛', '尉迟', '皇甫']
// Nothing that makes, behind one of the surnames, the name of a known figure of the past or present, as 子 does behind 孔.
const maleGiven = '伟磊军勇涛刚平辉健华建国志远晓斌俊海宇浩然轩天佑永胜生'
const femaleGiven = '芳娜敏静丽艳娟秀英玉兰桂红梅雪晓燕琳倩颖雅淑珍欣怡婷思雨若曦诗涵翠莲春香'
const rareGiven = ['喆', '㛃', '䶮', '𠮷', '燚', '堃', '媖', '珺', '昇', '赟']
const minorityNames = [
  '买买提·艾力',
  '阿卜杜热依木·买买提艾力',
  '古丽娜尔·吐尔逊',
  '扎西多吉',
  '其其格',
  '德吉央宗',
]

export interface DemoName {
  readonly name: string
  readonly ethnicity: string
}

export function demoName(random: Random, isFemale: boolean): DemoName {
  if (random.chance(0.004)) {
    const name = random.pick(minorityNames)
    return { name, ethnicity: name.includes('·') ? '05' : name === '其其格' ? '02' : '04' }
  }
  const surname = random.chance(0.01) ? random.pick(doubleSurnames) : random.pick(surnames)
  const given = Array.from(isFemale ? femaleGiven : maleGiven)
  const first = random.chance(0.012) ? random.pick(rareGiven) : random.pick(given)
  const second = random.chance(0.75) ? random.pick(given) : ''
  return {
    name: surname + first + second,
    ethnicity: random.chance(0.06) ? random.pick(['03', '08', '11', '15', '10']) : '01',
  }
}
