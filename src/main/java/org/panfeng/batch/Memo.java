package org.panfeng.batch;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the database, for as long as the present {@link Batch} runs; outside of one it keeps nothing. Whoever writes what is
 * kept here changes it here too.
 */
public final class Memo<K, V> {

    /** What is kept under a key, or is read now. */
    public V of(K key, Supplier<V> read) {
        Map<Object, Object> kept = Batch.keptBy(this);
        if (kept == null) {
            return read.get();
        }
        V known = known(kept, key);
        if (known == null) {
            known = read.get();
            kept.put(key, known);
        }
        return known;
    }

    @SuppressWarnings("unchecked")
    private @Nullable V known(Map<Object, Object> kept, K key) {
        return (V) kept.get(key);
    }

    /** Keeps this under a key from now on. */
    public void keep(K key, V value) {
        Map<Object, Object> kept = Batch.keptBy(this);
        if (kept != null) {
            kept.put(key, value);
        }
    }

    /** Changes what is kept under a key, if anything is. */
    public void change(K key, UnaryOperator<V> change) {
        Map<Object, Object> kept = Batch.keptBy(this);
        V known = kept == null ? null : known(kept, key);
        if (kept != null && known != null) {
            kept.put(key, change.apply(known));
        }
    }

    /** Everything is to be read again. */
    public void forget() {
        Map<Object, Object> kept = Batch.keptBy(this);
        if (kept != null) {
            kept.clear();
        }
    }

    /** What is kept under a key is to be read again. */
    public void forget(K key) {
        Map<Object, Object> kept = Batch.keptBy(this);
        if (kept != null) {
            kept.remove(key);
        }
    }
}
