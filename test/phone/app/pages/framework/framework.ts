import { counting } from '../../behaviors/counting'

const pause = Behavior({
  lifetimes: {
    attached() {
      this.setData({ sum: 0 })
    },
  },
})

/** A page may be a component too. */
Component({
  behaviors: [counting, pause],
  data: {
    rooms: ['托大', '托小'],
    taps: 0,
    sum: 0,
    family: { child: { name: '' } },
    list: [1, 2],
    heard: '',
    pageId: '',
    query: '',
    resized: '',
    moved: false,
    ground: '',
  },
  observers: {
    'taps, times'(taps: number, times: number) {
      this.setData({ sum: taps + times })
    },
    'family.**'() {
      this.setData({ heard: `${this.data.heard} family` })
    },
    'list[1]'(value: number) {
      this.setData({ heard: `${this.data.heard} list${value}` })
    },
  },
  methods: {
    onLoad(query: Record<string, string>) {
      this.setData({ query: query['from'] ?? '', pageId: this.getPageId() })
    },
    onTaps({ now, before }: { now: number; before: number }) {
      this.setData({ heard: `${this.data.heard} taps${before}-${now}` })
    },
    /** Height of a row that has just been added, in pixels. */
    drawn(): Promise<number> {
      return new Promise((resolve) =>
        this.setData({ rooms: ['托大', '托小', '亲子'] }, () => {
          wx.createSelectorQuery()
            .in(this)
            .select('#room-2')
            .boundingClientRect(({ height }) => resolve(height))
            .exec()
        }),
      )
    },
    exported(): number {
      return this.selectComponent('#room-0').counted()
    },
    move() {
      this.animate(
        '.moved',
        [{ translate: [0, 0] }, { translate: [30, 0], opacity: 0.5, ease: 'ease-out' }],
        60,
        () => this.setData({ moved: true }),
      )
    },
    still() {
      this.clearAnimation('.moved', { opacity: true })
    },
    reject() {
      void Promise.reject(new Error('nobody caught this'))
    },
    errors(): string[] {
      return getApp<{ errors: string[] }>().errors
    },
    fall() {
      throw new Error('fell over')
    },
  },
})
