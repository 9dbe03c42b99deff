package org.panfeng.mailbox;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Replies that leave together with the commit of the transaction that has posted them. They are one row as long as they are on their way,
 * since a row for each would cost more than all the rest; a piece that does not arrive at the first attempt moves into the outbox.
 */
final class Bundles {
    /** Pieces of one row. */
    private static final int MOST = 100;
    /** Letters of one row, by far less than it can hold. */
    private static final int LONGEST = 200_000;

    /** Which pieces of the bundles that this process carries have ended, one bit each. */
    private final Map<Long, BigInteger> ended = new HashMap<>();

    /** Writes replies down, in their order, as claimed by this process. */
    static List<Parcel> post(Handle handle, List<Draft> replies, Instant now) {
        List<Parcel> posted = new ArrayList<>();
        List<Draft> some = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        int length = 0;
        for (Draft reply : replies) {
            String piece = OutgoingJson.write(new OutgoingJson.Piece(reply.chatId(), reply.outgoing()));
            if (pieces.size() == MOST || !pieces.isEmpty() && length + piece.length() > LONGEST) {
                posted.addAll(write(handle, some, pieces, now));
                some.clear();
                pieces.clear();
                length = 0;
            }
            some.add(reply);
            pieces.add(piece);
            length += piece.length();
        }
        posted.addAll(write(handle, some, pieces, now));
        return posted;
    }

    private static List<Parcel> write(Handle handle, List<Draft> replies, List<String> pieces, Instant now) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        long id = handle.createUpdate("insert into bundle (pieces, size, lease_until) values (:pieces, :size, :lease)")
                .bind("pieces", "[" + String.join(",", pieces) + "]")
                .bind("size", pieces.size())
                .bind("lease", now.plus(Deliveries.LEASE))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> replies.get(i).claimed(new Parcel.InBundle(id, i, pieces.size())))
                .toList();
    }

    /** Which pieces of a bundle have ended. */
    private record Progress(BigInteger bits, int of) {
        static Progress of(Parcel.InBundle piece) {
            return new Progress(BigInteger.ZERO.setBit(piece.number()), piece.of());
        }

        Progress and(BigInteger more) {
            return new Progress(bits.or(more), of);
        }

        boolean isWhole() {
            return bits.bitCount() == of;
        }
    }

    /** Notes, in the caller's transaction, that these pieces need their bundle no more. */
    void end(Handle handle, List<Parcel.InBundle> pieces) {
        SortedMap<Long, Progress> touched = new TreeMap<>();
        for (Parcel.InBundle piece : pieces) {
            touched.merge(piece.bundle(), Progress.of(piece), (one, other) -> one.and(other.bits()));
        }
        touched.replaceAll((bundle, progress) -> progress.and(ended.getOrDefault(bundle, BigInteger.ZERO)));
        touched.forEach((bundle, progress) -> write(handle, bundle, progress));
        handle.afterCommit(() -> touched.forEach((bundle, progress) -> {
            if (progress.isWhole()) {
                ended.remove(bundle);
            } else {
                ended.put(bundle, progress.bits());
            }
        }));
    }

    private void write(Handle handle, long bundle, Progress progress) {
        if (progress.isWhole()) {
            delete(handle, bundle);
            return;
        }
        String sql = ended.containsKey(bundle)
                ? "update bundle_progress set ended = :ended, count = :count where bundle_id = :id"
                : """
                        insert into bundle_progress (bundle_id, ended, count)
                        select id, cast(:ended as varchar), cast(:count as int) from bundle where id = :id
                        """;
        handle.createUpdate(sql)
                .bind("ended", progress.bits().toString(Character.MAX_RADIX))
                .bind("count", progress.bits().bitCount())
                .bind("id", bundle)
                .execute();
    }

    private static void delete(Handle handle, long bundle) {
        handle.createUpdate("delete from bundle_progress where bundle_id = :id")
                .bind("id", bundle)
                .execute();
        handle.createUpdate("delete from bundle where id = :id")
                .bind("id", bundle)
                .execute();
    }

    /** Whether a bundle is still there; where its lease was over, somebody else may have taken it apart. */
    static boolean isThere(Handle handle, long bundle) {
        return handle.createQuery("select 1 from bundle where id = :id for update")
                .bind("id", bundle)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Takes the bundles apart whose lease is over at this instant, and returns what has not ended, in its order; each node others. */
    static List<Draft> takeApart(Handle handle, Instant horizon) {
        List<Long> over = handle.createQuery(
                        "select id from bundle where lease_until <= :horizon order by id for update skip locked")
                .bind("horizon", horizon)
                .mapTo(Long.class)
                .list();
        List<Draft> left = new ArrayList<>();
        for (long bundle : over) {
            left.addAll(left(handle, bundle));
            delete(handle, bundle);
        }
        return left;
    }

    private static List<Draft> left(Handle handle, long bundle) {
        return handle.createQuery("""
                        select b.pieces, coalesce(p.ended, '0') as ended
                        from bundle b left join bundle_progress p on p.bundle_id = b.id where b.id = :id
                        """)
                .bind("id", bundle)
                .map((row, context) -> {
                    BigInteger bits = new BigInteger(row.getString("ended"), Character.MAX_RADIX);
                    List<OutgoingJson.Piece> pieces = OutgoingJson.readPieces(row.getString("pieces"));
                    return IntStream.range(0, pieces.size())
                            .filter(i -> !bits.testBit(i))
                            .mapToObj(pieces::get)
                            .map(piece -> new Draft(Lane.REPLY, piece.chatId(), piece.outgoing(), Topic.NONE))
                            .toList();
                })
                .one();
    }

    /** How many pieces are on their way. */
    static long underWay(Handle handle) {
        return handle.createQuery("""
                        select coalesce(sum(b.size - coalesce(p.count, 0)), 0)
                        from bundle b left join bundle_progress p on p.bundle_id = b.id
                        """).mapTo(Long.class).one();
    }
}
