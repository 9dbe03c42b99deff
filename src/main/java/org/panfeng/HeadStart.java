package org.panfeng;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;
import org.panfeng.telegram.BotApi;
import org.panfeng.telegram.Endpoint;

/** What a start needs besides the content, begun beside the reading of the content: the database, and the way to Telegram. */
final class HeadStart implements AutoCloseable {
    private final FutureTask<Database> database;
    private final FutureTask<BotApi> api;

    private HeadStart(Address settings, Endpoint endpoint) {
        database = new FutureTask<>(() -> Database.open(settings));
        api = new FutureTask<>(() -> new BotApi(endpoint));
    }

    static HeadStart begin(Address settings, Endpoint endpoint) {
        HeadStart start = new HeadStart(settings, endpoint);
        daemon("database", start.database);
        daemon("connect", start::connect);
        return start;
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a connection ahead of its first use. Whether Telegram likes the token is found out by whoever asks next. */
    private void connect() {
        api.run();
        try {
            api.get().userName();
        } catch (IOException | InterruptedException | ExecutionException e) {
            // The next call meets the same, and says so.
        }
    }

    /**
     * The open database.
     *
     * @throws Unusable when it cannot be opened
     */
    Database database() throws Unusable, InterruptedException {
        try {
            return database.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unusable unusable) {
                throw unusable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    BotApi api() throws InterruptedException {
        try {
            return api.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Closes what was opened. */
    @Override
    public void close() throws InterruptedException {
        try {
            database().close();
        } catch (Unusable e) {
            // Nothing was opened.
        }
        api().close();
    }
}
