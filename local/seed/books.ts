import { SITE } from './site'

type Theme =
  | 'animals'
  | 'bedtime'
  | 'food'
  | 'feelings'
  | 'family'
  | 'nature'
  | 'counting'
  | 'rhymes'

interface More {
  readonly illustrator?: string
  readonly isbn?: string
  readonly cover?: string
  readonly languages?: readonly string[]
}

let number = 0
/** Ages in months. Without an ISBN the edition on the shelf is not known by number here. */
const book = (
  title: string,
  author: string,
  publisher: string,
  [fromMonths, toMonths]: readonly [number, number],
  themes: readonly Theme[],
  { illustrator = '', isbn, cover, languages = ['mandarin'] }: More = {},
) => {
  number += 1
  const id = `${SITE}_${cover ?? isbn ?? `b${number}`}`
  return {
    _id: id,
    id,
    siteId: SITE,
    title,
    author,
    illustrator,
    publisher,
    fromMonths,
    toMonths,
    themes,
    languages,
    ...(isbn ? { isbn } : {}),
    ...(cover ? { cover } : {}),
  }
}
const english = { languages: ['english'] } as const
const both = { languages: ['cantonese', 'mandarin'] } as const
const MOTHERS = '渔邨妈妈故事组'
const CARLE = '艾瑞·卡尔'
const BROWN = '玛格丽特·怀兹·布朗'
const SASAKI = '佐佐木洋子'

