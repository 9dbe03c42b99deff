// What the page itself says; what the bot says comes from the bot.
const texts = {
  zh: {
    sandbox: '沙盒', people: '同事', search: '搜索姓名', chat: '对话', hint: '从名单里选一个人，以他的身份与机器人对话', back: '返回',
    commands: '命令菜单', write: '输入消息', send: '发送', ok: '好', clock: '拨动时钟', typing: '机器人正在输入…', block: '屏蔽机器人',
    unblock: '解除屏蔽', blocked: '已屏蔽机器人', edited: '已编辑', moving: '时间流逝中…', lost: '连接中断，正在重连…',
    you: '他：', other: 'English', start: '发送 /start 开始',
  },
  en: {
    sandbox: 'sandbox', people: 'People', search: 'Search by name', chat: 'Chat', hint: 'Choose somebody and talk to the bot as them', back: 'Back',
    commands: 'Commands', write: 'Message', send: 'Send', ok: 'OK', clock: 'Move the clock', typing: 'the bot is typing…', block: 'Block bot',
    unblock: 'Unblock bot', blocked: 'has blocked the bot', edited: 'edited', moving: 'Time passes…', lost: 'Connection lost, trying again…',
    you: 'Them: ', other: '中文', start: 'Send /start to begin',
  },
};

let language = localStorage.getItem('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

export const current = () => language;
export const say = (key) => texts[language][key];

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', language);
}

export function translatePage() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = say(node.dataset.placeholder);
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', say(node.dataset.label));
    if (node.tagName === 'BUTTON') node.title = say(node.dataset.label);
  }
}
