package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call answered with "ok": false. The description is Telegram's own wording: bots tell refusals apart by it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;

    private Refusal(int code, String description) {
        super(description, null, false, false);
        this.code = code;
    }

    static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what);
    }

    static Refusal unknownMethod() {
        return new Refusal(404, "Not Found: method not found");
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found");
    }

    static Refusal conflict(String what) {
        return new Refusal(409, "Conflict: " + what);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large");
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        return Json.object().put("ok", false).put("error_code", code).put("description", getMessage());
    }
}
