package org.panfeng.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as the outbox has it.
 *
 * @param payload what it says; null where a letter says it
 * @param letter 0 where there is none
 * @param attempts before the present one
 */
record Row(
        long id,
        Lane lane,
        long chatId,
        @Nullable String payload,
        long letter,
        Topic topic,
        int attempts,
        int parts,
        boolean isDisposable) {

    static Row of(ResultSet row) throws SQLException {
        Topic topic = new Topic(row.getString("topic_kind"), row.getLong("topic_id"), row.getLong("topic_of"));
        Lane lane = Lane.values()[row.getInt("lane")];
        boolean isAsked = row.getString("once") != null || row.getBoolean("repeated") || !topic.equals(Topic.NONE);
        return new Row(
                row.getLong("id"),
                lane,
                row.getLong("chat_id"),
                row.getString("payload"),
                row.getLong("letter_id"),
                topic,
                row.getInt("attempts"),
                row.getInt("parts"),
                lane == Lane.REPLY && !isAsked);
    }

    /** The parcel as it was last tried, if it was. */
    Parcel parcel(Map<Long, Outgoing> letters) {
        return parcel(letters, attempts);
    }

    /** The parcel for one more attempt. */
    Parcel claimed(Map<Long, Outgoing> letters) {
        return parcel(letters, attempts + 1);
    }

    private Parcel parcel(Map<Long, Outgoing> letters, int tries) {
        Outgoing outgoing = payload == null ? letters.get(letter) : OutgoingJson.read(payload);
        if (outgoing == null) {
            throw new IllegalStateException("Parcel " + id + " has lost its letter " + letter);
        }
        return new Parcel(new Parcel.OwnRow(id), lane, chatId, outgoing, topic, tries, parts, isDisposable);
    }
}
