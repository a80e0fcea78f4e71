Component({
  relations: {
    '../room-item/room-item': {
      type: 'child',
      linked() {
        this.collect()
      },
      unlinked() {
        this.collect()
      },
    },
  },
  data: { names: '' },
  methods: {
    collect() {
      const items = this.getRelationNodes('../room-item/room-item') ?? []
      this.setData({
        names: items
          .map((item) => String((item.data as Record<string, unknown>)['name']))
          .join('、'),
      })
    },
  },
})
