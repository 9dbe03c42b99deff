/** A real Chromium at the sandbox's page, as somebody sits at it who tries the bot out. */
@NullMarked
package org.panfeng.browser;

import org.jspecify.annotations.NullMarked;
