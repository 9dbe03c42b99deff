package org.panfeng.chat;

/** What a person may do, each including what stands before it. */
public enum Role {
    GUEST,
    STAFF,
    LEADER,
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
