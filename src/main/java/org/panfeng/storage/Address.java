package org.panfeng.storage;

/**
 * Where a database is, and as whom it is opened.
 *
 * @param url a JDBC URL of H2 or PostgreSQL, as it was written
 */
public record Address(String url, String user, String password) {
    @Override
    public String toString() {
        return "Database[url=" + url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//") + ", user=" + user + "]";
    }
}
