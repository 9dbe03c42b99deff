package org.panfeng.batch;

import java.util.List;
import java.util.function.Consumer;

/** Writes of one kind: those of a {@link Batch} go out together at its end, in their order; outside of one each goes at once. */
public final class Writes<T> {
    private final Consumer<List<T>> write;

    public Writes(Consumer<List<T>> write) {
        this.write = write;
    }

    public void add(T one) {
        List<Object> putOff = Batch.putOffBy(this);
        if (putOff == null) {
            write.accept(List.of(one));
        } else {
            putOff.add(one);
        }
    }

    void write(List<T> all) {
        write.accept(all);
    }
}
