import { counting } from '../../behaviors/counting'

Component({
  behaviors: [counting, 'wx://component-export'],
  properties: { name: String },
  relations: { '../room-list/room-list': { type: 'parent' } },
  export() {
    return { counted: () => Number((this.data as Record<string, unknown>)['times']) }
  },
})
