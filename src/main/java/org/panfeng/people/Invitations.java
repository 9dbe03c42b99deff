package org.panfeng.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The invitation codes of departments: at most one valid code per department. */
public final class Invitations {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Jdbi jdbi;

    public Invitations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Issues a new code for a department; the one it had is no longer valid.
     *
     * @param issuedBy the messenger's id of the admin
     */
    public String issue(DepartmentId department, long issuedBy, Instant now) {
        revoke(department, now);
        String code = RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into invitation (code, department_id, issued_by, issued_at) values (:code, :department, :by, :now)")
                .bind("code", code)
                .bind("department", department.value())
                .bind("by", issuedBy)
                .bind("now", now)
                .execute());
        return code;
    }

    void revoke(DepartmentId department, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update invitation set revoked_at = :now where department_id = :department and revoked_at is null")
                .bind("now", now)
                .bind("department", department.value())
                .execute());
    }

    Optional<String> validFor(DepartmentId department) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select code from invitation where department_id = :department and revoked_at is null")
                .bind("department", department.value())
                .mapTo(String.class)
                .findFirst());
    }

    /** The department a valid code invites to. */
    Optional<DepartmentId> departmentOf(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select department_id from invitation where code = :code and revoked_at is null")
                .bind("code", code)
                .mapTo(Long.class)
                .findOne()
                .map(DepartmentId::new));
    }
}
