package org.panfeng.bench.botapi;

/** The way back to whoever made a request. */
interface Reply {
    /** Answers with this body, as JSON where it is some. */
    void answer(int status, String body);

    /** Breaks the connection without an answer. */
    void cut();

    default void result(String json) {
        answer(200, "{\"ok\":true,\"result\":" + json + "}");
    }

    default void refuse(int status, String description) {
        answer(status, "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + description + "\"}");
    }

    /**
     * @param seconds for how long to wait
     */
    default void tooMany(long seconds) {
        answer(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + seconds
                        + "\",\"parameters\":{\"retry_after\":" + seconds + "}}");
    }
}
