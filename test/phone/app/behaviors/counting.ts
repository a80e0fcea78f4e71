/** Counts, and says so. */
export const counting = Behavior({
  properties: { step: { type: Number, value: 1 } },
  data: { times: 0 },
  lifetimes: {
    created() {
      this.setData({ times: 0 })
    },
  },
  methods: {
    countUp() {
      this.setData({ times: this.data.times + this.data.step })
    },
  },
})
