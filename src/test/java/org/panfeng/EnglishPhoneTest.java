package org.panfeng;

import org.panfeng.browser.Look;

/** A phone in English, dark. */
class EnglishPhoneTest extends PageStories {
    EnglishPhoneTest() {
        super(Look.ENGLISH_PHONE);
    }
}
