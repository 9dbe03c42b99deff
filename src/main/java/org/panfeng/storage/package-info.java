/** Where everything is kept: the database, opened and migrated, what guards its file, and the copies of it. */
@NullMarked
package org.panfeng.storage;

import org.jspecify.annotations.NullMarked;
