package org.panfeng;

import org.junit.jupiter.api.Tag;
import org.panfeng.browser.Look;

/** A phone in Chinese, light: for the pictures in README, not for every run. */
@Tag("pictures")
class ChinesePhoneTest extends PageStories {
    ChinesePhoneTest() {
        super(Look.CHINESE_PHONE);
    }
}