/** Booklets of the point's own with the app's drawings, then picture books as they stand in shops and libraries. */
export const books = [
  book('下雨天', MOTHERS, '', [18, 36], ['nature'], { cover: 'umbrella', ...both }),
  book('月亮睡了吗', MOTHERS, '', [18, 30], ['bedtime'], { cover: 'moon' }),
  book('毛毛虫的早餐', MOTHERS, '', [18, 36], ['food', 'animals'], {
    cover: 'caterpillar',
    ...both,
  }),
  book('橘猫找家', MOTHERS, '', [24, 36], ['animals', 'feelings'], { cover: 'cat' }),
  book('颜色会唱歌', MOTHERS, '', [18, 36], ['rhymes', 'counting'], { cover: 'colours' }),
  book('小鱼的渔邨', MOTHERS, '', [18, 36], ['nature', 'family'], { cover: 'fish', ...both }),

  book('好饿的毛毛虫', CARLE, '明天出版社', [12, 48], ['food', 'counting']),
  book('好忙的蜘蛛', CARLE, '明天出版社', [18, 48], ['animals', 'nature']),
  book('好安静的蟋蟀', CARLE, '明天出版社', [24, 60], ['animals', 'nature']),
  book('从头动到脚', CARLE, '明天出版社', [12, 36], ['animals']),
  book(
    '棕色的熊、棕色的熊，你在看什么？',
    '比尔·马丁',
    '明天出版社',
    [12, 36],
    ['animals', 'rhymes'],
    { illustrator: CARLE },
  ),
  book('猜猜我有多爱你', '山姆·麦克布雷尼', '明天出版社', [18, 60], ['family', 'bedtime'], {
    illustrator: '安妮塔·婕朗',
  }),
  book('逃家小兔', BROWN, '明天出版社', [24, 60], ['family', 'animals'], {
    illustrator: '克雷门·赫德',
  }),
  book('晚安，月亮', BROWN, '', [12, 36], ['bedtime'], { illustrator: '克雷门·赫德' }),
  book('晚安，大猩猩', '佩吉·拉特曼', '', [12, 36], ['bedtime', 'animals']),
  book('爷爷一定有办法', '菲比·吉尔曼', '明天出版社', [36, 72], ['family']),
  book('大卫，不可以', '大卫·香农', '河北教育出版社', [24, 60], ['feelings', 'family']),
  book('母鸡萝丝去散步', '佩特·哈群斯', '明天出版社', [24, 60], ['animals']),
  book('我爸爸', '安东尼·布朗', '河北教育出版社', [24, 60], ['family']),
  book('我妈妈', '安东尼·布朗', '河北教育出版社', [24, 60], ['family']),
  book('鼠小弟的小背心', '中江嘉男', '南海出版公司', [18, 48], ['animals', 'feelings'], {
    illustrator: '上野纪子',
  }),
  book('小蓝和小黄', '李欧·李奥尼', '明天出版社', [24, 60], ['feelings', 'counting']),
  book('小黑鱼', '李欧·李奥尼', '南海出版公司', [36, 72], ['nature']),
  book('一寸虫', '李欧·李奥尼', '南海出版公司', [36, 72], ['animals', 'counting']),
  book('月亮的味道', '麦克·格雷涅茨', '二十一世纪出版社', [24, 60], ['animals', 'food']),
  book('彩虹色的花', '麦克·格雷涅茨', '二十一世纪出版社', [24, 60], ['nature', 'feelings']),
  book('抱抱', '杰兹·阿波罗', '明天出版社', [12, 36], ['family', 'feelings']),
  book('小金鱼逃走了', '五味太郎', '', [12, 36], ['counting', 'animals']),
  book('鳄鱼怕怕 牙医怕怕', '五味太郎', '明天出版社', [24, 60], ['feelings']),
  book('脸，脸，各种各样的脸', '柳原良平', '', [6, 24], ['feelings']),
  book('蚂蚁和西瓜', '田村茂', '北京科学技术出版社', [36, 72], ['food', 'animals']),
  book('古利和古拉', '中川李枝子', '南海出版公司', [24, 60], ['food', 'animals'], {
    illustrator: '山胁百合子',
  }),
  book('第一次上街买东西', '筒井赖子', '', [36, 72], ['family'], { illustrator: '林明子' }),
  book('我的连衣裙', '西卷茅子', '明天出版社', [18, 48], ['nature', 'rhymes']),
  book('下雪天', '艾兹拉·杰克·季兹', '明天出版社', [24, 60], ['nature']),
  book('野兽国', '莫里斯·桑达克', '', [36, 72], ['feelings', 'bedtime']),
  book('要是你给老鼠吃饼干', '劳拉·努梅罗夫', '接力出版社', [24, 60], ['food', 'animals'], {
    illustrator: '费利西娅·邦德',
  }),
  book('你好', SASAKI, '连环画出版社', [6, 30], ['feelings']),
  book('洗澡', SASAKI, '连环画出版社', [6, 30], ['family']),
  book('刷牙', SASAKI, '连环画出版社', [12, 30], ['family']),
  book('散步', SASAKI, '连环画出版社', [6, 30], ['nature']),
  book('我要拉巴巴', SASAKI, '二十一世纪出版社', [12, 36], ['feelings']),
  book('团圆', '余丽琼', '明天出版社', [36, 72], ['family'], { illustrator: '朱成梁' }),
  book('一园青菜成了精', '编自北方童谣', '明天出版社', [24, 72], ['rhymes', 'food'], {
    illustrator: '周翔',
  }),
  book('荷花镇的早市', '周翔', '', [36, 72], ['family', 'food']),
  book('安的种子', '王早早', '海燕出版社', [36, 72], ['nature'], { illustrator: '黄丽' }),
  book('我们要去捉狗熊', '麦克·罗森', '河北教育出版社', [18, 60], ['rhymes', 'family'], {
    illustrator: '海伦·奥克森伯里',
  }),
  book('生气汤', '贝西·艾芙瑞', '明天出版社', [24, 60], ['feelings', 'food']),
  book('菲菲生气了', '莫莉·卞', '河北教育出版社', [24, 60], ['feelings']),
  book('我的情绪小怪兽', '安娜·耶纳斯', '明天出版社', [24, 60], ['feelings']),

  book('The Very Hungry Caterpillar', 'Eric Carle', '', [12, 48], ['food', 'counting'], {
    isbn: '9780399226908',
    ...english,
  }),
  book(
    'Brown Bear, Brown Bear, What Do You See?',
    'Bill Martin Jr.',
    'Henry Holt',
    [12, 36],
    ['animals', 'rhymes'],
    { illustrator: 'Eric Carle', isbn: '9780805047905', ...english },
  ),
  book('Goodnight Moon', 'Margaret Wise Brown', '', [12, 36], ['bedtime'], {
    illustrator: 'Clement Hurd',
    isbn: '9780694003617',
    ...english,
  }),
  book('Where the Wild Things Are', 'Maurice Sendak', '', [36, 72], ['feelings', 'bedtime'], {
    isbn: '9780060254926',
    ...english,
  }),
  book('Freight Train', 'Donald Crews', '', [12, 36], ['counting'], {
    isbn: '9780688149000',
    ...english,
  }),
  book('Good Night, Gorilla', 'Peggy Rathmann', '', [12, 36], ['bedtime', 'animals'], {
    isbn: '9780399230035',
    ...english,
  }),
]
