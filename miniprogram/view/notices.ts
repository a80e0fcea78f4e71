import { noticeVersionsOf } from '../domain/consent'
import type { NoticeName } from '../domain/household'
import type { Site } from '../domain/site'

/** A notice as it is shown before consent. A change of its text is a new version in the domain. */
export interface Notice {
  readonly name: NoticeName
  readonly version: string
  readonly title: string
  /** The gist, for the card. */
  readonly gist: string
  readonly parts: readonly { readonly head: string; readonly text: string }[]
}

export interface Publisher {
  readonly operator: string
  readonly name: string
  readonly phone: string
  readonly notices?: Site['notices']
}

/** Both notices with the site's own names in them (PIPL art. 17, 30, 31). */
export function noticesOf(site: Publisher): readonly Notice[] {
  const { notices = {} } = site
  const versions = noticeVersionsOf({ notices })
  return textsOf(site).map((text) => {
    const added = notices[text.name]?.text
    const parts = added ? [...text.parts, { head: '本托育点的补充', text: added }] : text.parts
    return { ...text, version: versions[text.name], parts }
  })
}

function textsOf({ operator, name, phone }: Publisher): readonly Omit<Notice, 'version'>[] {
  const rights = `您随时可以在“我的 → 隐私与我的信息”里看、改、导出或删除这些信息，也可以打 ${phone} 找我们。`
  return [
    {
      name: 'guardian',
      title: '家长信息说明',
      gist: '记您的称呼和手机号，用来确认预约和紧急联系。',
      parts: [
        { head: '谁在收集', text: `${name}，由${operator}运营。` },
        {
          head: '收集什么、为什么',
          text: '您的称呼：老师叫得出您是谁。手机号：预约有变化或孩子需要您时打给您。微信给本小程序的编号：认出这是您，只让您看到自己家的信息。您允许和拒绝过的微信消息次数、想看哪种话的通知：只在您允许时发，用您看得懂的话。',
        },
        {
          head: '谁能看到',
          text: '托育点当班的老师和运营人员；社区工作人员只在发通知时看到称呼和电话。不给其他人，不用来做广告。',
        },
        {
          head: '保存多久',
          text: '到您删除为止；孩子都大了，或一年没有来，会自动删除，两周前告诉您。账单按财务要求保留，但去掉姓名和电话。',
        },
        { head: '您的权利', text: rights },
        {
          head: '不同意会怎样',
          text: '可以继续看空位和绘本课程；只是不能预约托管，因为我们不能在不知道联系谁的情况下接孩子。',
        },
      ],
    },
    {
      name: 'children',
      title: '儿童个人信息说明',
      gist: '记孩子的小名、生日、过敏和健康日期，用来安排老师和照顾孩子。',
      parts: [
        {
          head: '为什么单独说明',
          text: '不满十四岁孩子的信息是敏感个人信息，要由您作为监护人单独同意。',
        },
        {
          head: '收集什么、为什么',
          text: '小名：老师叫得出孩子。生日：按当天的月龄分班，并决定要几位老师。过敏：避免孩子吃到、碰到。体检、接种和返园的日期：入园条件。晨检（体温、有没有疹、精神、疑似什么）和当日记录：照看好孩子，也给您看。入园和离园时间：知道孩子在不在园，并结算。',
        },
        {
          head: '不收集什么',
          text: '不要身份证号，不拍照认脸，不要全名。接种本和体检表老师看一眼，只记“看过了”和日期，不留复印件。',
        },
        {
          head: '谁能看到',
          text: '托育点当班的老师和运营人员；过敏、健康日期、晨检和当日记录只有老师看得到，每看一次都记下是谁。孩子生病时，只提醒当时同在园里的家庭，不说是哪个孩子。区里的统计只有人数，没有名字。',
        },
        {
          head: '保存多久',
          text: '到您删除为止；孩子超过托育点的年龄 30 天后自动删除，两周前告诉您，您可以先导出，也可以多留一年。晨检和当日记录最多留一年。删除后孩子的小名、生日、过敏、健康日期、晨检和当日记录全部去掉，只剩没有名字的账单和事件记录。',
        },
        { head: '您的权利', text: rights },
        {
          head: '不同意会怎样',
          text: '不能登记孩子，也就不能预约托管；看空位、看绘本课程不受影响。',
        },
      ],
    },
  ]
}
