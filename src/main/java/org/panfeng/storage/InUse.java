package org.panfeng.storage;

import java.nio.file.Path;

/** Another process has the file open. */
public final class InUse extends Unusable {
    private static final long serialVersionUID = 1;

    InUse(Path file) {
        super(
                "The database " + file
                        + " is in use by another process. Is Panfeng running already? Stop it first, or name another file in database.url.");
    }
}
