/** Topics by month of the year, as a street's yearly plan would have them; invented. */
export const themeTopics = [
  '走访慰问困难党员和老党员',
  '新春送祝福，共话社区发展',
  '学雷锋志愿服务',
  '缅怀革命先烈，传承红色基因',
  '垃圾分类入户宣传',
  '环境整治周末行动',
  '重温入党誓词，过政治生日',
  '国防教育和退役军人走访',
  '结对助学，关爱青少年',
  '重阳敬老，送学上门',
  '冬季消防安全隐患排查',
  '年终盘点，党员亮承诺',
] as const

export const lectureTopics = [
  '学习贯彻党章，永葆党员本色',
  '从党的光辉历程中汲取奋进力量',
  '遵守党的纪律，做合格党员',
  '提升基层治理水平，服务居民群众',
] as const

export const committeeMatters = [
  '研究本月主题党日安排',
  '研究党员积分和学习督促事项',
  '讨论入党积极分子培养情况',
  '研究困难党员帮扶安排',
  '通报支部工作计划执行情况',
  '研究流动党员联系服务事项',
] as const

export const branchMatters = [
  '通报上季度支部工作，讨论下季度工作安排',
  '讨论通过支部年度工作计划',
  '学习上级文件，讨论支部贯彻意见',
  '通报党费收缴情况',
] as const

export const groupSummary = '集中学习本月学习内容，组员逐一发言，交流学习体会，通报支部工作安排。'

export const themeProgram = '奏唱国歌\n重温入党誓词\n集中学习\n开展主题活动\n小结'

export const followUpMatters = [
  '联系物业修缮党员活动室照明',
  '汇总党员意见建议并反馈社区党委',
  '完成本季度老党员送学上门',
  '更新支部公开栏',
  '落实志愿服务岗位排班',
] as const

export const lifeProblems = [
  '集中学习形式单一，讨论不够深入',
  '联系服务流动党员不够经常',
  '支部公开栏更新不及时',
] as const

export const ownProblems = [
  '参加集中学习不够主动',
  '结合岗位发挥先锋模范作用不够',
  '联系群众的方法不多',
] as const

export const talkTitles = [
  '交流学习和工作情况',
  '听取对支部工作的意见',
  '会前谈心，交换意见',
  '鼓励发挥先锋模范作用',
] as const
