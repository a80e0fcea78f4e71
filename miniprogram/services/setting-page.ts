import type { NamedSetting, SettingName } from '../domain/setting'
import type { Act, Words } from '../view/words'
import { follow } from './follow'
import { say, wordsFor } from './say'
import {
  draftAt,
  loadSettings,
  saveSetting,
  type Conflict,
  type Draft,
  type Saved,
  type SettingsView,
} from './settings'
import { textClass } from './text-size'

/** What a page that edits a setting shows beside its form. */
export const SETTING_DATA = {
  textClass: '',
  failed: null as Words | null,
  conflict: null as Conflict | null,
  saving: false,
}

/** Such a page: its own are the form, and how it is filled and saved. */
interface SettingPage {
  readonly data: typeof SETTING_DATA
  readonly what: SettingName
  draft: Draft
  setData(changed: Partial<typeof SETTING_DATA>): void
  load(): Promise<void>
  /** Fills the form. */
  fill(view: SettingsView): void
  /** Checks the form and hands it to `store`. */
  save(): Promise<void>
}

/** Loads and saves a setting, and asks when somebody else was faster. */
export const settingPage = {
  draft: draftAt(),

  onLoad(this: SettingPage): void {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load(this: SettingPage): Promise<void> {
    try {
      const view = await loadSettings()
      this.draft = draftAt(view.editions[this.what])
      this.setData({ failed: null, conflict: null })
      this.fill(view)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onSave(this: SettingPage): Promise<void> {
    if (!this.data.saving) await this.save()
  },
  /** Undefined when it could not be asked; the person knows. */
  async store(this: SettingPage, setting: NamedSetting): Promise<Saved | undefined> {
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, setting)
      if (saved.ok) await this.load()
      else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
      return saved
    } catch (error) {
      await say(error, { retry: () => this.save() })
      return undefined
    } finally {
      this.setData({ saving: false })
    }
  },
  /** One's own, over what somebody else has just saved. */
  async onMine(this: SettingPage): Promise<void> {
    const { conflict, saving } = this.data
    if (!conflict || saving) return
    this.draft = draftAt(conflict.edition)
    this.setData({ conflict: null })
    await this.save()
  },
  onFresh(this: SettingPage): void {
    void this.load()
  },
  onNext(this: SettingPage, { detail }: WechatMiniprogram.CustomEvent<{ act: Act }>): void {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
}
