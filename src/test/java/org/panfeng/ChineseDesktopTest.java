package org.panfeng;

import org.panfeng.browser.Look;

/** A wide screen in Chinese, light. */
class ChineseDesktopTest extends PageStories {
    ChineseDesktopTest() {
        super(Look.CHINESE_DESKTOP);
    }
}
