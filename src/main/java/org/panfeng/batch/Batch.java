package org.panfeng.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work on many things by one thread, in one transaction. While it runs, each {@link Memo} keeps what was read, and each {@link Writes} puts
 * off what is to be written until the end.
 */
public final class Batch {
    private static final ThreadLocal<@Nullable Batch> PRESENT = new ThreadLocal<>();

    private final Map<Memo<?, ?>, Map<Object, Object>> kept = new IdentityHashMap<>();
    private final Map<Writes<?>, List<Object>> putOff = new LinkedHashMap<>();

    private Batch() {}

    /**
     * Thrown where somebody else has done meanwhile what this batch has taken for undone. The transaction must not be committed; done one
     * by one, the same work goes well.
     */
    public static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Overtaken(String what) {
            super(what);
        }
    }

    /** Runs this as one batch, in the caller's transaction, which must end with any exception from here. */
    public static void run(Runnable work) {
        if (PRESENT.get() != null) {
            throw new IllegalStateException("A batch within a batch");
        }
        Batch batch = new Batch();
        PRESENT.set(batch);
        try {
            work.run();
            batch.write();
        } finally {
            PRESENT.remove();
        }
    }

    private void write() {
        while (!putOff.isEmpty()) {
            Map<Writes<?>, List<Object>> round = new LinkedHashMap<>(putOff);
            putOff.clear();
            round.forEach(Batch::write);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void write(Writes<T> writes, List<Object> all) {
        writes.write((List<T>) all);
    }

    /** What a memo keeps in the batch that this thread runs; null where it runs none. */
    static @Nullable Map<Object, Object> keptBy(Memo<?, ?> memo) {
        Batch batch = PRESENT.get();
        return batch == null ? null : batch.kept.computeIfAbsent(memo, unknown -> new HashMap<>());
    }

    /** What is put off to the end of the batch that this thread runs; null where it runs none. */
    static @Nullable List<Object> putOffBy(Writes<?> writes) {
        Batch batch = PRESENT.get();
        return batch == null ? null : batch.putOff.computeIfAbsent(writes, unknown -> new ArrayList<>());
    }

    /** Whether this thread runs one. */
    public static boolean isRunning() {
        return PRESENT.get() != null;
    }
}
