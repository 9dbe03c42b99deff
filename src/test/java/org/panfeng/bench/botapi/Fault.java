package org.panfeng.bench.botapi;

/** What goes wrong with a request, and whether the message arrives all the same. */
enum Fault {
    INTERNAL_ERROR(false),
    TOO_MANY(false),
    BLOCKED(false),
    CUT_BEFORE(false),
    CUT_AFTER(true),
    BAD_GATEWAY(false),
    UNREADABLE(true);

    final boolean takesEffect;

    Fault(boolean takesEffect) {
        this.takesEffect = takesEffect;
    }

    void answer(Reply reply) {
        switch (this) {
            case INTERNAL_ERROR -> reply.refuse(500, "Internal Server Error");
            case TOO_MANY -> reply.tooMany(1);
            case BLOCKED -> reply.refuse(403, "Forbidden: bot was blocked by the user");
            case CUT_BEFORE, CUT_AFTER -> reply.cut();
            case BAD_GATEWAY -> reply.answer(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
            case UNREADABLE -> reply.answer(200, "{\"ok\":true,\"result\":{\"message_id\":");
        }
    }
}
