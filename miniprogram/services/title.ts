/** The words above a page. WeChat titles whatever stands on top: a reply that comes after leaving must not name another page. */
export function setTitle(page: unknown, title: string): void {
  const stack = getCurrentPages()
  if (stack[stack.length - 1] === page) void wx.setNavigationBarTitle({ title })
}
