/** The tour: three study days of a few people, played over the stand-in and printed as their chats would look. */
@NullMarked
package org.panfeng.sandbox.tour;

import org.jspecify.annotations.NullMarked;
