package org.panfeng;

import java.util.List;
import java.util.function.Consumer;
import org.panfeng.storage.Database;

/** Work of the command line on an open database: done by the command itself, or by the bot that has the database open. */
interface Errand {
    /** What it is called between the two. */
    String name();

    /**
     * @param tell takes what there is to be printed, line by line
     * @return the exit code
     */
    int run(Database database, List<String> arguments, Consumer<String> tell);
}
