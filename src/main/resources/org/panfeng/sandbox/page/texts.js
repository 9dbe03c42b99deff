// What the page itself says; what the bot says comes from the bot.
const texts = {
  zh: {
    title: '攀峰 · 试用', skip: '跳到输入框', lost: '连接断了。程序还在运行吗？正在重新连接…',
    clock: '时间', passing: '时间快进中…', restarting: '机器人正在重启…',
    more: '更多', language: 'Switch to English', join: '加一位新人', restart: '重启机器人', theme: '外观：{0}', auto: '跟随系统', light: '浅色', dark: '深色',
    people: '聊天', search: '搜索姓名', parts: '您可以扮演', colleagues: '其他同事（自己会学习）', nobody: '没有这个人。',
    chat: '对话', hint: '选一个人，用这个人的身份和机器人聊天', messages: '消息', back: '返回', close: '关闭', down: '到最新消息',
    commands: '命令', attach: '发送文件', write: '消息', send: '发送', ok: '好', cancel: '取消', caption: '说明（可不填）', picture: '图片',
    typing: '正在输入…', bot: '机器人：', you: '您：', edited: '已编辑', silent: '静音', blocked: '已屏蔽机器人', block: '屏蔽', unblock: '解除屏蔽', unread: '{0} 条未读',
    begin: '开始', invited: '打开邀请链接', empty: '还没有消息。', 'empty-invited': '管理员给了您一个邀请链接。点下面的按钮打开它，就能加入。',
    'new-name': '姓名', 'who-opens': '谁打开这个邀请链接？', 'who-joins': '加一位新人', open: '打开', 'name-missing': '请先写上姓名。',
    'too-large': '这个文件有 {0} MB，最多 20 MB。', 'file-empty': '这个文件是空的。', failed: '没有成功：{0}', busy: '请等时间走完。', late: '机器人还没有回应，按下的按钮会保留，请稍等。',
    anew: '程序重新启动了，一切从头开始。', tour: '导览', 'tour-why': '一步一步看看它能做什么，做过的会自动打勾。', 'tour-now': '下一步：{0}', 'tour-done': '全部看过了。随便试试吧！', show: '带我去', done: '已完成',
  },
  en: {
    title: 'Panfeng · try it out', skip: 'Skip to the message box', lost: 'The connection is gone. Is the program still running? Trying again…',
    clock: 'Time', passing: 'Time passes…', restarting: 'The bot restarts…',
    more: 'More', language: '切换到中文', join: 'Add somebody new', restart: 'Restart the bot', theme: 'Appearance: {0}', auto: 'as the system', light: 'light', dark: 'dark',
    people: 'Chats', search: 'Search by name', parts: 'Be one of these', colleagues: 'Colleagues (study by themselves)', nobody: 'There is nobody of that name.',
    chat: 'Chat', hint: 'Choose somebody and talk to the bot as them', messages: 'Messages', back: 'Back', close: 'Close', down: 'To the newest message',
    commands: 'Commands', attach: 'Send a file', write: 'Message', send: 'Send', ok: 'OK', cancel: 'Cancel', caption: 'Caption (optional)', picture: 'Picture',
    typing: 'is typing…', bot: 'Bot: ', you: 'You: ', edited: 'edited', silent: 'silent', blocked: 'has blocked the bot', block: 'Block', unblock: 'Unblock', unread: '{0} unread',
    begin: 'Start', invited: 'Open the invitation link', empty: 'No messages yet.', 'empty-invited': 'An admin has given you an invitation link. The button below opens it, and you can join.',
    'new-name': 'Name', 'who-opens': 'Who opens this invitation link?', 'who-joins': 'Add somebody new', open: 'Open', 'name-missing': 'Please write a name first.',
    'too-large': 'This file has {0} MB; 20 MB is the most.', 'file-empty': 'This file is empty.', failed: 'That did not work: {0}', busy: 'Please wait until the time has passed.', late: 'The bot has not answered yet; what you pressed is kept for it.',
    anew: 'The program was started again; everything begins anew.', tour: 'Tour', 'tour-why': 'See step by step what it does; what you have seen ticks itself off.', 'tour-now': 'Next: {0}', 'tour-done': 'You have seen it all. Try what you like!', show: 'Take me there', done: 'done',
  },
};

// A browser may forbid to keep anything, or be full; then the page forgets, and works.
const kept = {
  getItem(key) { try { return localStorage.getItem(key); } catch { return null; } },
  setItem(key, value) { try { localStorage.setItem(key, value); } catch { /* forgotten */ } },
};
let language = kept.getItem('language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

export const current = () => language;
export const say = (key, ...args) => texts[language][key].replace(/\{(\d)\}/g, (_, number) => args[number]);
export const either = (both) => both[language];
export const recall = (key) => kept.getItem(key);
export const remember = (key, value) => kept.setItem(key, value);

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  remember('language', language);
}

export function translatePage() {
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  document.title = say('title');
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = say(node.dataset.placeholder);
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', say(node.dataset.label));
    if (node.tagName === 'BUTTON') node.title = say(node.dataset.label);
  }
}
